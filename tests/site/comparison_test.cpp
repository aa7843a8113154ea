// What has to hold on the page of every pair of codes.

#include <algorithm>
#include <map>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "catch.h"
#include "site/survey.h"

using namespace real_site;

namespace {

std::vector<std::string> texts_of(const dom::Node* node, std::string_view name) {
  std::vector<std::string> texts;
  for (const dom::Node* element : dom::outermost(node, name))
    texts.push_back(dom::text(*element));
  return texts;
}

/// What a pair of code pages shows of an aspect, and what the comparison has to show.
std::map<std::string, Aspect> expected_aspects(const Site& site, const Page& page) {
  std::map<std::string, Aspect> expected;
  const auto text_of = [&](const versus::CodeFacts& code) -> const Record& {
    const std::string address = std::string(page.language->prefix) + site.registry().slug + '/' +
                                std::to_string(code.code.value) + '/';
    return survey().of(*site.page(address));
  };
  for (const Aspect& aspect : text_of(*page.a).aspects)
    expected[aspect.name].a = aspect.a;
  for (const Aspect& aspect : text_of(*page.b).aspects)
    expected[aspect.name].b = aspect.a;
  return expected;
}

/// The steps of a code's call flow, to be compared.
std::vector<std::string> message_steps(const versus::CodeFacts& code) {
  std::vector<std::string> steps;
  const auto add = [](std::string& step, const auto& part) {
    step += ' ';
    if (part) step += std::string(versus::enum_name(part->value));
  };
  for (const versus::FlowStep& one : code.flow) {
    std::string& step = steps.emplace_back();
    add(step, one.from);
    add(step, one.to);
    add(step, one.at);
    add(step, one.event);
    add(step, one.exchange);
    if (one.request) step += one.request->value;
    if (one.response) step += std::to_string(one.response->value);
    if (one.signal) step += one.signal->value;
    for (const std::string& part : one.with)
      step += ',' + part;
  }
  return steps;
}

}  // namespace

namespace real_site {

void check_comparison(const View& view, Record& record, Problems& problems) {
  const Page& page = view.page;
  if (page.kind != Kind::comparison) return;
  std::vector<std::string> headings;
  for (const std::string_view id : {"summary", "code-a", "code-b", "differences", "which", "sources"}) {
    const dom::Node* part = dom::by_id(view.root, id);
    if (part == nullptr) problems.add(page, "no part", id);
    if (id == "code-a") headings = texts_of(part, "h3");
    if (id == "code-b" && texts_of(part, "h3") != headings) problems.add(page, "cards of other headings");
    if (id == "differences" || id == "which") headings.push_back(texts_of(part, "h2").at(0));
  }
  if (!std::ranges::equal(headings, page.language->headings)) problems.add(page, "wrong headings");

  for (const dom::Node* row : dom::outermost(dom::by_id(view.root, "differences"), "tr")) {
    const auto cells = texts_of(row, "td");
    if (cells.empty()) continue;
    if (cells.size() != 2 || cells[0].empty() || cells[1].empty() || cells[0] == cells[1])
      problems.add(page, "a row without a difference", dom::text(*row));
    record.aspects.push_back({texts_of(row, "th").at(0), cells.front(), cells.back()});
  }
  for (const dom::Node* section : dom::all(view.root, "section")) {
    std::string headings_only;
    for (const std::string_view level : {"h2", "h3"}) {
      for (const std::string& heading : texts_of(section, level))
        headings_only += heading;
    }
    if (dom::text(*section).size() <= headings_only.size() + 1)
      problems.add(page, "an empty section", (*section)["id"]);
  }
  for (const dom::Node* row : dom::outermost(dom::by_id(view.root, "tell-apart"), "tr")) {
    const auto cells = texts_of(row, "td");
    if (!cells.empty() && (cells.size() != 2 || cells[0] == cells[1] || cells[0].empty() || cells[1].empty()))
      problems.add(page, "an observable that is the same for both", dom::text(*row));
  }
  const bool one_flow = message_steps(*page.a) == message_steps(*page.b);
  if (dom::all(*dom::by_id(view.root, "flow"), "svg").size() != (one_flow ? 1 : 2))
    problems.add(page, "not one picture for each call flow");
  std::set<std::string> others;
  for (const dom::Node* entry : dom::outermost(dom::by_id(view.root, "related"), "li")) {
    const auto topic = texts_of(entry, "span");
    if (topic.size() != 1 || !others.insert(topic.front()).second)
      problems.add(page, "a related code that is not named once", dom::text(*entry));
  }
  if (others.empty()) problems.add(page, "nothing related");

  const dom::Node* shared = dom::by_id(view.root, "shared");
  const auto names = texts_of(shared, "dt");
  const auto cells = texts_of(shared, "dd");
  if (names.size() != cells.size()) problems.add(page, "not one cell for each aspect");
  for (std::size_t i = 0; i < std::min(names.size(), cells.size()); ++i)
    record.aspects.push_back({names[i], cells[i], cells[i]});
}

}  // namespace real_site

TEST_CASE("the pages of all pairs have the same parts", "[site]") {
  CHECK(problems_of(check_comparison) == "");
}

TEST_CASE("a comparison shows each fact of its codes once", "[site]") {
  const Site& site = published();
  Problems problems;
  for (const Page& page : site.pages) {
    if (page.kind != Kind::comparison) continue;
    auto expected = expected_aspects(site, page);
    std::set<std::string_view> shown;
    for (const Aspect& aspect : survey().of(page).aspects) {
      if (!shown.insert(aspect.name).second) problems.add(page, "an aspect twice", aspect.name);
      const auto found = expected.find(aspect.name);
      if (found == expected.end()) continue;  // Code pages have sections of their own for some aspects.
      // What one code page does not show at all, a comparison calls by a word for nothing.
      const auto agrees = [](const std::string& fact, const std::string& cell) {
        return fact.empty() ? !cell.empty() : fact == cell;
      };
      if (!agrees(found->second.a, aspect.a) || !agrees(found->second.b, aspect.b))
        problems.add(page, "other than on the pages of the codes", aspect.name);
      expected.erase(found);
    }
    for (const auto& [name, aspect] : expected)
      problems.add(page, "an aspect is missing", name);
  }
  CHECK(problems.text() == "");
}
