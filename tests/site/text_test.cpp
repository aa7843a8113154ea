// What has to hold for the visible text of the real site.

#include <algorithm>
#include <map>
#include <set>
#include <string>
#include <vector>

#include "catch.h"
#include "site/survey.h"
#include "site/text_rules.h"

using namespace real_site;

namespace {

/// The sentences of a page's main part, one string each.
std::vector<std::string> sentences_on(const View& view) {
  const dom::Node& main = dom::first(view.root, "main");
  std::vector<std::string> sentences;
  const auto add = [&](const dom::Node& block) {
    for (std::string& sentence : sentences_of(dom::text(block)))
      sentences.push_back(std::move(sentence));
  };
  for (const dom::Node* paragraph : dom::all(main, "p"))
    add(*paragraph);
  for (const dom::Node* steps : dom::all(main, "ol")) {
    if ((*steps)["class"] == "flow") continue;  // A message may well be sent twice.
    for (const dom::Node* step : dom::all(*steps, "li"))
      add(*step);
  }
  return sentences;
}

}  // namespace

namespace real_site {

void check_repetition(const View& view, Record&, Problems& problems) {
  std::set<std::string> said;
  for (const std::string& sentence : sentences_on(view)) {
    if (!said.insert(sentence).second) problems.add(view.page, "said twice", sentence);
  }
}

}  // namespace real_site

TEST_CASE("no page says a thing twice", "[site][text]") {
  CHECK(problems_of(check_repetition) == "");
}

TEST_CASE("texts are written as their language is", "[site][text]") {
  // A mistake in a label is in very many texts, of which three are enough to see it.
  std::map<std::string, std::vector<const Occurrence*>> found;
  for (const Occurrence& text : survey().passages) {
    for (const std::string& broken : broken_rules(text.passage))
      found[broken].push_back(&text);
  }
  std::string report;
  for (const auto& [broken, texts] : found) {
    report += std::to_string(texts.size()) + " times " + broken + '\n';
    for (std::size_t i = 0; i < std::min<std::size_t>(texts.size(), 3); ++i)
      report += "  " + texts[i]->first->path + ": " + texts[i]->passage.whole + '\n';
  }
  CHECK(report == "");
  CHECK(survey().passages.size() > survey().records.size());
}
