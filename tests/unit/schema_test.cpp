// What the field tables become for others than the decoder: schemas and skeletons.

#include "yaml/schema.h"

#include <regex>

#include "catch.h"
#include "registry/facts.h"
#include "registry/language_tag.h"
#include "yaml/skeleton.h"

namespace versus {
namespace {

enum class Size { small, large };

struct Pot {
  std::optional<LanguageTag> tag;
  Located<Size> size;
};

struct Order {
  std::string name;
  int cups = 0;
  int spoons = 0;
  bool milk = false;
  Pot pot;
  std::vector<Located<int>> times;
  std::vector<Pot> others;
  std::optional<std::map<std::string, std::string>> notes;
};

}  // namespace

template <>
struct EnumNames<Size> {
  static constexpr std::array names = {std::pair{"small", Size::small}, std::pair{"large", Size::large}};
};

template <>
struct Fields<Pot> {
  static constexpr auto table = fields(optional<&Pot::tag>("tag"), required<&Pot::size>("size"));
};

template <>
struct Fields<Order> {
  static constexpr auto table = fields(
      required<&Order::name>("name", Length{1, 9}), required<&Order::cups>("cups", Range{1, 4}),
      optional<&Order::spoons>("spoons"), optional<&Order::milk>("milk"), required<&Order::pot>("pot"),
      required<&Order::times>("times", Items{1, 2}, Unique{}, Range{0, 23}),
      optional<&Order::others>("others", Items{1}), optional<&Order::notes>("notes", Items{0, 5}, Length{2}));
};

TEST_CASE("a schema has every rule of the tables", "[schema]") {
  const std::string pot = R"("type": "object", "additionalProperties": false, "required": ["size"],
    "properties": {
      "tag": {"type": "string", "description": "a BCP 47 tag, as in 'en' or 'pt-BR'",
              "pattern": "^[A-Za-z0-9]{1,8}(-[A-Za-z0-9]{1,8})*$"},
      "size": {"enum": ["small", "large"]}
    })";
  const std::string wanted = R"({
    "$schema": "https://json-schema.org/draft/2020-12/schema",
    "title": "order.yaml",
    "type": "object",
    "additionalProperties": false,
    "required": ["name", "cups", "pot", "times"],
    "properties": {
      "name": {"type": "string", "minLength": 1, "maxLength": 9},
      "cups": {"type": "integer", "minimum": 1, "maximum": 4},
      "spoons": {"type": "integer", "minimum": 0, "maximum": 2147483647},
      "milk": {"type": "boolean"},
      "pot": {)" + pot + R"(},
      "times": {"type": "array", "minItems": 1, "maxItems": 2, "uniqueItems": true,
                "items": {"type": "integer", "minimum": 0, "maximum": 23}},
      "others": {"type": "array", "minItems": 1, "items": {)" +
                             pot + R"(}},
      "notes": {"type": "object", "maxProperties": 5,
                "additionalProperties": {"type": "string", "minLength": 2}}
    }
  })";
  const auto strip = [](std::string text) {
    // No text in this schema depends on its white space.
    std::erase_if(text, [](char c) { return c == ' ' || c == '\n'; });
    return text;
  };
  const std::string schema = json_schema(shape_of<Order>(), "order.yaml");
  CHECK(strip(schema) == strip(wanted));
  CHECK_THAT(schema, Catch::StartsWith("{\n  \"$schema\"") && Catch::EndsWith("\n}\n"));
}

TEST_CASE("a skeleton has the keys that must be there, in order", "[schema]") {
  CHECK(skeleton(shape_of<Order>(), {{"cups", "3"}, {"size", "large"}, {"milk", "true"}}) ==
        "name:\ncups: 3\npot:\n  size:\ntimes:\n");
}

TEST_CASE("a text is quoted where YAML reads it as something else", "[schema]") {
  const std::vector<std::pair<std::string, std::string>> cases = {
      {"Busy Here", "Busy Here"},
      {"Bad \"Alert\" C:\\", "Bad \"Alert\" C:\\"},
      {"Günther's", "Günther's"},
      {"486", "\"486\""},
      {"true", "\"true\""},
      {"", "\"\""},
      {" padded ", "\" padded \""},
      {"a: b", "\"a: b\""},
      {"half # done", "\"half # done\""},
      {"'quoted'", "\"'quoted'\""},
      {"\"C:\\\" twice", "\"\\\"C:\\\\\\\" twice\""},
      {"[a]", "\"[a]\""},
  };
  for (const auto& [text, written] : cases)
    CHECK(yaml_text(text) == written);
  for (const char* text : {"two\nlines", "\x01", "\xff", "tab\n\tx"})
    CHECK_FALSE(yaml_text(text));
}

namespace {

/// Whether the type's `decode_scalar` takes a text, and whether the pattern for editors does.
template <typename T>
std::pair<bool, bool> verdicts(const std::string& text) {
  Sources sources;
  Diagnostics diagnostics;
  Node node;
  node.span = {sources.add("x.yaml", text), 0, 1};
  T value;
  DecodeContext context{sources, diagnostics};
  const bool decoded = decode_scalar(text, node, value, context);
  return {decoded, std::regex_search(text, std::regex(std::string(TextForm<T>::pattern)))};
}

}  // namespace

TEST_CASE("the pattern of a text takes what its decoder takes", "[schema]") {
  const auto check = [](auto verdicts_of, bool wanted, const std::vector<std::string>& texts) {
    for (const std::string& text : texts) {
      INFO(text);
      CHECK(verdicts_of(text) == std::pair(wanted, wanted));
    }
  };
  check(verdicts<SpecReference>, true,
        {"RFC 3261 21.4.24", "RFC 3261", "RFC 3261 A.1", "3GPP-TS 24 7", "RFC 999999", "RFC 1 0"});
  check(verdicts<SpecReference>, false,
        {"", "RFC", "RFC 3261 ", "RFC  3261", " RFC 3261", "3261", "RFC 1234567", "RFC x", "RFC 3261 a.1",
         "RFC 3261 AB", "RFC 3261 1.A", "RFC 3261 21.", "RFC 3261 .1", "RFC 3261 1..2", "RFC 3261 1 2"});
  check(verdicts<LanguageTag>, true, {"en", "pt-BR", "zh-Hant-TW", "12345678", "a-b-c"});
  check(verdicts<LanguageTag>, false, {"", "123456789", "en-", "-en", "en--us", "en_GB", "é", "en GB"});
}

}  // namespace versus
