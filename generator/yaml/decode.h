#pragma once

#include <array>
#include <concepts>
#include <cstddef>
#include <map>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <tuple>
#include <type_traits>
#include <utility>
#include <vector>

#include "diagnostic/diagnostic.h"
#include "source/source.h"
#include "yaml/fields.h"
#include "yaml/yaml.h"

/// From YAML nodes to C++ values, by the tables of `yaml/fields.h`.
///
/// A type of its own form (a reference to an RFC, prose) has instead, beside it, a function
/// `bool decode_scalar(std::string_view text, const Node&, T&, DecodeContext&)` that reports its own
/// mistakes, and a `TextForm<T>`.
namespace versus {

/// Where decoding reads from and what it reports to. The other members say for messages what is being
/// decoded.
struct DecodeContext {
  const Sources& sources;
  Diagnostics& diagnostics;
  std::string_view key = {};  ///< The key whose value it is; empty for the file's own value.
  bool item = false;          ///< An item of the list under that key.
};

/// A value and where it stands in its file.
template <typename T>
struct Located {
  T value{};
  Span span;
  Span key;  ///< The key that the value belongs to; the value's own span if it is an item of a list.
};

template <typename T>
concept HasFields = requires {
  Fields<T>::table;
};

template <typename E>
concept HasEnumNames = requires {
  EnumNames<E>::names;
};

template <typename T>
concept HasDecodeScalar = requires(std::string_view text, const Node& node, T& value,
                                   DecodeContext& context) {
  { decode_scalar(text, node, value, context) } -> std::same_as<bool>;
};

// Each `decode` reports all mistakes below `node`, not only the first, and returns whether there was none.
// The value is filled as far as it could be.

/// `true` or `false`, unquoted.
bool decode(const Node& node, bool& value, DecodeContext& context, const Rules& rules = {});

/// Decimal digits without sign, leading zero or separator, unquoted.
bool decode(const Node& node, int& value, DecodeContext& context, const Rules& rules = {});

/// Any text; a plain scalar that reads as a number, a truth value or null must be quoted.
bool decode(const Node& node, std::string& value, DecodeContext& context, const Rules& rules = {});

template <HasEnumNames E>
bool decode(const Node& node, E& value, DecodeContext& context, const Rules& rules = {});

template <HasDecodeScalar T>
bool decode(const Node& node, T& value, DecodeContext& context, const Rules& rules = {});

template <HasFields T>
bool decode(const Node& node, T& value, DecodeContext& context, const Rules& rules = {});

template <typename T>
bool decode(const Node& node, std::optional<T>& value, DecodeContext& context, const Rules& rules = {});

template <typename T>
bool decode(const Node& node, Located<T>& value, DecodeContext& context, const Rules& rules = {});

template <typename T>
bool decode(const Node& node, std::vector<T>& value, DecodeContext& context, const Rules& rules = {});

/// A mapping of free keys. With `Located<T>` the order of the file can be had from the keys' spans.
template <typename T, typename Compare>
bool decode(const Node& node, std::map<std::string, T, Compare>& value, DecodeContext& context,
            const Rules& rules = {});

namespace decode_detail {

/// What the table of a struct says about one of its keys.
struct Key {
  std::string_view name;
  bool required;
};

bool is_scalar(const Node& node, std::string_view wanted, DecodeContext& context);
bool is_sequence(const Node& node, const Rules& rules, DecodeContext& context);
bool is_mapping(const Node& node, const Rules& rules, DecodeContext& context);

/// What of the rules of a list or map binds each of its items.
inline Rules of_item(const Rules& rules) {
  return {rules.range, rules.length, {}, false};
}

/// Reports keys that are missing and keys that the table does not have.
bool check_keys(const Node& node, std::span<const Key> keys, DecodeContext& context);

/// Index of the node's word among `words`; reports it and gives nothing if it is none of them.
std::optional<std::size_t> find_word(const Node& node, std::span<const std::string_view> words,
                                     DecodeContext& context);

template <typename T>
void set_key(T&, const Span&) {}
template <typename T>
void set_key(Located<T>& value, const Span& key) {
  value.key = key;
}
template <typename T>
void set_key(std::optional<Located<T>>& value, const Span& key) {
  if (value) value->key = key;
}

/// Decodes the value of a key.
template <typename T>
bool decode_entry(const Entry& entry, T& value, DecodeContext& context, const Rules& rules) {
  DecodeContext inner{context.sources, context.diagnostics, entry.key, false};
  const bool good = decode(entry.value, value, inner, rules);
  set_key(value, entry.key_span);
  return good;
}

}  // namespace decode_detail

template <HasEnumNames E>
bool decode(const Node& node, E& value, DecodeContext& context, const Rules&) {
  constexpr auto& names = EnumNames<E>::names;
  constexpr auto words = [] {
    std::array<std::string_view, std::size(EnumNames<E>::names)> result;
    for (std::size_t i = 0; i < result.size(); ++i)
      result[i] = EnumNames<E>::names[i].first;
    return result;
  }();
  const auto index = decode_detail::find_word(node, words, context);
  if (index) value = names[*index].second;
  return index.has_value();
}

template <HasDecodeScalar T>
bool decode(const Node& node, T& value, DecodeContext& context, const Rules&) {
  return decode_detail::is_scalar(node, "a text", context) && decode_scalar(node.text, node, value, context);
}

template <HasFields T>
bool decode(const Node& node, T& value, DecodeContext& context, const Rules&) {
  if (!decode_detail::is_mapping(node, {}, context)) return false;
  return std::apply(
      [&](const auto&... row) {
        const std::array keys = {decode_detail::Key{row.key, row.required}...};
        bool good = decode_detail::check_keys(node, keys, context);
        const auto decode_row = [&](const auto& field) {
          const Entry* entry = node.find(field.key);
          if (entry == nullptr) return;
          if (!decode_detail::decode_entry(*entry, value.*(field.member), context, field.rules)) good = false;
        };
        (decode_row(row), ...);
        return good;
      },
      Fields<T>::table);
}

template <typename T>
bool decode(const Node& node, std::optional<T>& value, DecodeContext& context, const Rules& rules) {
  return decode(node, value.emplace(), context, rules);
}

template <typename T>
bool decode(const Node& node, Located<T>& value, DecodeContext& context, const Rules& rules) {
  value.span = node.span;
  value.key = node.span;
  return decode(node, value.value, context, rules);
}

template <typename T>
bool decode(const Node& node, std::vector<T>& value, DecodeContext& context, const Rules& rules) {
  value.clear();
  if (node.kind != Node::Kind::sequence) return decode_detail::is_sequence(node, rules, context);
  bool good = decode_detail::is_sequence(node, rules, context);
  DecodeContext inner{context.sources, context.diagnostics, context.key, true};
  for (const Node& item : node.items) {
    if (!decode(item, value.emplace_back(), inner, decode_detail::of_item(rules))) good = false;
  }
  return good;
}

template <typename T, typename Compare>
bool decode(const Node& node, std::map<std::string, T, Compare>& value, DecodeContext& context,
            const Rules& rules) {
  value.clear();
  if (node.kind != Node::Kind::mapping) return decode_detail::is_mapping(node, rules, context);
  bool good = decode_detail::is_mapping(node, rules, context);
  for (const Entry& entry : node.entries) {
    if (!decode_detail::decode_entry(entry, value[entry.key], context, decode_detail::of_item(rules)))
      good = false;
  }
  return good;
}

}  // namespace versus
