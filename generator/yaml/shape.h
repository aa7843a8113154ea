#pragma once

#include <algorithm>
#include <concepts>
#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <tuple>
#include <vector>

#include "yaml/decode.h"

/// What the field tables say, as a value: from it come the schemas that editors use and the skeletons of new
/// files.
namespace versus {

/// What one value of a YAML file may be.
struct Shape {
  enum class Kind : std::uint8_t {
    truth,
    number,
    text,
    word,    ///< One of `words`.
    list,    ///< Of `inner`.
    map,     ///< Free keys with values `inner`.
    tree,    ///< Free keys with values `inner` or further such mappings.
    fields,  ///< The mapping of `keys`.
  };
  struct Key;

  Kind kind = Kind::text;
  Rules rules = {};                   ///< Those of its kind count.
  std::string_view pattern = {};      ///< Of a text: a regular expression (ECMA-262), or empty.
  std::string_view description = {};  ///< Of a text with its own form: how to write it.
  std::vector<std::string_view> words;
  std::vector<Shape> inner;  ///< One or none.
  std::vector<Key> keys;     ///< In the order of their table.
};

struct Shape::Key {
  std::string_view name;
  bool required = false;
  Shape value;
};

/// Stands for a type among arguments. A type with its own `decode` has beside it
/// `Shape shape(OfType<T>, const Rules&)`.
template <typename T>
struct OfType {};

template <typename T>
concept HasTextForm = requires {
  TextForm<T>::pattern;
  TextForm<T>::description;
};

// One `shape` for each `decode`.

Shape shape(OfType<bool>, const Rules& rules);
Shape shape(OfType<int>, const Rules& rules);
Shape shape(OfType<std::string>, const Rules& rules);
template <HasEnumNames E>
Shape shape(OfType<E>, const Rules& rules);
template <HasDecodeScalar T>
Shape shape(OfType<T>, const Rules& rules);
template <HasFields T>
Shape shape(OfType<T>, const Rules& rules);
template <typename T>
Shape shape(OfType<std::optional<T>>, const Rules& rules);
template <typename T>
Shape shape(OfType<Located<T>>, const Rules& rules);
template <typename T>
Shape shape(OfType<std::vector<T>>, const Rules& rules);
template <typename T, typename Compare>
Shape shape(OfType<std::map<std::string, T, Compare>>, const Rules& rules);

/// Shape of a file that is decoded into a `T`.
template <typename T>
Shape shape_of() {
  return shape(OfType<T>{}, Rules{});
}

namespace shape_detail {

inline Shape plain(Shape::Kind kind, const Rules& rules) {
  Shape result;
  result.kind = kind;
  result.rules = rules;
  return result;
}

inline Shape around(Shape::Kind kind, const Rules& rules, Shape inner) {
  Shape result = plain(kind, rules);
  result.inner.push_back(std::move(inner));
  return result;
}

}  // namespace shape_detail

inline Shape shape(OfType<bool>, const Rules& rules) {
  return shape_detail::plain(Shape::Kind::truth, rules);
}

inline Shape shape(OfType<int>, const Rules& rules) {
  return shape_detail::plain(Shape::Kind::number, rules);
}

inline Shape shape(OfType<std::string>, const Rules& rules) {
  return shape_detail::plain(Shape::Kind::text, rules);
}

template <HasEnumNames E>
Shape shape(OfType<E>, const Rules& rules) {
  Shape result = shape_detail::plain(Shape::Kind::word, rules);
  for (const auto& [word, value] : EnumNames<E>::names)
    result.words.push_back(word);
  return result;
}

template <HasDecodeScalar T>
Shape shape(OfType<T>, const Rules&) {
  static_assert(HasTextForm<T>, "a type with its own decode_scalar needs a TextForm beside it");
  Shape result;  // Its `decode` takes no rules either.
  result.pattern = TextForm<T>::pattern;
  result.description = TextForm<T>::description;
  return result;
}

template <HasFields T>
Shape shape(OfType<T>, const Rules&) {
  Shape result = shape_detail::plain(Shape::Kind::fields, {});
  const auto add = [&]<typename Object, typename Value>(const DecodedField<Object, Value>& field) {
    result.keys.push_back({field.key, field.required, shape(OfType<Value>{}, field.rules)});
  };
  std::apply([&](const auto&... row) { (add(row), ...); }, Fields<T>::table);
  return result;
}

template <typename T>
Shape shape(OfType<std::optional<T>>, const Rules& rules) {
  return shape(OfType<T>{}, rules);
}

template <typename T>
Shape shape(OfType<Located<T>>, const Rules& rules) {
  return shape(OfType<T>{}, rules);
}

template <typename T>
Shape shape(OfType<std::vector<T>>, const Rules& rules) {
  return shape_detail::around(Shape::Kind::list, rules, shape(OfType<T>{}, decode_detail::of_item(rules)));
}

template <typename T, typename Compare>
Shape shape(OfType<std::map<std::string, T, Compare>>, const Rules& rules) {
  return shape_detail::around(Shape::Kind::map, rules, shape(OfType<T>{}, decode_detail::of_item(rules)));
}

}  // namespace versus
