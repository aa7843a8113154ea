#include "yaml/schema.h"

#include <limits>

#include <nlohmann/json.hpp>

namespace versus {

namespace {

using OrderedJson = nlohmann::ordered_json;

/// Writes both limits, but none that allows everything.
template <typename Number>
void limit(OrderedJson& json, const char* min_name, Number min, const char* max_name, Number max) {
  if (min > 0) json[min_name] = min;
  if (max < std::numeric_limits<Number>::max()) json[max_name] = max;
}

/// `at` is where the schema stands in its document, as a JSON pointer (RFC 6901).
OrderedJson to_json(const Shape& shape, const std::string& at) {
  const Rules& rules = shape.rules;
  OrderedJson json;
  switch (shape.kind) {
    case Shape::Kind::truth:
      json["type"] = "boolean";
      break;
    case Shape::Kind::number:
      json["type"] = "integer";
      json["minimum"] = rules.range.min;
      json["maximum"] = rules.range.max;
      break;
    case Shape::Kind::text:
      json["type"] = "string";
      if (!shape.description.empty()) json["description"] = shape.description;
      if (!shape.pattern.empty()) json["pattern"] = shape.pattern;
      limit(json, "minLength", rules.length.min, "maxLength", rules.length.max);
      break;
    case Shape::Kind::word:
      json["enum"] = shape.words;
      break;
    case Shape::Kind::list:
      json["type"] = "array";
      limit(json, "minItems", rules.items.min, "maxItems", rules.items.max);
      if (rules.unique) json["uniqueItems"] = true;
      json["items"] = to_json(shape.inner.front(), at + "/items");
      break;
    case Shape::Kind::map:
    case Shape::Kind::tree: {
      json["type"] = "object";
      limit(json, "minProperties", rules.items.min, "maxProperties", rules.items.max);
      const std::string below = at + "/additionalProperties";
      if (shape.kind == Shape::Kind::map) {
        json["additionalProperties"] = to_json(shape.inner.front(), below);
      } else {
        json["additionalProperties"]["anyOf"] = {to_json(shape.inner.front(), below + "/anyOf/0"),
                                                 {{"$ref", at}}};
      }
      break;
    }
    case Shape::Kind::fields:
      json["type"] = "object";
      json["additionalProperties"] = false;
      for (const Shape::Key& key : shape.keys) {
        if (key.required) json["required"].push_back(key.name);
      }
      for (const Shape::Key& key : shape.keys) {
        const std::string name(key.name);
        json["properties"][name] = to_json(key.value, at + "/properties/" + name);
      }
      break;
  }
  return json;
}

}  // namespace

std::string json_schema(const Shape& shape, std::string_view title, std::string_view id) {
  OrderedJson json = {{"$schema", "https://json-schema.org/draft/2020-12/schema"}};
  if (!id.empty()) json["$id"] = id;
  json["title"] = title;
  json.update(to_json(shape, "#"));
  return json.dump(2) + "\n";
}

}  // namespace versus
