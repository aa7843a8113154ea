#include "compare/compare.h"

#include <algorithm>
#include <array>

#include "compare/methods.h"

namespace versus {

namespace {

Outcome outcome(const Registry& registry, const CodeFacts& code) {
  return registry.class_of(code).outcome;
}

bool is_final(const Registry& registry, const CodeFacts& code) {
  return outcome(registry, code) != Outcome::provisional;
}

bool fails(const Registry& registry, const CodeFacts& code) {
  return outcome(registry, code) == Outcome::failure;
}

bool advises(const CodeFacts& code, RetryAdvice advice) {
  return std::ranges::count(code.retry.advice.value, advice) > 0;
}

bool ends_more_than_the_transaction(const CodeFacts& code) {
  return code.mid_dialog &&
         (code.mid_dialog->ends == MidDialogEnd::usage || code.mid_dialog->ends == MidDialogEnd::dialog);
}

bool can_be_reliable(const CodeFacts& code) {
  return code.reliability && code.reliability->sent.value != ReliableSending::never;
}

/// A statement is made of (first, second) when its condition holds.
struct Rule {
  std::string_view key;
  bool (*holds)(const Registry&, const CodeFacts& first, const CodeFacts& second);
};

/// The same request, or one with credentials, can come to another end.
bool worth_another_attempt(const CodeFacts& code) {
  return advises(code, RetryAdvice::after_delay) || advises(code, RetryAdvice::with_credentials) ||
         advises(code, RetryAdvice::elsewhere);
}

/// True if the first ends the search for the callee everywhere, and the second is a failure that does not.
bool only_first_ends_search(const Registry& registry, const CodeFacts& first, const CodeFacts& second) {
  return first.fork.role.value == ForkRole::ends_search && fails(registry, second) &&
         second.fork.role.value != ForkRole::ends_search;
}

/// What separates most comes first. Where none of them holds, the two differ in what they are about.
constexpr std::array separations = {
    Rule{"requests", [](const Registry& registry, const CodeFacts& first,
                        const CodeFacts& second) { return !answer_the_same(registry, first, second); }},
    Rule{"progress",
         [](const Registry& registry, const CodeFacts& first, const CodeFacts& second) {
           return !is_final(registry, first) && is_final(registry, second);
         }},
    Rule{"success",
         [](const Registry& registry, const CodeFacts& first, const CodeFacts& second) {
           return outcome(registry, first) == Outcome::success && is_final(registry, second) &&
                  outcome(registry, second) != Outcome::success;
         }},
    Rule{"redirection",
         [](const Registry& registry, const CodeFacts& first, const CodeFacts& second) {
           return outcome(registry, first) == Outcome::redirection && fails(registry, second);
         }},
    Rule{"everywhere", only_first_ends_search},
    Rule{"again",
         [](const Registry& registry, const CodeFacts& first, const CodeFacts& second) {
           return fails(registry, first) && fails(registry, second) && worth_another_attempt(first) &&
                  advises(second, RetryAdvice::never);
         }},
};
constexpr std::string_view cause = "cause";

constexpr std::array consequence_rules = {
    Rule{"one-hop",
         [](const Registry&, const CodeFacts& first, const CodeFacts& second) {
           return first.fork.role.value == ForkRole::hop_by_hop &&
                  second.fork.role.value != ForkRole::hop_by_hop;
         }},
    Rule{"reliable",
         [](const Registry& registry, const CodeFacts& first, const CodeFacts& second) {
           return can_be_reliable(first) && !is_final(registry, second) && !can_be_reliable(second);
         }},
    Rule{"everywhere",
         [](const Registry& registry, const CodeFacts& first, const CodeFacts& second) {
           return only_first_ends_search(registry, first, second) && answer_the_same(registry, first, second);
         }},
    Rule{"ends-call",
         [](const Registry& registry, const CodeFacts& first, const CodeFacts& second) {
           return ends_more_than_the_transaction(first) && answer_the_same(registry, first, second) &&
                  second.mid_dialog && second.mid_dialog->ends == MidDialogEnd::transaction;
         }},
    Rule{"credentials",
         [](const Registry& registry, const CodeFacts& first, const CodeFacts& second) {
           return advises(first, RetryAdvice::with_credentials) && fails(registry, second) &&
                  !advises(second, RetryAdvice::with_credentials);
         }},
    Rule{"deprecated",
         [](const Registry&, const CodeFacts& first, const CodeFacts& second) {
           return first.status.value == Status::deprecated && second.status.value != Status::deprecated;
         }},
};

template <std::size_t N>
std::vector<std::string_view> keys_of(const std::array<Rule, N>& rules) {
  std::vector<std::string_view> keys;
  for (const Rule& rule : rules)
    keys.push_back(rule.key);
  return keys;
}

}  // namespace

std::vector<std::string_view> separation_keys() {
  std::vector<std::string_view> keys = keys_of(separations);
  keys.push_back(cause);
  return keys;
}

Finding separation(const Registry& registry, const CodeFacts& a, const CodeFacts& b) {
  const bool ordered = a.code.value < b.code.value;
  const CodeFacts& low = ordered ? a : b;
  const CodeFacts& high = ordered ? b : a;
  for (const Rule& rule : separations) {
    if (rule.holds(registry, low, high)) return {rule.key, &low, &high};
    if (rule.holds(registry, high, low)) return {rule.key, &high, &low};
  }
  return {cause, &low, &high};
}

std::vector<std::string_view> consequence_keys() {
  return keys_of(consequence_rules);
}

std::vector<Finding> consequences(const Registry& registry, const CodeFacts& a, const CodeFacts& b) {
  std::vector<Finding> result;
  for (const Rule& rule : consequence_rules) {
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
