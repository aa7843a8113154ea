// What has to hold on the page of every code.

#include <algorithm>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "catch.h"
#include "compare/compare.h"
#include "site/survey.h"

using namespace real_site;
using versus::CodeFacts;

namespace {

/// Failures that one step seldom cures.
const std::set<int> several_steps = {401, 403, 404, 405, 407, 408, 415, 420, 480, 481, 482, 483, 484, 486,
                                     487, 488, 489, 491, 500, 502, 503, 504, 600, 603, 604, 606, 607, 608};

bool is_section_of_rfc(std::string_view address) {
  constexpr std::string_view start = "https://www.rfc-editor.org/rfc/rfc";
  constexpr std::string_view mark = ".html#section-";
  if (!address.starts_with(start)) return false;
  const std::size_t end = address.find_first_not_of("0123456789", start.size());
  return end > start.size() && end != std::string_view::npos && address.substr(end).starts_with(mark) &&
         address.size() > end + mark.size();
}

bool names_rfc(const dom::Node& node) {
  const auto links = dom::all(node, "a");
  return std::ranges::any_of(links, [](const dom::Node* link) { return is_section_of_rfc((*link)["href"]); });
}

std::vector<std::string> expected_sections(const Site& site, const CodeFacts& code, std::size_t index) {
  std::vector<std::string> sections = {"code", "which"};
  const auto add = [&](std::string_view id, bool wanted = true) {
    if (wanted) sections.emplace_back(id);
  };
  add("confused", !confused_with(site.registry(), index).empty());
  add("facts");
  add("headers", !code.headers.empty());
  add("timers", !code.timers.empty());
  add("flow");
  add("messages");
  add("gateway", code.gateway.has_value());
  add("stacks", !site.registry().stacks.empty());
  for (const std::string_view id : {"pairs", "neighbours", "sources"})
    add(id);
  return sections;
}

/// The text of a fact without the places that it rests on.
std::string cell_text(const dom::Node& cell) {
  std::string text;
  for (const dom::Node& child : cell.children) {
    if (child["class"] != "links") text += dom::raw_text(child);
  }
  return dom::squeezed(text);
}

void check_facts(const View& view, Record& record, Problems& problems) {
  const dom::Node* facts = dom::by_id(view.root, "facts");
  const auto names = dom::outermost(facts, "dt");
  const auto cells = dom::outermost(facts, "dd");
  if (names.empty() || names.size() != cells.size()) problems.add(view.page, "not one cell for each fact");
  std::size_t without_source = 0;
  for (std::size_t i = 0; i < std::min(names.size(), cells.size()); ++i) {
    record.aspects.push_back({dom::text(*names[i]), cell_text(*cells[i]), {}});
    if (record.aspects.back().a.empty()) problems.add(view.page, "an empty fact", record.aspects.back().name);
    if (!names_rfc(*cells[i])) ++without_source;
  }
  // That a code is registered says the registry of IANA, not a section of an RFC.
  const bool registered = view.page.a->status.value == versus::Status::registered;
  if (without_source != (registered ? 1 : 0)) problems.add(view.page, "a fact without a section of an RFC");

  for (const auto& [id, element] : {std::pair{"headers", "tr"}, {"timers", "li"}, {"gateway", "li"}}) {
    for (const dom::Node* item : dom::outermost(dom::by_id(view.root, id), element)) {
      const bool names_columns = item->name == "tr" && dom::all(*item, "td").empty();
      if (!names_columns && !names_rfc(*item))
        problems.add(view.page, "without a section of an RFC", dom::text(*item));
    }
  }
}

std::size_t count(const View& view, std::string_view id, std::string_view element) {
  return dom::outermost(dom::by_id(view.root, id), element).size();
}

}  // namespace

namespace real_site {

void check_code_page(const View& view, Record& record, Problems& problems) {
  const Page& page = view.page;
  if (page.kind != Kind::code) return;
  const versus::Registry& registry = view.site.registry();
  const std::size_t index = registry.find(page.a->code.value);

  std::vector<std::string> sections;
  for (const dom::Node* section : dom::outermost(&dom::first(view.root, "main"), "section"))
    sections.emplace_back((*section)["id"]);
  if (sections != expected_sections(view.site, *page.a, index)) problems.add(page, "wrong sections");

  check_facts(view, record, problems);
  if (count(view, "headers", "tr") != (page.a->headers.empty() ? 0 : page.a->headers.size() + 1))
    problems.add(page, "not one row for each header field");
  if (count(view, "timers", "li") != page.a->timers.size()) problems.add(page, "not one item for each timer");
  if (count(view, "flow", "li") != page.a->flow.size() || page.a->flow.empty())
    problems.add(page, "not one item for each step of the flow");
  if (count(view, "confused", "li") != confused_with(registry, index).size())
    problems.add(page, "not one item for each confused code");
  if (count(view, "pairs", "li") != registry.codes.size() - 1) problems.add(page, "not all pairs");

  const std::size_t steps = count(view, "code", "li");
  if (steps < (several_steps.contains(page.a->code.value) ? 2 : 1))
    problems.add(page, "too few steps to fix it");
  record.message = dom::raw_text(dom::first(*dom::by_id(view.root, "messages"), "pre"));
}

void check_standing(const View& view, Record&, Problems& problems) {
  std::string status;
  for (const dom::Node* paragraph : dom::all(view.root, "p")) {
    if ((*paragraph)["class"] == "status") status += dom::text(*paragraph) + '\n';
  }
  std::vector<std::string> words;
  const auto document = [](const versus::SpecReference& at) {
    return at.series + ' ' + std::to_string(at.number);
  };
  for (const CodeFacts* code : {view.page.a, view.page.b}) {
    if (code == nullptr) continue;
    if (code->registered_phrase) words.push_back(code->registered_phrase->value);
    if (code->deprecated_by) words.push_back(document(*code->deprecated_by));
    for (const versus::FormerPhrase& former : code->former_phrases) {
      words.push_back(former.phrase);
      words.push_back(document(former.source));
    }
  }
  for (const std::string& word : words) {
    if (status.find(word) == std::string::npos) problems.add(view.page, "does not say", word);
  }
  if (words.empty() && !status.empty()) problems.add(view.page, "says without need", status);
}

}  // namespace real_site

TEST_CASE("the page of a code has all parts that its facts call for", "[site]") {
  CHECK(problems_of(check_code_page) == "");
}

TEST_CASE("what became of a code is said wherever it is shown", "[site]") {
  CHECK(problems_of(check_standing) == "");
  const versus::Registry& registry = published().registry();
  CHECK(registry.codes.at(registry.find(202)).registered_phrase->value == "Accepted (Deprecated)");
  CHECK(registry.codes.at(registry.find(437)).former_phrases.at(0).phrase == "Unsupported Certificate");
}

TEST_CASE("the example of a code is the same in all languages", "[site]") {
  const Site& site = published();
  Problems problems;
  for (const Page& page : site.pages) {
    if (page.kind == Kind::code && survey().of(page).message != survey().of(*site.page(page.rest)).message)
      problems.add(page, "another example than in English");
  }
  CHECK(problems.text() == "");
}

TEST_CASE("codes that are no standard are no pages", "[site]") {
  // What vendors use is neither registered nor defined by an RFC.
  const Site& site = published();
  std::vector<std::string> found;
  for (const auto& [path, index] : site.files) {
    for (const std::string_view code : {"477", "478", "490", "687", "701", "702", "703"}) {
      if (path.find(code) != std::string::npos && path.ends_with(".html")) found.push_back(path);
    }
  }
  CHECK(found == std::vector<std::string>{});
}
