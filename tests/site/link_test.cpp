// Where the pages of the real site lead, and what they tell search engines.

#include <algorithm>
#include <deque>
#include <filesystem>
#include <map>
#include <set>
#include <string>
#include <vector>

#include "catch.h"
#include "page/comparer.h"
#include "site/survey.h"
#include "source/parallel.h"

using namespace real_site;

namespace {

bool is_hex(std::string_view text) {
  return text.find_first_not_of("0123456789abcdef") == std::string_view::npos;
}

/// An RFC, a registry of IANA, or a file of an implementation as it was at one commit.
bool is_source(std::string_view address) {
  if (address.starts_with("https://www.rfc-editor.org/rfc/rfc")) return true;
  if (address.starts_with("https://www.iana.org/assignments/")) return true;
  constexpr std::string_view mark = "/blob/";
  const std::size_t commit = std::min(address.find(mark), address.size() - mark.size()) + mark.size();
  return address.starts_with("https://github.com/") && address.size() > commit + 41 &&
         is_hex(address.substr(commit, 40)) && address[commit + 40] == '/';
}

/// A file of this repository, where readers can change it.
bool is_edit(std::string_view address) {
  constexpr std::string_view start = "https://git.versus.example/versus/edit/main/";
  return address.starts_with(start) &&
         std::filesystem::is_regular_file(std::filesystem::path(VERSUS_SOURCE_DIR) /
                                          address.substr(start.size()));
}

void follow(const View& view, const dom::Node& link, std::string_view href, Record& record,
            Problems& problems) {
  const std::size_t hash = std::min(href.find('#'), href.size());
  std::string_view address = href.substr(0, hash);
  const std::string_view id = hash < href.size() ? href.substr(hash + 1) : std::string_view();
  const Page* target = &view.page;
  if (!address.empty()) {
    const std::string_view start = address.starts_with('/') ? view.site.prefix : view.site.base;
    if (!address.starts_with(start)) {
      if (link.name != "a" || !(is_source(href) || is_edit(href)))
        problems.add(view.page, "leads out of the site", href);
      return;
    }
    address.remove_prefix(start.size());
    target = view.site.page(address);
    if (target == nullptr) {
      if (!view.site.files.contains(address) || !id.empty()) problems.add(view.page, "no such file", href);
      return;
    }
  }
  if (link.name == "a") record.leads_to.push_back(target);
  if (!id.empty()) record.leads_to_id.emplace_back(target, id);
}

/// Steps that a reader takes from a page to every other that links lead to.
std::map<const Page*, int> steps_from(const Page* start) {
  std::map<const Page*, int> steps = {{start, 0}};
  for (std::deque<const Page*> open = {start}; !open.empty(); open.pop_front()) {
    for (const Page* next : survey().of(*open.front()).leads_to) {
      if (steps.emplace(next, steps.at(open.front()) + 1).second) open.push_back(next);
    }
  }
  return steps;
}

/// Addresses of the `<link>`s of that relation; those of alternates with their language in front.
std::vector<std::string> links_of(const dom::Node& root, std::string_view relation) {
  std::vector<std::string> found;
  for (const dom::Node* link : dom::all(root, "link")) {
    if ((*link)["rel"] != relation) continue;
    found.push_back(std::string((*link)["hreflang"]).append(relation == "alternate" ? " " : ""));
    found.back() += (*link)["href"];
  }
  return found;
}

/// The addresses that the language switch offers, with their language in front.
std::vector<std::string> language_switch(const dom::Node& root) {
  std::vector<std::string> found;
  for (const dom::Node* link : dom::all(root, "a")) {
    if (link->has("hreflang"))
      found.push_back(std::string((*link)["hreflang"]).append(" ").append((*link)["href"]));
  }
  return found;
}

std::string replaced(std::string text, std::string_view from, std::string_view to) {
  for (std::size_t at = text.find(from); at != std::string::npos; at = text.find(from, at + to.size()))
    text.replace(at, from.size(), to);
  return text;
}

/// True for a page that search engines are told of.
bool offered(const Site& site, const Page& page) {
  if (page.kind != Kind::comparison) return page.has_address();
  static const versus::Comparer comparer(*site.checked->site);
  const versus::Registry& registry = site.registry();
  return comparer.offered(registry.find(page.a->code.value), registry.find(page.b->code.value));
}

}  // namespace

