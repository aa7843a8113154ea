// What has to hold on every page of the real site.

#include <algorithm>
#include <cstdio>
#include <map>
#include <set>
#include <string>
#include <vector>

#include "catch.h"
#include "site/real_site.h"

using namespace real_site;

namespace {

std::string description_of(const Page& page) {
  for (const dom::Node* meta : dom::all(page.root, "meta")) {
    if ((*meta)["name"] == "description") return std::string((*meta)["content"]);
  }
  return {};
}

std::vector<std::string> texts_of(const dom::Node* node, std::string_view name) {
  std::vector<std::string> texts;
  if (node == nullptr) return texts;
  for (const dom::Node* element : dom::all(*node, name))
    texts.push_back(dom::text(*element));
  return texts;
}

void check_headings(const Page& page, Problems& problems) {
  int last = 0;
  for (const dom::Node* node : dom::all(page.root, "*")) {
    const bool heading =
        node->name.size() == 2 && node->name[0] == 'h' && node->name[1] >= '1' && node->name[1] <= '6';
    if (!heading) continue;
    const int level = node->name[1] - '0';
    if (level > last + 1) problems.add(page, "a heading skips a level", dom::text(*node));
    if (dom::text(*node).empty()) problems.add(page, "an empty heading");
    last = level;
  }
  if (dom::all(page.root, "h1").size() != 1) problems.add(page, "not one h1");
}

void check_ids(const Page& page, Problems& problems) {
  std::set<std::string_view> ids;
  for (const dom::Node* node : dom::all(page.root, "*")) {
    const std::string_view id = (*node)["id"];
    if (!id.empty() && !ids.insert(id).second) problems.add(page, "an id twice", id);
  }
}

}  // namespace

TEST_CASE("every page is well made", "[site]") {
  Problems problems;
  std::set<std::pair<std::string_view, std::string>> titles;
  std::set<std::pair<std::string_view, std::string>> descriptions;
  for (const Page& page : published().pages) {
    const std::string& bytes = published().files.at(page.path);
    for (const std::string_view mark : {"{{", "}}", "undefined"}) {
      if (bytes.find(mark) != std::string::npos) problems.add(page, "left over", mark);
    }
    const dom::Node& html = *dom::all(page.root, "html").at(0);
    if (html["lang"] != page.language->tag || html["dir"] != "ltr") problems.add(page, "wrong language");
    const auto title = texts_of(&page.root, "title");
    if (title.size() != 1 || title[0].empty()) problems.add(page, "not one title");
    if (!titles.emplace(page.language->tag, title.at(0)).second)
      problems.add(page, "another page has this title", title[0]);
    const std::string description = description_of(page);
    if (!page.not_found() && description.empty()) problems.add(page, "no description");
    if (!description.empty() && !descriptions.emplace(page.language->tag, description).second)
      problems.add(page, "another page has this description", description);
    check_headings(page, problems);
    check_ids(page, problems);
  }
  CHECK(problems.text() == "");
  // Per language: home, all codes, not found, 3 classes, 14 codes, 91 pairs.
  CHECK(published().pages.size() == 3 * (3 + 3 + 14 + 91));
}

TEST_CASE("every pair of codes has one page per language, all of the same parts", "[site]") {
  Problems problems;
  std::map<std::string_view, std::set<std::set<int>>> pairs;
  for (const Page& page : published().pages) {
    if (!page.comparison()) continue;
    const std::string name = page.address.substr(page.language->prefix.size());
    int a = 0;
    int b = 0;
    if (std::sscanf(name.c_str(), "sip/%d-vs-%d/", &a, &b) != 2 || a >= b)
      problems.add(page, "wrong address");
    pairs[page.language->tag].insert({a, b});

    std::vector<std::string> headings;
    for (const std::string_view id : {"summary", "code-a", "code-b", "differences", "which", "sources"}) {
      const dom::Node* part = dom::by_id(page.root, id);
      if (part == nullptr) problems.add(page, "no part", id);
      if (id == "code-a") headings = texts_of(part, "h3");
      if (id == "code-b" && texts_of(part, "h3") != headings) problems.add(page, "cards of other headings");
      if (id == "differences" || id == "which") headings.push_back(texts_of(part, "h2").at(0));
    }
    if (!std::ranges::equal(headings, page.language->headings)) problems.add(page, "wrong headings");

    std::set<std::string> aspects;
    for (const dom::Node* row : dom::all(*dom::by_id(page.root, "differences"), "tr")) {
      const auto cells = texts_of(row, "td");
      if (cells.empty()) continue;
      aspects.insert(texts_of(row, "th").at(0));
      if (cells.size() != 2 || cells[0].empty() || cells[1].empty() || cells[0] == cells[1])
        problems.add(page, "a row without a difference", dom::text(*row));
    }
    for (const std::string& aspect : texts_of(dom::by_id(page.root, "shared"), "dt")) {
      if (!aspects.insert(aspect).second) problems.add(page, "both shared and different", aspect);
    }
    if (aspects.size() != 7) problems.add(page, "an aspect is missing");
  }
  CHECK(problems.text() == "");
  for (const Language& language : languages())
    CHECK(pairs[language.tag].size() == 91);
}

TEST_CASE("what became of a code is said wherever it is shown", "[site]") {
  struct Standing {
    std::string code;
    std::vector<std::string> words;
  };
  const std::vector<Standing> standings = {{"202", {"RFC 6665"}},
                                           {"437", {"Unsupported Certificate", "RFC 4474"}}};
  Problems problems;
  for (const auto& [code, words] : standings) {
    std::size_t shown = 0;
    for (const Page& page : published().pages) {
      const std::string name = "/" + page.address;
      const bool about = name.find("/" + code + "/") != std::string::npos ||
                         name.find("/" + code + "-vs-") != std::string::npos ||
                         name.find("-vs-" + code + "/") != std::string::npos;
      if (!about) continue;
      ++shown;
      std::string status;
      for (const dom::Node* p : dom::all(page.root, "p")) {
        if ((*p)["class"] == "status") status += dom::text(*p);
      }
      for (const std::string& word : words) {
        if (status.find(word) == std::string::npos) problems.add(page, "does not say", word);
      }
    }
    CHECK(shown == 3 * 14);
  }
  CHECK(problems.text() == "");
}
