// The comparisons as data against the comparison pages.

#include "catch.h"
#include "site/data.h"

using namespace site_data;

namespace {

struct Row {
  std::string axis;
  std::vector<std::vector<std::string>> cells;

  friend bool operator==(const Row&, const Row&) = default;
};

std::vector<std::string> words_of(const Json& cell, const dom::Node& shown) {
  // How a page joins a word and its condition is up to its template.
  const std::vector<std::string> items = items_of(shown);
  std::vector<std::string> words;
  for (std::size_t i = 0; i < cell.size(); ++i) {
    std::string word = cell[i].at("text");
    if (cell[i].contains("condition") && i < items.size()) {
      const std::string condition = cell[i].at("condition").at("text");
      const bool both = items[i].starts_with(word) && items[i].find(condition) != std::string::npos;
      word = both ? items[i] : word + " but " + condition;
    }
    words.push_back(word);
  }
  return words;
}

/// The rows that the page shows, and those that the data has.
void compare_rows(const std::vector<const dom::Node*>& names, const std::vector<const dom::Node*>& shown,
                  const Json& rows, const std::vector<std::string>& keys) {
  REQUIRE(shown.size() == names.size() * keys.size());
  REQUIRE(rows.size() == names.size());
  for (std::size_t i = 0; i < names.size(); ++i) {
    Row page{dom::text(*names[i]), {}};
    Row data{rows[i].at("name").at("text"), {}};
    for (std::size_t k = 0; k < keys.size(); ++k) {
      const dom::Node& cell = *shown[i * keys.size() + k];
      page.cells.push_back(items_of(cell));
      data.cells.push_back(words_of(rows[i].at(keys[k]), cell));
    }
    CHECK(page.axis == data.axis);
    CHECK(page.cells == data.cells);
  }
}

}  // namespace

TEST_CASE("the comparisons have a line for every pair, the lower code first", "[site]") {
  const Data& data = published();
  std::vector<std::pair<int, int>> pairs;
  const auto& codes = data.site.registry().codes;
  for (auto a = codes.begin(); a != codes.end(); ++a) {
    for (auto b = a + 1; b != codes.end(); ++b)
      pairs.emplace_back(a->code.value, b->code.value);
  }
  CHECK(pairs.size() == 2775);
  for (const Locale& locale : data.locales) {
    INFO(locale.words.texts().at("locale"));
    std::vector<std::pair<int, int>> found;
    std::string wrong;
    for (const std::string& line : locale.lines) {
      const Json pair = Json::parse(line);
      const auto& [a, b] = found.emplace_back(pair.at("a"), pair.at("b"));
      const std::string url = "https://versus.example/" + locale.prefix + "sip/" + std::to_string(a) +
                              "-vs-" + std::to_string(b) + '/';
      if (pair.at("url") != url || pair.dump() != line) wrong += line + '\n';
    }
    CHECK(found == pairs);
    CHECK(wrong == "");
  }
  CHECK(data.locales.size() == 3);
}

TEST_CASE("all that a comparison page says of two codes is in the data", "[site]") {
  const Data& data = published();
  for (const Locale& locale : data.locales) {
    for (std::size_t i = 0; i < locale.lines.size(); i += 137) {
      const Json pair = Json::parse(locale.lines[i]);
      const std::string url = pair.at("url");
      INFO(url);
      const dom::Node page = data.page(url.substr(std::string("https://versus.example/").size()));
      const dom::Node* body = dom::all(part(page, "differences"), "tbody").at(0);
      auto names = dom::all(*body, "th");
      auto cells = dom::all(*body, "td");
      if (pair.contains("story")) {  // Then the rule does not say what each code points to, and a row does.
        const Json& codes = locale.words.texts().at("codes");
        CHECK(dom::text(*cells.at(0)) == entry(codes, pair.at("a")).at("topic").at("text"));
        CHECK(dom::text(*cells.at(1)) == entry(codes, pair.at("b")).at("topic").at("text"));
        names.erase(names.begin());
        cells.erase(cells.begin(), cells.begin() + 2);
      }
      compare_rows(names, cells, pair.at("differing"), {"a", "b"});
      const dom::Node& shared = part(page, "shared");
      compare_rows(dom::all(shared, "dt"), dom::all(shared, "dd"), pair.at("common"), {"both"});
    }
  }
}
