// The facts and texts as data against the pages of codes: from the values in the data and the words of a
// locale the test makes what the page has to say.

#include <algorithm>
#include <set>

#include "catch.h"
#include "site/expected_page.h"

using namespace site_data;

namespace {

std::map<std::string, Fact> facts_of(const dom::Node& page) {
  std::map<std::string, Fact> facts;
  const Lines names = texts_of(part(page, "facts"), "dt");
  const auto cells = dom::all(part(page, "facts"), "dd");
  REQUIRE(names.size() == cells.size());
  for (std::size_t i = 0; i < names.size(); ++i) {
    Fact fact{items_of(*cells[i]), links_of(*cells[i])};
    // A class is a link to its own page.
    std::erase_if(fact.links, [](const std::string& link) { return link.starts_with('/'); });
    facts[names[i]] = fact;
  }
  return facts;
}

Lines headers_of(const dom::Node& page, const Lines& expected) {
  Lines rows;
  for (const dom::Node* row : dom::all(part(page, "headers"), "tr")) {
    const Lines cells = texts_of(*row, "td");
    if (cells.empty()) continue;
    // How the page joins a level and its condition is up to its template.
    std::string level = cells[0];
    if (rows.size() < expected.size()) {
      const std::string& wanted = expected[rows.size()];
      const std::size_t begin = wanted.find('|') + 1;
      const std::size_t end = std::min(wanted.find('|', begin), wanted.size());
      const std::string condition = end < wanted.size() ? wanted.substr(end + 1) : "";
      if (level.starts_with(wanted.substr(begin, end - begin)) && !condition.empty() &&
          level.find(condition, end - begin) != std::string::npos)
        level = wanted.substr(begin);
    }
    rows.push_back(dom::text(*dom::all(*row, "th").at(0)) + '|' + level);
    rows.push_back(cells[1]);
    rows.push_back(links_of(*row).at(0));
  }
  return rows;
}

/// The items of a list of statements; `with_sources` adds whose each is.
std::set<std::string> statements(const dom::Node& part, bool with_sources) {
  std::set<std::string> lines;
  for (const dom::Node* list : dom::all(part, "ul")) {
    if ((*list)["class"] != "items") continue;
    for (const dom::Node& item : list->children) {
      if (item.name != "li") continue;
      const std::string text = dom::text(*dom::all(item, "span").at(0));
      if (!with_sources) lines.insert(text);
      for (const dom::Node* link : dom::all(item, "a")) {
        if (with_sources) lines.insert(text + '|' + dom::text(*link) + '|' + std::string((*link)["href"]));
      }
    }
  }
  return lines;
}

std::set<std::string> sources_of(const dom::Node& page) {
  std::set<std::string> found;
  for (const dom::Node* link : dom::all(part(page, "sources"), "a"))
    found.insert(dom::text(*link) + '|' + std::string((*link)["href"]));
  return found;
}

/// What the page says of the code's standing, a line for each statement.
std::string standing_of(const dom::Node& page) {
  std::string found;
  for (const dom::Node* paragraph : dom::all(page, "p")) {
    if ((*paragraph)["class"] == "status") found += dom::text(*paragraph) + '\n';
  }
  return found;
}

std::string canonical_of(const dom::Node& page) {
  for (const dom::Node* link : dom::all(page, "link")) {
    if ((*link)["rel"] == "canonical") return std::string((*link)["href"]);
  }
  return {};
}

/// Texts that stand on the page, each behind its language if it is another than the page's.
std::set<std::string> passages(const dom::Node& page) {
  std::set<std::string> found;
  for (const char* name : {"p", "li"}) {
    for (const dom::Node* block : dom::all(page, name)) {
      const auto spans = dom::all(*block, "span");
      const bool foreign = spans.size() == 1 && dom::text(*spans[0]) == dom::text(*block);
      found.insert((foreign ? std::string((*spans[0])["lang"]) : "") + '|' + dom::text(*block));
    }
  }
  return found;
}

std::string passage(const Json& text) {
  return text.value("lang", "") + '|' + dom::squeezed(text.at("text").get<std::string>());
}

void check_texts(const dom::Node& page, const Json& texts) {
  const auto found = passages(part(page, "code"));
  CHECK(found.contains(passage(texts.at("description"))));
  CHECK(found.contains(passage(texts.at("when_you_see_it"))));
  Lines steps;
  for (const Json& step : texts.at("how_to_fix")) {
    CHECK(found.contains(passage(step)));
    steps.push_back(step.at("text"));
  }
  CHECK(texts_of(part(page, "code"), "li") == steps);
  const std::string all = dom::text(page);
  CHECK(all.find(texts.at("means").at("text").get<std::string>()) != std::string::npos);
  CHECK(all.find(texts.at("send_when").at("text").get<std::string>()) != std::string::npos);
  if (texts.contains("gloss"))
    CHECK(all.find(texts.at("gloss").at("text").get<std::string>()) != std::string::npos);
  // A description holds no words of another language.
  const bool untranslated = !dom::all(page, "aside").empty();
  bool topic = untranslated;
  for (const dom::Node* meta : dom::all(page, "meta"))
    topic = topic ||
            (*meta)["content"].find(texts.at("topic").at("text").get<std::string>()) != std::string::npos;
  CHECK(topic);
}

}  // namespace

