#pragma once

#include <concepts>
#include <map>
#include <optional>
#include <string>
#include <tuple>
#include <vector>

#include <nlohmann/json.hpp>

#include "registry/registry.h"
#include "template/value.h"
#include "yaml/shape.h"

/// From C++ values to JSON, by the field tables that they are decoded with: what `content/` says is in the
/// data under the same keys and words, and a new key is there by itself.
namespace versus {

using OrderedJson = nlohmann::ordered_json;

/// A place in a specification.
struct SourceData {
  std::string series;
  int number = 0;
  std::string section;
  std::string url;
};

/// A text as data; `lang` is there if it is in another language than its file.
struct TextData {
  std::string text;
  std::string lang;
};

template <>
struct Fields<SourceData> {
  static constexpr auto table = fields(
      required<&SourceData::series>("series", Length{1}), required<&SourceData::number>("number", Range{0}),
      optional<&SourceData::section>("section", Length{1}), required<&SourceData::url>("url", Length{1}));
};

template <>
struct Fields<TextData> {
  static constexpr auto table =
      fields(required<&TextData::text>("text", Length{1}), optional<&TextData::lang>("lang", Length{1}));
};

inline TextData text_data(const ProseText& text) {
  return {text.plain, text.language == nullptr ? std::string() : text.language->tag};
}

class Encoder {
 public:
  explicit Encoder(const Registry& registry) : registry_(registry) {}

  OrderedJson operator()(bool value) const { return value; }
  OrderedJson operator()(int value) const { return value; }
  OrderedJson operator()(const std::string& value) const { return value; }
  OrderedJson operator()(const SpecReference& value) const {
    return (*this)(SourceData{value.series, value.number, value.section, registry_.address(value)});
  }

  template <HasEnumNames E>
  OrderedJson operator()(E value) const {
    return enum_name(value);
  }

  /// A type with its own form, such as a date.
  template <HasTextForm T>
  OrderedJson operator()(const T& value) const {
    return value.text;
  }

  template <typename T>
  OrderedJson operator()(const Located<T>& value) const {
    return (*this)(value.value);
  }

  template <typename T>
  OrderedJson operator()(const std::optional<T>& value) const {
    return value ? (*this)(*value) : OrderedJson();
  }

  template <typename T>
  OrderedJson operator()(const std::vector<T>& list) const {
    OrderedJson json = OrderedJson::array();
    for (const T& item : list)
      json.push_back((*this)(item));
    return json;
  }

  template <typename T, typename Compare>
  OrderedJson operator()(const std::map<std::string, T, Compare>& map) const {
    OrderedJson json = OrderedJson::object();
    for (const auto& [key, value] : map)
      json[key] = (*this)(value);
    return json;
  }

  /// A key that may be left out is left out where the value says nothing.
  template <HasFields T>
  OrderedJson operator()(const T& object) const {
    OrderedJson json = OrderedJson::object();
    const auto add = [&](const auto& row) {
      const auto& value = object.*(row.member);
      if (row.required || !says_nothing(value)) json[std::string(row.key)] = (*this)(value);
    };
    std::apply([&](const auto&... row) { (add(row), ...); }, Fields<T>::table);
    return json;
  }

 private:
  template <typename T>
  static bool says_nothing(const T& value) {
    if constexpr (std::same_as<T, bool>) {
      return !value;
    } else if constexpr (requires { value.has_value(); }) {
      return !value.has_value();
    } else if constexpr (requires { value.empty(); }) {
      return value.empty();
    } else {
      return false;
    }
  }

  const Registry& registry_;
};

/// Shape of the same in data: places in specifications are objects there.
Shape data_shape(Shape shape);

/// The value of a key that the shape has.
Shape& value_of(Shape& shape, std::string_view key);

/// A mapping of these keys.
Shape fields_shape(std::vector<Shape::Key> keys);

Shape list_shape(Shape item);

/// A text of at least one character, such as an address.
Shape text_of_some_length();

}  // namespace versus
