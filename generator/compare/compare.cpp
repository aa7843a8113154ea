#include "compare/compare.h"

#include <algorithm>
#include <array>

namespace versus {

namespace {

template <typename Enum>
CellToken label(Enum value) {
  return {CellToken::Kind::label, std::string(enum_name(value)), {}};
}

template <typename Enum>
Cell labels(const std::vector<Enum>& values) {
  Cell cell;
  for (const Enum value : values)
    cell.push_back(label(value));
  return cell;
}

template <typename Enum>
std::vector<std::string_view> names() {
  std::vector<std::string_view> result;
  for (const auto& [name, value] : EnumNames<Enum>::names)
    result.emplace_back(name);
  return result;
}

std::vector<std::string_view> no_labels() {
  return {};
}

Cell class_cell(const CodeFacts& code) {
  return {{CellToken::Kind::response_class,
           std::string(1, static_cast<char>('0' + code.code.value / 100)) + "xx",
           {}}};
}

Cell headers_cell(const CodeFacts& code) {
  if (!code.required_headers) return {{CellToken::Kind::label, "none", {}}};
  Cell cell;
  for (const std::string& name : code.required_headers->are)
    cell.push_back({CellToken::Kind::literal, name, {}});
  return cell;
}

constexpr std::array table = {
    Axis{"outcome", class_cell, no_labels},
    Axis{"senders", [](const CodeFacts& code) { return labels(code.senders.are); }, names<Sender>},
    Axis{"dialog", [](const CodeFacts& code) { return Cell{label(code.dialog.effect.value)}; },
         names<DialogEffect>},
    Axis{"headers", headers_cell, [] { return std::vector<std::string_view>{"none"}; }},
    Axis{"retry", [](const CodeFacts& code) { return labels(code.retry.advice); }, names<RetryAdvice>},
    Axis{"status", [](const CodeFacts& code) { return Cell{label(code.status.value)}; }, names<Status>},
    Axis{"defined_in",
         [](const CodeFacts& code) {
           return Cell{{CellToken::Kind::reference, {}, code.defined_in}};
         },
         no_labels},
};

Outcome outcome(const Registry& registry, const CodeFacts& code) {
  return registry.class_of(code).outcome;
}

bool asks_for_credentials(const CodeFacts& code) {
  return std::ranges::count(code.retry.advice, RetryAdvice::with_credentials) > 0;
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

std::span<const Axis> axes() {
  return table;
}

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

}  // namespace versus