TEST_CASE("all that the page of a code says of it is in the data", "[site]") {
  const Data& data = published();
  const Json& codes = data.facts.at("codes");
  REQUIRE(codes.size() == data.site.registry().codes.size());
  for (const Locale& locale : data.locales) {
    for (std::size_t i = 0; i < codes.size(); ++i) {
      const Json& code = codes[i];
      const int number = code.at("code");
      INFO(locale.prefix << number);
      const dom::Node page = data.page(locale.prefix + "sip/" + std::to_string(number) + '/');
      const ExpectedPage expected(data.facts, locale.words, code);
      CHECK(facts_of(page) == expected.facts());
      CHECK(headers_of(page, expected.headers()) == expected.headers());
      const Lines timers = expected.timers();
      CHECK(statements(part(page, "timers"), false) == std::set(timers.begin(), timers.end()));
      CHECK(statements(part(page, "gateway"), false) == expected.gateway());
      CHECK(statements(part(page, "stacks"), true) == expected.stacks());
      CHECK(texts_of(part(page, "flow"), "li") == expected.flow());
      std::string message;
      for (const Json& line : code.at("example").at("lines"))
        message += line.get<std::string>() + '\n';
      CHECK(dom::text(*dom::all(part(page, "messages"), "pre").at(0)) == dom::squeezed(message));
      const Json& texts = entry(locale.words.texts().at("codes"), number);
      check_texts(page, texts);
      CHECK(canonical_of(page) == texts.at("url"));
      if (locale.prefix.empty()) CHECK(texts.at("url") == code.at("url"));
      CHECK(sources_of(page) == expected.sources());
      const std::string standing = standing_of(page);
      for (const std::string& part : expected.standing())
        CHECK(standing.find(part) != std::string::npos);
      CHECK(standing.empty() == expected.standing().empty());

      Lines confused;
      for (const Json& other : code.value("confused_with", Json::array()))
        confused.push_back(std::to_string(other.get<int>()));
      Lines shown;
      for (const std::string& text : texts_of(part(page, "confused"), "a"))
        shown.push_back(text.substr(0, 3));
      CHECK(shown == confused);
    }
  }
}

TEST_CASE("all that the page of a code of the past says is in the data", "[site]") {
  const Data& data = published();
  for (const Json& code : data.facts.at("historic")) {
    const int number = code.at("code");
    INFO(number);
    const dom::Node page = data.page("sip/" + std::to_string(number) + '/');
    CHECK(texts_of(page, "h1") == Lines{std::to_string(number) + ' ' + code.at("phrase").get<std::string>()});
    CHECK(links_of(part(page, "sources")) ==
          Lines{code.at("defined_in").at("url"), code.at("dropped_by").at("url")});
    Lines instead;
    for (const Json& other : code.at("instead"))
      instead.push_back("/sip/" + std::to_string(other.get<int>()) + '/');
    CHECK(links_of(part(page, "which")) == instead);
  }
  CHECK(!data.facts.at("historic").empty());
}
