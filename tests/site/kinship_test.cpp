// How near codes are to each other, and which comparisons follow one.

#include "compare/kinship.h"

#include <algorithm>
#include <set>
#include <string>
#include <vector>

#include "catch.h"
#include "compare/compare.h"
#include "site/real_registry.h"

using namespace real_site;
using namespace versus;

namespace {

const Kinships& kinships() {
  static const Kinships all(registry());
  return all;
}

std::size_t at(int number) {
  return registry().find(number);
}

std::string text(const Kinship& kinship) {
  std::string result = std::to_string(kinship.score);
  for (const KinshipReason& reason : kinship.reasons) {
    result.append(" ").append(enum_name(reason.kind));
    if (!reason.text.empty()) result.append(":").append(reason.text);
  }
  return result.append(" ").append(enum_name(kinship.cls));
}

struct Row {
  int a;
  int b;
  std::string kinship;
};

template <typename Check>
void for_all_pairs(const Check& check) {
  const std::size_t count = registry().codes.size();
  for (std::size_t a = 0; a < count; ++a) {
    for (std::size_t b = 0; b < count; ++b) {
      if (a != b) check(a, b);
    }
  }
}

bool contains(const CodePair& pair, std::size_t code) {
  return pair.a == code || pair.b == code;
}

}  // namespace

TEST_CASE("the reasons of a kinship are those of the facts", "[site][kinship]") {
  const std::vector<Row> rows = {
      {486, 600, "15 confused-with cause:17 methods trigger:is-busy related"},
      {480, 486, "9 confused-with response-class:4xx related"},
      {401, 407, "12 confused-with cause:21 response-class:4xx related"},
      {403, 603, "11 confused-with cause:21 related"},
      {513, 413, "12 confused-with cause:127 change:body-size related"},
      {180, 181,
       "14 confused-with required-header:Contact required-header:RSeq required-header:Record-Route "
       "required-header:Require methods senders response-class:1xx related"},
      {436, 437,
       "19 confused-with required-header:Reason cause:31 change:identity specification:RFC 8224 senders "
       "response-class:4xx related"},
      {428, 438,
       "11 required-header:Reason cause:31 change:identity specification:RFC 8224 senders response-class:4xx "
       "related"},
      {183, 200, "11 confused-with required-header:Contact required-header:Record-Route related"},
      {180, 200, "3 required-header:Contact required-header:Record-Route related"},
      {408, 480, "12 confused-with cause:18 response-class:4xx related"},
      {408, 488, "2 senders response-class:4xx distant"},
      {181, 486, "1 senders distant"},
      {300, 301, "2 cause:23 response-class:3xx distant"},
      {491, 580, "4 cause:31 methods senders related"},
      // A cause that many codes share tells little, and so does a header field required in other cases.
      {413, 416, "2 cause:127 response-class:4xx distant"},
      {183, 421, "0 distant"},
      {180, 604, "0 distant"},
  };
  for (const Row& row : rows) {
    INFO(row.a << " " << row.b);
    CHECK(text(kinships().of(at(row.a), at(row.b))) == row.kinship);
  }
}

TEST_CASE("kinship is mutual, and its reasons are its score", "[site][kinship]") {
  for_all_pairs([](std::size_t a, std::size_t b) {
    INFO(registry().codes[a].code.value << " " << registry().codes[b].code.value);
    const Kinship kinship = kinships().of(a, b);
    REQUIRE(text(kinship) == text(kinships().of(b, a)));
    REQUIRE(kinship.score == kinships().score(a, b));
    REQUIRE(kinship.score == kinships().score(b, a));
    REQUIRE(kinship.cls == kinships().cls(b, a));
    REQUIRE((kinship.score == 0) == kinship.reasons.empty());
    REQUIRE(kinship.cls == (kinship.score >= related_score ? PairClass::related : PairClass::distant));
    std::set<KinshipKind> kinds;
    for (const KinshipReason& reason : kinship.reasons)
      kinds.insert(reason.kind);
    REQUIRE(kinship.score >= static_cast<int>(kinds.size()));
    REQUIRE(std::ranges::is_sorted(kinship.reasons, {}, &KinshipReason::kind));
    const std::vector<std::size_t> confused = confused_with(registry(), a);
    REQUIRE(kinds.contains(KinshipKind::confused_with) == (std::ranges::count(confused, b) > 0));
    REQUIRE(kinds.contains(KinshipKind::response_class) ==
            (registry().codes[a].code.value / 100 == registry().codes[b].code.value / 100));
    if (kinds.contains(KinshipKind::confused_with)) REQUIRE(kinship.cls == PairClass::related);
  });
}

TEST_CASE("a pair with texts of its own is curated, whatever its score", "[site][kinship]") {
  const std::vector<CodePair> curated = {{at(480), at(486)}, {at(604), at(180)}};
  const Kinships all(registry(), curated);
  for_all_pairs([&](std::size_t a, std::size_t b) {
    const bool listed =
        std::ranges::count(curated, CodePair{a, b}) + std::ranges::count(curated, CodePair{b, a}) > 0;
    REQUIRE(all.score(a, b) == kinships().score(a, b));
    REQUIRE(all.cls(a, b) == (listed ? PairClass::curated : kinships().cls(a, b)));
  });
}

TEST_CASE("the next comparisons share a code with the one read, the nearest first", "[site][kinship]") {
  const std::size_t count = registry().codes.size();
  for_all_pairs([&](std::size_t a, std::size_t b) {
    const std::vector<CodePair> all = related_pairs(kinships(), a, b, 1000);
    REQUIRE(all.size() == 2 * (count - 2));
    REQUIRE(all == related_pairs(kinships(), b, a, 1000));
    for (std::size_t i = 0; i < all.size(); ++i) {
      REQUIRE(all[i].a < all[i].b);
      REQUIRE(contains(all[i], a) != contains(all[i], b));
      if (i == 0) continue;
      const int score = kinships().score(all[i].a, all[i].b);
      const int before = kinships().score(all[i - 1].a, all[i - 1].b);
      REQUIRE((before > score || (before == score && all[i - 1] < all[i])));
    }
    const std::vector<CodePair> few = related_pairs(kinships(), a, b, 5);
    REQUIRE(few == std::vector<CodePair>(all.begin(), all.begin() + 5));
  });
}

TEST_CASE("what a reader of two codes goes to next", "[site][kinship]") {
  const auto next = [](int a, int b) {
    std::string result;
    for (const CodePair& pair : related_pairs(kinships(), at(a), at(b), 5)) {
      result += std::to_string(registry().codes[pair.a].code.value) + "-" +
                std::to_string(registry().codes[pair.b].code.value) + " ";
    }
    return result;
  };
  CHECK(next(486, 603) == "486-600 403-603 182-486 480-486 600-603 ");
  CHECK(next(401, 407) == "401-403 403-407 401-428 401-494 305-407 ");
  CHECK(next(180, 183) == "180-181 180-182 182-183 183-199 183-200 ");
}