namespace real_site {

void check_links(const View& view, Record& record, Problems& problems) {
  for (const dom::Node* node : dom::all(view.root, "*")) {
    for (const std::string_view name : {"href", "src"}) {
      if (node->has(name)) follow(view, *node, (*node)[name], record, problems);
    }
  }
  std::ranges::sort(record.leads_to);
  const auto [first, last] = std::ranges::unique(record.leads_to);
  record.leads_to.erase(first, last);
}

void check_search_engines(const View& view, Record&, Problems& problems) {
  const auto& [site, page, bytes, root] = view;
  const auto canonical = links_of(root, "canonical");
  const auto alternates = links_of(root, "alternate");
  if (!offered(site, page)) {
    if (!canonical.empty() || !alternates.empty()) problems.add(page, "offered to search engines");
    return;
  }
  if (canonical != std::vector{site.base + page.address}) problems.add(page, "canonical is not itself");

  // The same list on all versions of a page is reciprocal.
  std::vector<std::string> expected;
  std::vector<std::string> switches;
  for (const Language& language : languages()) {
    const std::string address = std::string(language.prefix) + page.rest;
    for (const std::string_view tag : language.hreflang)
      expected.push_back(std::string(tag) + " " + site.base + address);
    switches.push_back(std::string(language.tag) + " " + site.prefix + address);
  }
  expected.push_back("x-default " + site.base + page.rest);
  if (alternates != expected) problems.add(page, "wrong alternates");
  if (language_switch(root) != switches) problems.add(page, "wrong language switch");
}

}  // namespace real_site

TEST_CASE("every link leads somewhere", "[site]") {
  CHECK(problems_of(check_links) == "");
  Problems problems;
  for (const Page& page : published().pages) {
    for (const auto& [target, id] : survey().of(page).leads_to_id) {
      const std::vector<std::string>& ids = survey().of(*target).ids;
      if (std::ranges::find(ids, id) == ids.end())
        problems.add(page, "no such id", target->address + '#' + id);
    }
  }
  CHECK(problems.text() == "");
}

TEST_CASE("readers without scripts get everywhere, to a pair in two steps", "[site]") {
  Problems problems;
  for (const Language& language : languages()) {
    const auto steps = steps_from(published().page(language.prefix));
    for (const Page& page : published().pages) {
      if (page.language != &language || !page.has_address()) continue;
      const auto found = steps.find(&page);
      if (found == steps.end()) {
        problems.add(page, "no way leads here from the home page");
      } else if (page.kind == Kind::comparison && found->second > 2) {
        problems.add(page, "too far from the home page");
      }
    }
  }
  CHECK(problems.text() == "");
}

TEST_CASE("the list of all codes leads to every code, past ones included", "[site]") {
  Problems problems;
  for (const Page& page : published().pages) {
    if (page.kind != Kind::code && page.kind != Kind::historic) continue;
    const std::string list = std::string(page.language->prefix) + published().registry().slug + '/';
    const auto& listed = survey().of(*published().page(list)).leads_to;
    if (!std::ranges::binary_search(listed, &page)) problems.add(page, "not listed");
  }
  CHECK(problems.text() == "");
  CHECK(published().registry().historic.size() == 2);
}

TEST_CASE("below a path every address stands below it", "[site]") {
  const Site& site = published();
  const auto below = load("https://example.org/a/b/");
  REQUIRE(below->prefix == "/a/b/");
  std::vector<std::string> other(site.files.size());
  versus::parallel_for(site.files.size(), jobs, [&](std::size_t i) {
    const std::string& path = std::next(site.files.begin(), static_cast<std::ptrdiff_t>(i))->first;
    std::string expected = replaced(site.render(path), site.base, below->base);
    const bool is_json = path.starts_with("data/search.") || path.ends_with(".webmanifest");
    expected = is_json ? replaced(std::move(expected), "\"/", "\"/a/b/")
                       : replaced(std::move(expected), "=\"/", "=\"/a/b/");
    if (!below->files.contains(path) || below->render(path) != expected) other[i] = path;
  });
  std::erase(other, "");
  INFO("first of these: " << (other.empty() ? "" : other.front()));
  CHECK(other.size() == 0);
  CHECK(below->files.size() == site.files.size());
}

TEST_CASE("search engines learn of each page once, and of its other languages", "[site]") {
  CHECK(problems_of(check_search_engines) == "");

  const Site& site = published();
  std::multiset<std::string> expected;
  for (const Page& page : site.pages) {
    if (offered(site, page)) expected.insert(site.base + page.address);
  }
  std::multiset<std::string> listed;
  const std::string sitemap = site.render("sitemap.xml");
  const std::string_view mark = "<loc>";
  for (std::size_t at = sitemap.find(mark); at != std::string::npos; at = sitemap.find(mark, at + 1)) {
    const std::size_t begin = at + mark.size();
    listed.insert(sitemap.substr(begin, sitemap.find("</loc>", begin) - begin));
  }
  CHECK(listed == expected);
  CHECK(site.render("robots.txt").find("\nSitemap: " + site.base + "sitemap.xml\n") != std::string::npos);
}
