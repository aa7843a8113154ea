#include "compare/compare.h"

#include <algorithm>
#include <array>

namespace versus {

namespace {

Outcome outcome(const Registry& registry, const CodeFacts& code) {
  return registry.class_of(code).outcome;
}

bool asks_for_credentials(const CodeFacts& code) {
  return std::ranges::count(code.retry.advice.value, RetryAdvice::with_credentials) > 0;
}

/// A consequence holds for (first, second) when its condition does.
struct Rule {
  std::string_view key;
  bool (*holds)(const Registry&, const CodeFacts& first, const CodeFacts& second);
};

constexpr std::array rules = {
    Rule{"pending",
         [](const Registry& registry, const CodeFacts& first, const CodeFacts& second) {
           return outcome(registry, first) == Outcome::provisional &&
                  outcome(registry, second) != Outcome::provisional;
         }},
    Rule{"success",
         [](const Registry& registry, const CodeFacts& first, const CodeFacts& second) {
           return outcome(registry, first) == Outcome::success &&
                  outcome(registry, second) == Outcome::failure;
         }},
    Rule{"credentials",
         [](const Registry& registry, const CodeFacts& first, const CodeFacts& second) {
           return asks_for_credentials(first) && !asks_for_credentials(second) &&
                  outcome(registry, second) == Outcome::failure;
         }},
};

}  // namespace

std::vector<std::string_view> consequence_keys() {
  std::vector<std::string_view> keys;
  for (const Rule& rule : rules)
    keys.push_back(rule.key);
  return keys;
}

std::vector<Consequence> consequences(const Registry& registry, const CodeFacts& a, const CodeFacts& b) {
  std::vector<Consequence> result;
  for (const Rule& rule : rules) {
    if (rule.holds(registry, a, b)) result.push_back({rule.key, &a, &b});
    if (rule.holds(registry, b, a)) result.push_back({rule.key, &b, &a});
  }
  return result;
}

std::vector<std::size_t> confused_with(const Registry& registry, std::size_t code) {
  const auto names = [&](std::size_t a, std::size_t b) {
    return std::ranges::count(registry.codes[a].confused_with, registry.codes[b].code.value,
                              [](const Located<int>& other) { return other.value; }) > 0;
  };
  std::vector<std::size_t> result;
  for (std::size_t i = 0; i < registry.codes.size(); ++i) {
    if (i != code && (names(code, i) || names(i, code))) result.push_back(i);
  }
  return result;
}

}  // namespace versus
