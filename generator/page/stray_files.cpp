#include "page/stray_files.h"

#include <algorithm>
#include <map>
#include <string_view>
#include <vector>

#include "locale/terms.h"
#include "page/file_kinds.h"
#include "page/named_files.h"

namespace versus {

namespace {

/// The files of one directory by name.
using Directory = std::map<std::string_view, FileId>;

void report_strays(const Directory& directory, const std::vector<std::string>& known, bool of_code,
                   Diagnostics& diagnostics) {
  std::vector<std::string_view> missing;
  for (const std::string& name : known) {
    if (!directory.contains(name)) missing.push_back(name);
  }
  bool lacks_facts = of_code && !directory.contains("facts.yaml");
  for (const auto& [name, file] : directory) {
    if (std::ranges::find(known, name) != known.end()) continue;
    std::string hint = did_you_mean(name, missing);
    if (hint.empty() && of_code && name.ends_with(".yaml")) {
      hint = "texts in a language need its labels, locales/" + std::string(name);
    }
    if (lacks_facts && resembles(name, "facts.yaml")) lacks_facts = false;
    diagnostics.add(DiagnosticKind::unexpected_file, {file, 0, 0}, "nothing reads this file",
                    std::move(hint));
  }
  if (lacks_facts) {
    diagnostics.add(DiagnosticKind::missing_file, {directory.begin()->second, 0, 0},
                    "there is no facts.yaml beside this file", "without it the code is not defined");
  }
}

}  // namespace

void check_files(const Sources& sources, const std::string& protocol, const std::string& source_locale,
                 Diagnostics& diagnostics) {
  std::vector<std::string> of_code = {"facts.yaml", source_locale + ".yaml"};
  std::vector<std::string> of_pair = {source_locale + ".yaml"};
  std::map<std::string_view, Directory> directories;
  for (const std::string_view top : {"content/", "locales/", "templates/"}) {
    for (const FileId file : sources.under(top)) {
      const std::string_view path = sources[file].path();
      if (path == terms_path) continue;
      const std::size_t name = path.rfind('/') + 1;
      // A label file that cannot be read has its own diagnostic.
      const bool labels = path.substr(0, name) == "locales/" && path.ends_with(".yaml");
      if (labels) {
        of_code.emplace_back(path.substr(name));
        of_pair.emplace_back(path.substr(name));
      } else {
        directories[path.substr(0, name)].emplace(path.substr(name), file);
      }
    }
  }
  const std::string codes = "content/" + protocol + "/codes/";
  const std::string pairs = "content/" + protocol + "/pairs/";
  // Where the protocol's directory is another than the one named, no file is at fault.
  const bool found = sources.find("content/" + protocol + "/protocol.yaml") != nullptr;
  for (const auto& [path, directory] : directories) {
    if (path == "templates/") {
      report_strays(directory, {page_templates.begin(), page_templates.end()}, false, diagnostics);
    } else if (path.starts_with("templates/partials/") || path.starts_with("templates/assets/") ||
               path.starts_with("templates/pages/") || path.starts_with(root_directory)) {
      continue;  // Templates name them, or each becomes a file of the site.
    } else if (path == "content/") {
      report_strays(directory, {"site.yaml"}, false, diagnostics);
    } else if (path == std::string(schema_directory) + "/") {
      std::vector<std::string> schemas;
      for (const auto& [name, text] : schema_files())
        schemas.push_back(name);
      report_strays(directory, schemas, false, diagnostics);
    } else if (path == "content/" + protocol + "/") {
      report_strays(directory, {"protocol.yaml", "stacks.yaml", "historic.yaml", "registry.csv"}, false,
                    diagnostics);
    } else if (path.starts_with(codes) && std::ranges::count(path.substr(codes.size()), '/') == 1) {
      report_strays(directory, of_code, true, diagnostics);
    } else if (path.starts_with(pairs) && std::ranges::count(path.substr(pairs.size()), '/') == 1) {
      report_strays(directory, of_pair, false, diagnostics);
    } else if (found || path == "locales/") {
      report_strays(directory, {}, false, diagnostics);
    }
  }
}

}  // namespace versus
