#include <algorithm>
#include <iostream>
#include <map>
#include <set>
#include <string>

#include <unistd.h>

#include "command/command.h"
#include "command/inputs.h"
#include "publish/files.h"

namespace versus {

namespace fs = std::filesystem;

namespace {

/// The translations that stand in a file.
std::vector<const Translation*> texts_in(const Site& site, FileId file) {
  std::vector<const Translation*> texts;
  for (const Translation& text : site.translations) {
    if (text.at.file == file && text.state != TranslationState::missing) texts.push_back(&text);
  }
  return texts;
}

/// The hashes that a file has of texts that are still there, and for the keys given those of the present
/// source texts; if no key is given, for all but those that still have the source's words.
std::map<std::string, SourceHash> new_stamps(const std::vector<const Translation*>& texts, const Node& tree,
                                             const std::set<std::string>& keys) {
  std::map<std::string, SourceHash> stamps;
  const Entry* old = tree.find(stamps_key);
  for (const Translation* text : texts) {
    const Entry* stamp = old == nullptr ? nullptr : old->value.find(text->key);
    const bool chosen = keys.empty() ? text->state != TranslationState::identical : keys.contains(text->key);
    if (chosen) {
      stamps.emplace(text->key, text->source);
    } else if (stamp != nullptr) {
      if (const auto hash = source_hash_from(stamp->value.text)) stamps.emplace(text->key, *hash);
    }
  }
  return stamps;
}

}  // namespace

ExitStatus stamp(const StampOptions& options) {
  Inputs inputs = read_inputs(options.input.root, options.input.jobs);
  if (!inputs.failure.empty()) return system_failure(inputs.failure);
  const auto checked = check_inputs(inputs, options.input);
  const Sources& sources = inputs.sources;
  // What is wrong could hide a text or its source.
  if (checked->diagnostics.has_errors()) {
    print(std::cerr, ReportFormat::text, sources, checked->diagnostics, isatty(STDERR_FILENO) == 1);
    return ExitStatus::inputs_wrong;
  }

  std::map<FileId, std::vector<const Translation*>> files;
  std::set<std::string> known;
  for (const fs::path& path : options.files) {
    const std::string inside = fs::relative(path, options.input.root).generic_string();
    const FileId* file = sources.find(inside);
    if (file == nullptr) {
      return refuse(path.string() + " is no text or label file of this site", ExitStatus::command_line_wrong);
    }
    const auto texts = texts_in(*checked->site, *file);
    if (texts.empty()) return refuse(path.string() + " translates nothing", ExitStatus::command_line_wrong);
    for (const Translation* text : texts)
      known.insert(text->key);
    files.emplace(*file, texts);
  }
  for (const std::string& key : options.keys) {
    if (known.contains(key)) continue;
    const std::string hint = did_you_mean(key, {known.begin(), known.end()});
    return refuse("no text '" + key + "' in these files" + (hint.empty() ? "" : "; " + hint),
                  ExitStatus::command_line_wrong);
  }

  const std::set<std::string> keys(options.keys.begin(), options.keys.end());
  std::vector<std::pair<fs::path, std::string>> stamped;
  for (const auto& [file, texts] : files) {
    Diagnostics ignored;  // The file was read before.
    const auto tree = parse_yaml(sources, file, ignored);
    const fs::path path = options.input.root / sources[file].path();
    const auto bytes = with_stamps(sources[file].text(), *tree, new_stamps(texts, *tree, keys));
    if (!bytes) {
      return refuse("cannot write into " + path.string() +
                        "; its keys should begin lines, without brackets around them",
                    ExitStatus::command_line_wrong);
    }
    stamped.push_back({path, *bytes});
  }
  for (const auto& [path, bytes] : stamped) {
    if (const auto failure = put_files(path.parent_path(), {{path.filename().string(), bytes}}))
      return system_failure(failure->message);
  }
  return ExitStatus::done;
}

}  // namespace versus
