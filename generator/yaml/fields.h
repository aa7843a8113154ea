#pragma once

#include <array>
#include <cstddef>
#include <limits>
#include <string_view>
#include <tuple>
#include <utility>

/// What YAML files may say, as tables: each struct names its keys once, in `Fields<T>::table`, and each
/// enumeration its words, in `EnumNames<E>::names`. A table is data: the decoder walks it, and so
/// does `yaml/shape.h`.
///
///     template <>
///     struct Fields<CodeFacts> {
///       static constexpr auto table = fields(required<&CodeFacts::code>("code", Range{100, 699}),
///                                            optional<&CodeFacts::former_phrases>("former_phrases",
///                                            Items{1}, Unique{}));
///     };
namespace versus {

/// Limits of a number, both included.
struct Range {
  int min = 0;
  int max = std::numeric_limits<int>::max();
};

/// Limits of a text's length in characters, both included.
struct Length {
  std::size_t min = 0;
  std::size_t max = std::numeric_limits<std::size_t>::max();
};

/// Limits of the number of items of a list or entries of a map, both included.
struct Items {
  std::size_t min = 0;
  std::size_t max = std::numeric_limits<std::size_t>::max();
};

/// No item of the list stands twice.
struct Unique {};

/// What a field demands of its value beyond its type. Those of a list's items apply to each item.
struct Rules {
  Range range;
  Length length;
  Items items;
  bool unique = false;

  constexpr void add(const Range& rule) { range = rule; }
  constexpr void add(const Length& rule) { length = rule; }
  constexpr void add(const Items& rule) { items = rule; }
  constexpr void add(const Unique&) { unique = true; }
};

/// One row of a field table.
template <typename Object, typename Value>
struct DecodedField {
  std::string_view key;
  Value Object::*member;
  bool required;
  Rules rules;
};

namespace fields_detail {
template <typename Object, typename Value, typename... Options>
constexpr auto make_field(std::string_view key, Value Object::*member, bool required,
                          const Options&... options) {
  DecodedField<Object, Value> field{key, member, required, {}};
  (field.rules.add(options), ...);
  return field;
}
}  // namespace fields_detail

/// A key that must be there.
template <auto Member, typename... Options>
constexpr auto required(std::string_view key, const Options&... options) {
  return fields_detail::make_field(key, Member, true, options...);
}

/// A key that may be left out; the member then keeps its initial value.
template <auto Member, typename... Options>
constexpr auto optional(std::string_view key, const Options&... options) {
  return fields_detail::make_field(key, Member, false, options...);
}

template <typename... Rows>
constexpr auto fields(const Rows&... rows) {
  return std::tuple(rows...);
}

/// Specialised beside each struct that is read from YAML; `table` is made by `fields`.
template <typename T>
struct Fields;

/// Specialised beside each enumeration with `static constexpr std::array names = {std::pair{"word",
/// E::value}, …};`.
template <typename E>
struct EnumNames;

/// Specialised beside the `decode_scalar` of each type that has one: `pattern`, a regular expression
/// (ECMA-262) that its texts match, and `description`, what one is and an example.
template <typename T>
struct TextForm;

/// The word that stands for `value` in YAML; empty if it has none.
template <typename E>
constexpr std::string_view enum_name(E value) {
  for (const auto& [name, candidate] : EnumNames<E>::names) {
    if (candidate == value) return name;
  }
  return {};
}

}  // namespace versus
