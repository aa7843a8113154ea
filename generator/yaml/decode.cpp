#include "yaml/decode.h"

#include <algorithm>
#include <charconv>

#include "source/utf8.h"

namespace versus {

namespace {

constexpr std::size_t unlimited = std::numeric_limits<std::size_t>::max();

std::string quote(std::string_view text) {
  constexpr std::size_t longest = 40;  // A message is one line; the file's text is shown below it anyway.
  std::string result(1, '\'');
  std::size_t end = 0;
  while (end < text.size() && end < longest)
    end += utf8::first(text.substr(end)).value_or(utf8::Character{}).bytes;
  result += text.substr(0, end);
  if (end < text.size()) result += "…";
  return result += '\'';
}

/// What the value at hand is to be called.
std::string subject(const DecodeContext& context) {
  if (context.key.empty()) return context.item ? "an item" : "the file";
  return (context.item ? "an item of " : "") + quote(context.key);
}

std::string kind_of(const Node& node) {
  switch (node.kind) {
    case Node::Kind::sequence:
      return "is a list";
    case Node::Kind::mapping:
      return "is a mapping";
    case Node::Kind::scalar:
      break;
  }
  if (node.missing()) return "has no value";
  return node.plain ? "is " + quote(node.text) : "is a text in quotes";
}

bool wrong_type(const Node& node, std::string_view wanted, DecodeContext& context, std::string hint = {}) {
  context.diagnostics.add(DiagnosticKind::wrong_type, node.span,
                          subject(context) + " " + kind_of(node) + ", expected " + std::string(wanted),
                          std::move(hint));
  return false;
}

template <typename Number>
std::string limits(Number min, Number max, Number highest) {
  if (min == max) return std::to_string(min);
  if (max == highest) return "at least " + std::to_string(min);
  if (min == 0) return "at most " + std::to_string(max);
  return std::to_string(min) + " to " + std::to_string(max);
}

bool check_count(const Node& node, std::size_t count, std::string_view unit, std::size_t min, std::size_t max,
                 DecodeContext& context) {
  if (count >= min && count <= max) return true;
  std::string units(unit);
  if (count != 1) units = unit == "entry" ? "entries" : units + "s";
  context.diagnostics.add(DiagnosticKind::out_of_range, node.span,
                          subject(context) + " has " + std::to_string(count) + " " + units + ", expected " +
                              limits(min, max, unlimited));
  return false;
}

bool all_digits(std::string_view text) {
  return !text.empty() && text.find_first_not_of("0123456789") == std::string_view::npos;
}

/// How YAML 1.2 (10.3.2, core schema) would read a plain scalar that is not a text; empty if it is one.
std::string_view other_reading(std::string_view text) {
  for (const std::string_view word : {"null", "Null", "NULL", "~"}) {
    if (text == word) return "null";
  }
  for (const std::string_view word : {"true", "True", "TRUE", "false", "False", "FALSE"}) {
    if (text == word) return "true or false";
  }
  if (text.starts_with("0x") && text.size() > 2 &&
      text.find_first_not_of("0123456789abcdefABCDEF", 2) == std::string_view::npos) {
    return "a number";
  }
  if (text.starts_with("0o") && text.size() > 2 &&
      text.find_first_not_of("01234567", 2) == std::string_view::npos) {
    return "a number";
  }
  std::string_view rest = text;
  if (rest.starts_with('+') || rest.starts_with('-')) rest.remove_prefix(1);
  if (rest == ".inf" || rest == ".Inf" || rest == ".INF" || text == ".nan" || text == ".NaN" ||
      text == ".NAN") {
    return "a number";
  }
  const auto digits = [&] {
    const std::size_t count = std::min(rest.find_first_not_of("0123456789"), rest.size());
    rest.remove_prefix(count);
    return count;
  };
  std::size_t mantissa = digits();
  if (rest.starts_with('.')) {
    rest.remove_prefix(1);
    mantissa += digits();
  }
  if (mantissa == 0) return {};
  if (rest.starts_with('e') || rest.starts_with('E')) {
    rest.remove_prefix(1);
    if (rest.starts_with('+') || rest.starts_with('-')) rest.remove_prefix(1);
    if (digits() == 0) return {};
  }
  return rest.empty() ? "a number" : std::string_view();
}

std::string listed(const std::vector<std::string_view>& words) {
  std::string result;
  for (std::size_t i = 0; i < words.size(); ++i) {
    if (i > 0) result += i + 1 == words.size() ? " or " : ", ";
    result += words[i];
  }
  return result;
}

std::string suggestion(std::string_view word, const std::vector<std::string_view>& words) {
  std::string near = did_you_mean(word, words);
  return near.empty() && !words.empty() ? "expected " + listed(words) : near;
}

bool same(const Node& a, const Node& b) {
  return a.kind == b.kind && a.text == b.text && std::ranges::equal(a.items, b.items, same) &&
         std::ranges::equal(a.entries, b.entries, [](const Entry& x, const Entry& y) {
           return x.key == y.key && same(x.value, y.value);
         });
}

bool check_unique(const Node& list, DecodeContext& context) {
  bool good = true;
  for (std::size_t i = 1; i < list.items.size(); ++i) {
    const Node& item = list.items[i];
    const auto first = std::ranges::find_if(list.items, [&](const Node& other) { return same(item, other); });
    if (&*first == &item || item.missing()) continue;
    const std::string what = item.kind == Node::Kind::scalar ? quote(item.text) : "the same item";
    context.diagnostics.add(DiagnosticKind::duplicate_value, item.span,
                            what + " stands twice in " + subject(context), {}, {{first->span, "first here"}});
    good = false;
  }
  return good;
}

}  // namespace

bool decode(const Node& node, bool& value, DecodeContext& context, const Rules&) {
  constexpr std::string_view wanted = "true or false";
  if (!decode_detail::is_scalar(node, wanted, context)) return false;
  if (!node.plain) return wrong_type(node, wanted, context, "remove the quotes");
  if (node.text != "true" && node.text != "false") return wrong_type(node, wanted, context);
  value = node.text == "true";
  return true;
}

bool decode(const Node& node, int& value, DecodeContext& context, const Rules& rules) {
  constexpr std::string_view wanted = "a whole number";
  if (!decode_detail::is_scalar(node, wanted, context)) return false;
  const std::string_view text = node.text;
  const std::string_view digits = text.starts_with('-') ? text.substr(1) : text;
  if (!node.plain) return wrong_type(node, wanted, context, all_digits(text) ? "remove the quotes" : "");
  if (!all_digits(digits)) return wrong_type(node, "a whole number in decimal digits", context);
  if (digits.size() > 1 && digits.front() == '0') {
    return wrong_type(node, "a whole number without a leading zero", context);
  }
  int number = 0;
  const auto [rest, error] = std::from_chars(text.data(), text.data() + text.size(), number);
  if (error == std::errc() && number >= rules.range.min && number <= rules.range.max) {
    value = number;
    return true;
  }
  context.diagnostics.add(DiagnosticKind::out_of_range, node.span,
                          subject(context) + " is " + (text.size() > 20 ? quote(text) : std::string(text)) +
                              ", expected " +
                              limits(rules.range.min, rules.range.max, std::numeric_limits<int>::max()));
  return false;
}

bool decode(const Node& node, std::string& value, DecodeContext& context, const Rules& rules) {
  if (!decode_detail::is_scalar(node, "a text", context)) return false;
  const std::string_view other = node.plain ? other_reading(node.text) : std::string_view();
  if (!other.empty()) {
    return wrong_type(node, "a text", context, "quote it, since YAML reads it as " + std::string(other));
  }
  value = node.text;
  return check_count(node, utf8::count(value), "character", rules.length.min, rules.length.max, context);
}

namespace decode_detail {

bool is_scalar(const Node& node, std::string_view wanted, DecodeContext& context) {
  if (node.kind == Node::Kind::scalar && !node.missing()) return true;
  return wrong_type(node, wanted, context);
}

bool is_sequence(const Node& node, const Rules& rules, DecodeContext& context) {
  if (node.kind != Node::Kind::sequence) return wrong_type(node, "a list", context);
  const bool count = check_count(node, node.items.size(), "item", rules.items.min, rules.items.max, context);
  const bool unique = !rules.unique || check_unique(node, context);
  return count && unique;
}

bool is_mapping(const Node& node, const Rules& rules, DecodeContext& context) {
  if (node.kind != Node::Kind::mapping) return wrong_type(node, "a mapping", context);
  return check_count(node, node.entries.size(), "entry", rules.items.min, rules.items.max, context);
}

bool check_keys(const Node& node, std::span<const Key> keys, DecodeContext& context) {
  bool good = true;
  std::vector<std::string_view> names;
  for (const Key& key : keys)
    names.push_back(key.name);
  for (const Entry& entry : node.entries) {
    if (entry.key.empty() || std::ranges::find(names, entry.key) != names.end()) continue;
    context.diagnostics.add(DiagnosticKind::unknown_key, entry.key_span, "unknown key " + quote(entry.key),
                            suggestion(entry.key, names));
    good = false;
  }
  const Span place = node.entries.empty() ? node.span : node.entries.front().key_span;
  for (const Key& key : keys) {
    const auto misspelt = [&](const Entry& entry) {
      return std::ranges::find(names, entry.key) == names.end() && resembles(entry.key, key.name);
    };
    if (!key.required || node.find(key.name) != nullptr || std::ranges::any_of(node.entries, misspelt))
      continue;
    const std::string where = context.key.empty() && !context.item ? "" : " in " + subject(context);
    context.diagnostics.add(DiagnosticKind::required_key, place, quote(key.name) + " is missing" + where,
                            "add a line '" + std::string(key.name) + ": …'");
    good = false;
  }
  return good;
}

std::optional<std::size_t> find_word(const Node& node, std::span<const std::string_view> words,
                                     DecodeContext& context) {
  const std::vector<std::string_view> all(words.begin(), words.end());
  if (!is_scalar(node, listed(all), context)) return std::nullopt;
  const auto found = std::ranges::find(words, node.text);
  if (found != words.end()) return static_cast<std::size_t>(found - words.begin());
  context.diagnostics.add(
      DiagnosticKind::unknown_value, node.span,
      "unknown " + (context.key.empty() ? "value" : std::string(context.key)) + " " + quote(node.text),
      suggestion(node.text, all));
  return std::nullopt;
}

}  // namespace decode_detail

}  // namespace versus
