// How much texts repeat: by hand where it can be counted, and against the definition where it cannot.

#include <algorithm>
#include <cstddef>
#include <functional>
#include <iterator>
#include <random>
#include <string>
#include <string_view>
#include <tuple>
#include <vector>

#include "audit/measure.h"
#include "catch.h"

using namespace versus;

namespace {

using Texts = std::vector<std::vector<Sequence>>;
using Pairs = std::vector<std::tuple<std::size_t, std::size_t, double>>;

std::vector<Sequence> sequences(std::string_view text) {
  std::vector<std::string_view> words;
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t end = std::min(text.find(' ', at), text.size());
    words.push_back(text.substr(at, end - at));
    at = end + 1;
  }
  return sequences_of(words);
}

Pairs pairs_of(const Neighbours& neighbours) {
  Pairs pairs;
  for (const Likeness& pair : neighbours.closest)
    pairs.emplace_back(pair.a, pair.b, pair.jaccard);
  return pairs;
}

/// The measure as it is defined.
double jaccard(const std::vector<Sequence>& a, const std::vector<Sequence>& b) {
  std::vector<Sequence> both;
  std::vector<Sequence> either;
  std::ranges::set_intersection(a, b, std::back_inserter(both));
  std::ranges::set_union(a, b, std::back_inserter(either));
  return either.empty() ? 0 : static_cast<double>(both.size()) / static_cast<double>(either.size());
}

Texts random_texts(std::mt19937& random, std::size_t count) {
  Texts texts(count);
  for (auto& text : texts) {
    const std::size_t size = random() % 12;  // Some have none.
    for (std::size_t i = 0; i < size; ++i)
      text.push_back(random() % 20);
    text = distinct(text);
  }
  return texts;
}

}  // namespace

TEST_CASE("a sequence is five words in a row", "[audit]") {
  CHECK(sequences("").empty());
  CHECK(sequences("a b c d").empty());
  CHECK(sequences("a b c d e").size() == 1);
  const auto found = sequences("a b c d e f a b c d e");
  REQUIRE(found.size() == 7);
  CHECK(found[0] == found[6]);
  CHECK(distinct(found).size() == 6);
  CHECK(std::ranges::is_sorted(distinct(found)));
  CHECK(sequences("a b c d e") != sequences("A b c d e"));
  CHECK(sequences("a b c d e") != sequences("b a c d e"));
  CHECK(sequences("a b c d e") != sequences("a b c d f"));
  CHECK(sequences("ab c d e f") != sequences("a bc d e f"));
}

TEST_CASE("repetition counts each occurrence of what occurs more than once", "[audit]") {
  CHECK(repetition({}) == 0);
  CHECK(repetition(sequences("a b c d e")) == 0);
  CHECK(repetition(sequences("a b c d e f g h")) == 0);
  CHECK(repetition(sequences("a b c d e a b c d e")) == 2.0 / 6);        // abcde twice
  CHECK(repetition(sequences("a b c d e f x a b c d e f")) == 4.0 / 9);  // abcde and bcdef twice
  CHECK(repetition(sequences("a b c d x a b c d")) == 0);                // four words are no sequence
  CHECK(repetition(sequences("a a a a a a a")) == 1);
  CHECK(repetition({1, 2, 1, 3, 1, 2, 4}) == 5.0 / 7);
}

TEST_CASE("the likeness of texts is what they share by what they have together", "[audit]") {
  const Texts texts = {{1, 2, 3}, {2, 3, 4}, {9}, {}, {1, 2, 3}, {}, {4}};
  const Neighbours found = compare_all(texts, 5, 1, 2);
  CHECK(found.nearest == std::vector<double>{1, 0.5, 0, 0, 1, 0, 1.0 / 3});
  CHECK(pairs_of(found) == Pairs{{0, 4, 1}, {0, 1, 0.5}, {1, 4, 0.5}, {1, 6, 1.0 / 3}, {0, 2, 0}});

  CHECK(pairs_of(compare_all(texts, 1, 2, 1)) == Pairs{{0, 4, 1}});
  CHECK(pairs_of(compare_all(texts, 0, 0.5, 1)) == Pairs{{0, 4, 1}, {0, 1, 0.5}, {1, 4, 0.5}});
  CHECK(pairs_of(compare_all(texts, 0, 0.51, 1)) == Pairs{{0, 4, 1}});
  CHECK(compare_all(Texts{}, 5, 0.5, 1).nearest.empty());
  CHECK(compare_all(Texts{{1}}, 5, 0.5, 1).nearest == std::vector<double>{0});
  CHECK(compare_all(Texts{{1}}, 5, 0, 1).closest.empty());
}

TEST_CASE("the search finds what a comparison of every two texts finds, with any number of threads",
          "[audit]") {
  std::mt19937 random(2775);
  for (int round = 0; round < 60; ++round) {
    const Texts texts = random_texts(random, random() % 30);
    std::vector<double> nearest(texts.size());
    Pairs pairs;
    for (std::size_t a = 0; a < texts.size(); ++a) {
      for (std::size_t b = 0; b < texts.size(); ++b) {
        if (a == b) continue;
        const double measure = jaccard(texts[a], texts[b]);
        nearest[a] = std::max(nearest[a], measure);
        if (a < b) pairs.emplace_back(a, b, measure);
      }
    }
    std::ranges::stable_sort(pairs, std::ranges::greater(),
                             [](const auto& pair) { return std::get<2>(pair); });
    constexpr double limit = 0.25;
    const auto above = static_cast<std::size_t>(
        std::ranges::count_if(pairs, [&](const auto& pair) { return std::get<2>(pair) >= limit; }));
    pairs.resize(std::min(pairs.size(), std::max<std::size_t>(above, 7)));

    for (const std::size_t jobs : {1, 3}) {
      const Neighbours found = compare_all(texts, 7, limit, jobs);
      CHECK(found.nearest == nearest);
      CHECK(pairs_of(found) == pairs);
    }
  }
}

TEST_CASE("the median is the middle value, or the mean of the two there", "[audit]") {
  CHECK(median({}) == 0);
  CHECK(median({3}) == 3);
  CHECK(median({5, 1, 2}) == 2);
  CHECK(median({8, 1, 2, 4}) == 3);
}
