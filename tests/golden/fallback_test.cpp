// What becomes of the pages of a site when a translation is taken away.

#include <algorithm>
#include <filesystem>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "catch.h"
#include "site_kit.h"

namespace fs = std::filesystem;
using namespace versus::test;

namespace {

/// A text of a YAML file of tea, which has each on one line.
struct Text {
  std::string key;
  std::string lines;  ///< With the key, as they stand in the file.
  std::string shown;  ///< A part that pages show as it is.
};

/// The longest part of a text without what HTML escapes or marks up.
std::string plain_part(std::string_view text) {
  std::string longest;
  while (!text.empty()) {
    const std::size_t end = std::min(text.find_first_of("'`\n\""), text.size());
    const std::string_view part = text.substr(0, end);
    const std::size_t begin = std::min(part.find_first_not_of(" -"), part.size());
    if (part.size() - begin > longest.size()) longest = part.substr(begin);
    text.remove_prefix(std::min(end + 1, text.size()));
  }
  return longest;
}

std::vector<Text> texts_of(const std::string& yaml) {
  std::vector<Text> texts;
  for (std::size_t begin = 0; begin < yaml.size() && yaml.compare(begin, 7, "source:") != 0;) {
    std::size_t end = yaml.find('\n', begin) + 1;
    while (yaml[end] == ' ')
      end = yaml.find('\n', end) + 1;
    const std::string lines = yaml.substr(begin, end - begin);
    const std::size_t colon = lines.find(':');
    texts.push_back({lines.substr(0, colon), lines,
                     plain_part(lines.substr(lines.find_first_not_of(" \n-", colon + 1)))});
    begin = end;
  }
  return texts;
}

std::set<std::string> files_that_differ(const Files& a, const Files& b) {
  std::set<std::string> paths;
  for (const auto& [path, bytes] : a) {
    if (!b.contains(path) || b.at(path) != bytes) paths.insert(path);
  }
  return paths;
}

}  // namespace

TEST_CASE("a text that is taken away changes the pages that show it, and no others", "[golden]") {
  Files inputs = read_site(fs::path(VERSUS_SOURCE_DIR) / "tests/golden/tea");
  const std::string all = "offered_from: 60";
  std::string& config = inputs.at("content/site.yaml");
  config.replace(config.find(all), all.size(), "offered_from: 0");  // That changes pages in other languages.
  const Files whole = build_site(inputs).files;
  REQUIRE(!whole.empty());
  std::size_t taken = 0;
  for (const auto& [path, yaml] : Files(inputs)) {
    if (!path.ends_with("/fr.yaml") || path.starts_with("locales/")) continue;
    for (const Text& text : texts_of(yaml)) {
      INFO(path << ' ' << text.key << " \"" << text.shown << '"');
      std::string& file = inputs.at(path);
      file.erase(file.find(text.lines), text.lines.size());
      const BuiltSite without = build_site(inputs);
      std::set<std::string> expected;
      for (const auto& [page, bytes] : whole) {
        const bool shows = page.ends_with(".html") && bytes.find(text.shown) != std::string::npos;
        const bool is_data =
            page == "data/tea.fr.json" || page == "data/pairs.fr.ndjson" || page == "data/search.fr.json";
        if (shows || (is_data && bytes.find(text.shown) != std::string::npos)) expected.insert(page);
      }
      CHECK(!expected.empty());
      CHECK(files_that_differ(whole, without.files) == expected);
      file = yaml;
      ++taken;
    }
  }
  CHECK(taken > 20);
  CHECK(build_site(inputs).files == whole);
}
