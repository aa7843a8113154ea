#include "command/audit_languages.h"

#include <algorithm>
#include <optional>

#include "audit/language.h"
#include "audit/origins.h"
#include "source/inputs.h"
#include "source/parallel.h"
#include "yaml/yaml.h"

namespace versus {

namespace {

constexpr std::size_t quoted = 90;  // Bytes of a passage in a report.

void add_texts(const Sources& sources, const Node& node, std::vector<OriginText>& texts) {
  for (const Node& item : node.items)
    add_texts(sources, item, texts);
  for (const Entry& entry : node.entries)
    add_texts(sources, entry.value, texts);
  if (node.kind != Node::Kind::scalar || node.text.empty()) return;
  const SourceFile& file = sources[node.span.file];
  const Place place = file.place(node.span.begin);
  std::string text = node.text;
  std::erase(text, '`');
  texts.push_back(
      {file.path() + ':' + std::to_string(place.line) + ':' + std::to_string(place.column), std::move(text)});
}

/// The texts of all inputs that have any; none where the inputs cannot be read.
std::vector<OriginText> input_texts(const std::filesystem::path& root) {
  std::vector<OriginText> texts;
  const Inputs inputs = read_inputs(root, 1);
  for (const char* directory : {"content/", "locales/"}) {
    for (const FileId file : inputs.sources.under(directory)) {
      Diagnostics ignored;  // They are for 'versus check'.
      if (!inputs.sources[file].path().ends_with(".yaml")) continue;
      if (const auto node = parse_yaml(inputs.sources, file, ignored))
        add_texts(inputs.sources, *node, texts);
    }
  }
  return texts;
}

std::string beginning(const std::string& text) {
  if (text.size() <= quoted) return text;
  std::size_t end = quoted;
  while ((static_cast<unsigned char>(text[end]) & 0xC0U) == 0x80)
    --end;
  return text.substr(0, end) + "…";
}

}  // namespace

void SitePassages::add(const std::string& page, std::vector<Passage> passages) {
  const std::scoped_lock lock(mutex_);
  for (Passage& passage : passages) {
    Places& places = places_[{std::move(passage.language), std::move(passage.text)}];
    if (places.pages++ == 0 || page < places.first) places.first = page;
  }
}

void SitePassages::audit(const std::filesystem::path& root, unsigned jobs,
                         std::vector<std::string>& errors) const {
  std::vector<const decltype(places_)::value_type*> all;
  std::vector<std::string> languages;
  for (const auto& entry : places_) {
    all.push_back(&entry);
    if (languages.empty() || languages.back() != entry.first.first) languages.push_back(entry.first.first);
  }
  std::vector<std::optional<std::string>> found(all.size());
  parallel_for(all.size(), jobs, [&](std::size_t i) {
    found[i] = other_language(all[i]->first.second, all[i]->first.first, languages);
  });

  // A text that stands in many passages is reported once.
  struct Stray {
    std::string first;  ///< Page.
    std::string text;
    std::size_t pages = 0;
  };
  std::map<std::string, Stray> strays;  // By the beginning of their report.
  std::optional<Origins> origins;
  for (std::size_t i = 0; i < all.size(); ++i) {
    if (!found[i]) continue;
    if (!origins) origins.emplace(input_texts(root));
    const auto& [language, text] = all[i]->first;
    const Places& places = all[i]->second;
    const std::string origin = origins->find({text, language});
    const std::string& place = origin.empty() ? places.first : origin;
    Stray& stray = strays[place + ": error: " + *found[i] + " where '" + language + "' should be, on "];
    if (stray.pages == 0) stray = {places.first, text, 0};
    stray.pages += places.pages;
  }
  for (const auto& [begin, stray] : strays) {
    std::string report = begin + stray.first;
    if (stray.pages > 1) report += " and " + std::to_string(stray.pages - 1) + " more times";
    errors.push_back(report + ": \"" + beginning(stray.text) + '"');
  }
}

}  // namespace versus
