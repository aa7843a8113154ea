// Where the pages of the real site lead, and what they tell search engines.

#include <algorithm>
#include <map>
#include <set>
#include <string>
#include <vector>

#include "catch.h"
#include "site/real_site.h"

using namespace real_site;

namespace {

/// Where an address leads within the site: the page if it is one, or why it leads nowhere.
struct Target {
  const Page* page = nullptr;
  std::string problem;
};

Target follow(const Site& site, const Page& from, const dom::Node& link, std::string_view href) {
  const std::size_t hash = std::min(href.find('#'), href.size());
  const std::string_view fragment = href.substr(hash);
  std::string_view address = href.substr(0, hash);
  Target target{&from, {}};
  if (!address.empty()) {
    const std::string_view start = address.starts_with('/') ? site.prefix : site.base;
    if (!address.starts_with(start)) {
      const bool specification = link.name == "a" && href.starts_with("https://www.rfc-editor.org/rfc/rfc");
      return {nullptr, specification ? "" : "leads out of the site"};
    }
    address.remove_prefix(start.size());
    target.page = site.page(address);
    if (target.page == nullptr && !site.files.contains(std::string(address)))
      return {nullptr, "no such file"};
  }
  if (!fragment.empty() &&
      (target.page == nullptr || dom::by_id(target.page->root, fragment.substr(1)) == nullptr)) {
    target.problem = "no such id";
  }
  return target;
}

void check_links(const Site& site) {
  Problems problems;
  std::map<const Page*, std::set<const Page*>> links;
  for (const Page& page : site.pages) {
    for (const dom::Node* node : dom::all(page.root, "*")) {
      for (const std::string_view name : {"href", "src"}) {
        if (!node->attributes.contains(name)) continue;
        const Target target = follow(site, page, *node, (*node)[name]);
        if (!target.problem.empty()) problems.add(page, target.problem, (*node)[name]);
        if (node->name == "a" && target.page != nullptr) links[&page].insert(target.page);
      }
    }
  }
  std::set<const Page*> reached = {site.page("")};
  for (std::vector<const Page*> open(reached.begin(), reached.end()); !open.empty();) {
    const Page* page = open.back();
    open.pop_back();
    for (const Page* next : links[page]) {
      if (reached.insert(next).second) open.push_back(next);
    }
  }
  for (const Page& page : site.pages) {
    if (!page.not_found() && !reached.contains(&page))
      problems.add(page, "no way leads here from the home page");
  }
  CHECK(problems.text() == "");
}

/// Addresses of the `<link>`s of that relation; those of alternates with their language in front.
std::vector<std::string> links_of(const Page& page, std::string_view relation) {
  std::vector<std::string> found;
  for (const dom::Node* link : dom::all(page.root, "link")) {
    if ((*link)["rel"] != relation) continue;
    found.push_back(std::string((*link)["hreflang"]).append(relation == "alternate" ? " " : ""));
    found.back() += (*link)["href"];
  }
  return found;
}

/// The addresses that the language switch offers, with their language in front.
std::vector<std::string> language_switch(const Page& page) {
  std::vector<std::string> found;
  for (const dom::Node* link : dom::all(page.root, "a")) {
    if (link->attributes.contains("hreflang"))
      found.push_back(std::string((*link)["hreflang"]).append(" ").append((*link)["href"]));
  }
  return found;
}

}  // namespace

TEST_CASE("every link leads somewhere, and to every page leads one", "[site]") {
  check_links(published());
}

TEST_CASE("below a path every link leads somewhere", "[site]") {
  check_links(render("https://example.org/a/b/"));
}

TEST_CASE("search engines learn of each page once, and of its other languages", "[site]") {
  const Site& site = published();
  Problems problems;
  std::multiset<std::string> canonicals;
  for (const Page& page : site.pages) {
    const auto canonical = links_of(page, "canonical");
    const auto alternates = links_of(page, "alternate");
    if (page.not_found()) {
      if (!canonical.empty() || !alternates.empty()) problems.add(page, "offered to search engines");
      continue;
    }
    if (canonical != std::vector{site.base + page.address}) problems.add(page, "canonical is not itself");
    canonicals.insert(canonical.begin(), canonical.end());

    // The same list on all versions of a page, each of which exists, is reciprocal.
    const std::string rest = page.address.substr(page.language->prefix.size());
    std::vector<std::string> expected;
    std::vector<std::string> switches;
    for (const Language& language : languages()) {
      const std::string address = std::string(language.prefix) + rest;
      for (const std::string_view tag : language.hreflang)
        expected.push_back(std::string(tag) + " " + site.base + address);
      switches.push_back(std::string(language.tag) + " " + site.prefix + address);
      if (site.page(address) == nullptr) problems.add(page, "missing in another language", address);
    }
    expected.push_back("x-default " + site.base + rest);
    if (alternates != expected) problems.add(page, "wrong alternates");
    if (language_switch(page) != switches) problems.add(page, "wrong language switch");
  }
  CHECK(problems.text() == "");

  std::multiset<std::string> listed;
  const std::string& sitemap = site.files.at("sitemap.xml");
  const std::string_view mark = "<loc>";
  for (std::size_t at = sitemap.find(mark); at != std::string::npos; at = sitemap.find(mark, at + 1)) {
    const std::size_t begin = at + mark.size();
    listed.insert(sitemap.substr(begin, sitemap.find("</loc>", begin) - begin));
  }
  CHECK(listed == canonicals);
  CHECK(site.files.at("robots.txt").find("\nSitemap: " + site.base + "sitemap.xml\n") != std::string::npos);
}
