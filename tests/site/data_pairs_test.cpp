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

/// Texts of the first element with that class in a part, and of the key.
void compare_text(const dom::Node& part, std::string_view name, const Json& pair, const std::string& key) {
  std::string shown;
  for (const dom::Node* paragraph : dom::all(part, "p")) {
    if ((*paragraph)["class"] == name) shown = dom::text(*paragraph);
  }
  INFO(key);
  CHECK(shown == (pair.contains(key) ? dom::squeezed(pair.at(key).at("text").get<std::string>()) : ""));
}

/// All that the page says of the pair besides its tables of aspects.
void compare_texts(const dom::Node& page, const Json& pair) {
  for (const std::string key : {"rule", "story", "distant"})
    compare_text(part(page, "summary"), key, pair, key);
  compare_text(part(page, "which"), "advice", pair, "advice");
  CHECK(pair.contains("distant") == (pair.at("class") == "distant"));
  CHECK(pair.contains("story") == (pair.at("class") == "curated"));

  std::vector<std::string> consequences;
  for (const Json& consequence : pair.at("consequences"))
    consequences.push_back(consequence.at("text"));
  CHECK(texts_of(part(page, "differences"), "p") == consequences);

  std::vector<std::string> cells;
  for (const Json& tell : pair.at("tells")) {
    for (const char* key : {"name", "a", "b"})
      cells.push_back(tell.at(key).at("text"));
  }
  std::vector<std::string> shown;
  for (const dom::Node* body : dom::all(part(page, "tell-apart"), "tbody")) {
    for (const dom::Node* row : dom::all(*body, "tr")) {
      for (const char* kind : {"th", "td"}) {
        for (const std::string& cell : texts_of(*row, kind))
          shown.push_back(cell);
      }
    }
  }
  CHECK(shown == cells);

  // Statements and their authorities, then the rows of implementations that depart.
  std::vector<std::string> statements;
  std::vector<std::string> links;
  for (const Json& winner : pair.at("winners")) {
    statements.push_back(winner.at("statement").at("text"));
    for (const Json& authority : winner.at("by"))
      links.push_back(authority.at("url"));
  }
  for (const Json& row : pair.at("departures")) {
    for (const Json& stack : row.at("stacks"))
      links.push_back(stack.at("url"));
    for (const char* key : {"a", "b"})
      statements.push_back(row.at(key).at("text"));
  }
  const dom::Node& which = part(page, "which");
  std::vector<std::string> said;
  for (const dom::Node* item : dom::all(which, "li")) {
    if (dom::all(*item, "ul").size() == 1) said.push_back(texts_of(*item, "span").at(0));
  }
  for (const std::string& cell : texts_of(which, "td"))
    said.push_back(cell);
  CHECK(said == statements);
  CHECK(links_of(which) == links);
  if (!pair.at("winners").empty()) {
    CHECK(pair.at("winners").at(0).at("by").at(0).at("url") ==
          published().facts.at("protocol").at("fork").at("source").at("url"));
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
      compare_texts(page, pair);
      const dom::Node& shared = part(page, "shared");
      compare_rows(dom::all(shared, "dt"), dom::all(shared, "dd"), pair.at("common"), {"both"});
    }
  }
}
