// What separates two codes, and what follows from their differences.

#include <set>
#include <string>
#include <utility>
#include <vector>

#include "catch.h"
#include "compare/compare.h"
#include "site/real_registry.h"

using namespace real_site;
using namespace versus;

namespace {

std::string text(const Finding& found) {
  return std::string(found.key) + ' ' + std::to_string(found.first->code.value) + ' ' +
         std::to_string(found.second->code.value);
}

std::string rule(int a, int b) {
  return text(separation(registry(), code(a), code(b)));
}

std::string effects(int a, int b) {
  std::string result;
  for (const Finding& found : consequences(registry(), code(a), code(b)))
    result.append(result.empty() ? "" : ", ").append(text(found));
  return result;
}

}  // namespace

TEST_CASE("what separates most comes first", "[site][compare]") {
  CHECK(rule(180, 412) == "requests 180 412");
  CHECK(rule(380, 412) == "requests 380 412");
  CHECK(rule(412, 486) == "requests 412 486");
  CHECK(rule(180, 486) == "progress 180 486");
  CHECK(rule(183, 302) == "progress 183 302");
  CHECK(rule(100, 200) == "progress 100 200");
  CHECK(rule(180, 183) == "cause 180 183");
  CHECK(rule(200, 486) == "success 200 486");
  CHECK(rule(200, 302) == "success 200 302");
  CHECK(rule(200, 202) == "cause 200 202");
  CHECK(rule(302, 486) == "redirection 302 486");
  CHECK(rule(302, 603) == "redirection 302 603");
  CHECK(rule(301, 302) == "cause 301 302");
  CHECK(rule(486, 600) == "everywhere 600 486");
  CHECK(rule(503, 603) == "everywhere 603 503");
  CHECK(rule(403, 600) == "everywhere 600 403");
  CHECK(rule(600, 603) == "cause 600 603");
  CHECK(rule(600, 604) == "again 600 604");
  CHECK(rule(404, 403) == "again 404 403");
  CHECK(rule(403, 500) == "again 500 403");
  CHECK(rule(403, 410) == "cause 403 410");
  CHECK(rule(403, 487) == "cause 403 487");
  CHECK(rule(404, 500) == "cause 404 500");
  CHECK(rule(401, 407) == "cause 401 407");
}

TEST_CASE("what follows from a difference is said of the code that it follows from", "[site][compare]") {
  CHECK(effects(100, 486) == "one-hop 100 486");
  CHECK(effects(100, 180) == "one-hop 100 180, reliable 180 100");
  CHECK(effects(180, 486) == "");
  CHECK(effects(200, 302) == "");
  CHECK(effects(200, 202) == "deprecated 202 200");
  CHECK(effects(486, 600) == "everywhere 600 486");
  CHECK(effects(302, 600) == "");
  CHECK(effects(412, 600) == "");
  CHECK(effects(481, 486) == "ends-call 481 486");
  CHECK(effects(404, 486) == "ends-call 404 486");
  CHECK(effects(180, 404) == "");
  CHECK(effects(407, 503) == "credentials 407 503");
  CHECK(effects(180, 401) == "");
  CHECK(effects(401, 407) == "");
}

TEST_CASE("the order of two codes decides nothing about what separates them", "[site][compare]") {
  const std::vector<std::string_view> rule_keys = separation_keys();
  const std::vector<std::string_view> effect_keys = consequence_keys();
  std::set<std::string> seen;
  for (const CodeFacts& a : registry().codes) {
    for (const CodeFacts& b : registry().codes) {
      if (&a == &b) continue;
      INFO(a.code.value << " and " << b.code.value);
      const Finding found = separation(registry(), a, b);
      REQUIRE(found == separation(registry(), b, a));
      REQUIRE(((found.first == &a && found.second == &b) || (found.first == &b && found.second == &a)));
      seen.emplace(found.key);
      std::vector<Finding> all = consequences(registry(), a, b);
      std::vector<Finding> other = consequences(registry(), b, a);
      REQUIRE(all == other);
      std::set<std::string_view> keys;
      for (const Finding& effect : all) {
        // Of two codes at most one has what a consequence speaks of.
        REQUIRE(keys.insert(effect.key).second);
        seen.emplace(effect.key);
      }
    }
  }
  // Each of them says something about some pair.
  for (const auto* keys : {&rule_keys, &effect_keys}) {
    for (const std::string_view key : *keys) {
      INFO(key);
      CHECK(seen.contains(std::string(key)));
    }
  }
}
