// The real site is made without mistakes, and whole.

#include <atomic>
#include <set>
#include <string>
#include <vector>

#include "catch.h"
#include "site/real_site.h"
#include "source/parallel.h"

using namespace real_site;

TEST_CASE("the pages of the site are those that its content calls for", "[site]") {
  const Site& site = published();
  std::vector<std::string> missing;
  std::set<std::string> surplus;
  for (const auto& [path, index] : site.files) {
    if (path.ends_with(".html")) surplus.insert(path);
  }
  for (const std::string_view copy : {"copy/sip-en.html", "copy/sip-ja.html", "copy/sip-pt.html"}) {
    if (surplus.erase(std::string(copy)) == 0) missing.emplace_back(copy);
  }
  for (const Page& page : site.pages) {
    if (surplus.erase(page.path) == 0) missing.push_back(page.path);
  }
  CHECK(missing == std::vector<std::string>{});
  CHECK(surplus == std::set<std::string>{});
  CHECK(site.registry().codes.size() == 75);
}

TEST_CASE("every file of the site can be rendered", "[site]") {
  const Site& site = published();
  std::atomic<std::size_t> empty = 0;
  versus::parallel_for(site.files.size(), jobs, [&](std::size_t i) {
    std::string bytes;
    site.checked->pages->render(i, bytes);
    if (bytes.empty()) ++empty;
  });
  CHECK(empty == 0);
}
