#include "yaml/decode.h"

#include "catch.h"
#include "report.h"

namespace versus {
namespace {

enum class Retry { never, later, elsewhere };

/// A type with a form of its own, like a reference to an RFC.
struct Reference {
  std::string rfc;
};

bool decode_scalar(std::string_view text, const Node& node, Reference& value, DecodeContext& context) {
  if (!text.starts_with("RFC ")) {
    context.diagnostics.add(DiagnosticKind::bad_format, node.span, "expected 'RFC' and a number");
    return false;
  }
  value.rfc = text.substr(4);
  return true;
}

struct Former {
  std::string phrase;
  Reference source;
};

struct Facts {
  int code = 0;
  std::string phrase = "none";
  bool historic = false;
  Located<Retry> retry;
  std::optional<Located<Reference>> source;
  std::vector<Former> former;
  std::vector<Located<Retry>> advice;
  std::vector<int> others;
  std::map<std::string, Located<std::string>> labels;
};

}  // namespace

template <>
struct EnumNames<Retry> {
  static constexpr std::array names = {std::pair{"never", Retry::never}, std::pair{"later", Retry::later},
                                       std::pair{"elsewhere", Retry::elsewhere}};
};

template <>
struct Fields<Former> {
  static constexpr auto table = fields(required<&Former::phrase>("phrase"), required<&Former::source>("source"));
};

template <>
struct Fields<Facts> {
  static constexpr auto table =
      fields(required<&Facts::code>("code", Range{100, 699}), optional<&Facts::phrase>("phrase", Length{1, 12}),
             optional<&Facts::historic>("historic"), optional<&Facts::retry>("retry"),
             optional<&Facts::source>("source"), optional<&Facts::former>("former", Items{1}),
             optional<&Facts::advice>("advice", Items{1, 3}, Unique{}),
             optional<&Facts::others>("others", Range{100, 699}, Items{2, 3}), optional<&Facts::labels>("labels"));
};

namespace {

bool read(const Sources& sources, FileId file, Facts& facts, Diagnostics& diagnostics) {
  const auto root = parse_yaml(sources, file, diagnostics);
  REQUIRE(root);
  DecodeContext context{sources, diagnostics};
  return decode(*root, facts, context);
}

void check(const std::vector<test::ReportCase>& cases) {
  test::check_reports(cases, [](const Sources& sources, FileId file, Diagnostics& diagnostics) {
    Facts facts;
    CHECK_FALSE(read(sources, file, facts, diagnostics));
  });
}

}  // namespace

TEST_CASE("values are decoded into a struct by its table", "[decode]") {
  Sources sources;
  Diagnostics diagnostics;
  Facts facts;
  const FileId file = sources.add("x.yaml",
                                  "code: 486\n"
                                  "historic: true\n"
                                  "retry: later\n"
                                  "source: RFC 3261\n"
                                  "former:\n- phrase: Old\n  source: RFC 2543\n"
                                  "advice: [never, elsewhere]\n"
                                  "others: [480, 600]\n"
                                  "labels:\n  z: Zett\n  a: '1'\n");
  CHECK(read(sources, file, facts, diagnostics));
  CHECK(diagnostics.empty());
  CHECK(facts.code == 486);
  CHECK(facts.phrase == "none");
  CHECK(facts.historic);
  CHECK(facts.retry.value == Retry::later);
  CHECK(sources.text(facts.retry.span) == "later");
  CHECK(sources.text(facts.retry.key) == "retry");
  CHECK(facts.source->value.rfc == "3261");
  CHECK(sources.text(facts.source->key) == "source");
  REQUIRE(facts.former.size() == 1);
  CHECK(facts.former[0].phrase == "Old");
  CHECK(facts.former[0].source.rfc == "2543");
  REQUIRE(facts.advice.size() == 2);
  CHECK(facts.advice[1].value == Retry::elsewhere);
  CHECK(sources.text(facts.advice[1].span) == "elsewhere");
  CHECK(facts.advice[1].key == facts.advice[1].span);
  CHECK(facts.others == std::vector{480, 600});
  CHECK(facts.labels.at("a").value == "1");
  CHECK(sources.text(facts.labels.at("z").key) == "z");
}

TEST_CASE("a word of an enumeration has its name", "[decode]") {
  CHECK(enum_name(Retry::elsewhere) == "elsewhere");
  CHECK(enum_name(static_cast<Retry>(9)).empty());
}

TEST_CASE("a table can be walked", "[decode]") {
  std::string keys;
  std::apply([&](const auto&... row) { ((keys += row.key, keys += row.required ? "! " : " "), ...); },
             Fields<Facts>::table);
  CHECK(keys == "code! phrase historic retry source former advice others labels ");
  CHECK(std::get<0>(Fields<Facts>::table).rules.range.max == 699);
}

TEST_CASE("texts that are plain words are taken, those that YAML reads otherwise are not", "[decode]") {
  const auto accepts = [](std::string text) {
    Sources sources;
    Diagnostics diagnostics;
    const auto root = parse_yaml(sources, sources.add("x.yaml", text + "\n"), diagnostics);
    REQUIRE(root);
    DecodeContext context{sources, diagnostics};
    std::string value;
    const bool good = decode(*root, value, context);
    CHECK(good == diagnostics.empty());
    return good;
  };
  for (const char* text : {"yes", "no", "on", "Busy Here", "1.2.3", "1_000", "2026-01-01", "-x", "e3", ".", "0x", "'1'",
                           "\"true\"", "'~'", "486 Busy", "true story", "話中"}) {
    INFO(text);
    CHECK(accepts(text));
  }
  for (const char* text : {"1", "-1", "+1", "010", "0x1F", "0o17", "1.5", ".5", "1.", "1e3", "1.5E-3", "true", "False",
                           "null", "~", ".inf", "-.INF", ".nan"}) {
    INFO(text);
    CHECK_FALSE(accepts(text));
  }
}

// clang-format off

TEST_CASE("wrong keys are reported, all of them", "[decode]") {
  check({
    {R"(
cod: 486
phrase: Busy
entirely-else: 1
)", R"(
x.yaml:1:1: error: unknown key 'cod' [unknown-key]
    1 | cod: 486
      | ^~~ did you mean 'code'?
x.yaml:3:1: error: unknown key 'entirely-else' [unknown-key]
    3 | entirely-else: 1
      | ^~~~~~~~~~~~~ expected code, phrase, historic, retry, source, former, advice, others or labels
)"},
    {R"(
code: 486
former:
  - phrase: Old
  - source: RFC 1
)", R"(
x.yaml:3:5: error: 'source' is missing in an item of 'former' [required-key]
    3 |   - phrase: Old
      |     ^~~~~~ add a line 'source: …'
x.yaml:4:5: error: 'phrase' is missing in an item of 'former' [required-key]
    4 |   - source: RFC 1
      |     ^~~~~~ add a line 'phrase: …'
)"},
  });
}

TEST_CASE("numbers are decimal digits within limits", "[decode]") {
  check({
    {R"(
code: 010
)", R"(
x.yaml:1:7: error: 'code' is '010', expected a whole number without a leading zero [wrong-type]
    1 | code: 010
      |       ^~~
)"},
    {R"(
code: 486
others:
  - 0x1F
  - 1e3
  - +5
  - 1_000
  - "480"
  - four
  - 1.0
)", R"(
x.yaml:3:3: error: 'others' has 7 items, expected 2 to 3 [out-of-range]
    3 |   - 0x1F
      |   ^~~~~~
x.yaml:3:5: error: an item of 'others' is '0x1F', expected a whole number in decimal digits [wrong-type]
    3 |   - 0x1F
      |     ^~~~
x.yaml:4:5: error: an item of 'others' is '1e3', expected a whole number in decimal digits [wrong-type]
    4 |   - 1e3
      |     ^~~
x.yaml:5:5: error: an item of 'others' is '+5', expected a whole number in decimal digits [wrong-type]
    5 |   - +5
      |     ^~
x.yaml:6:5: error: an item of 'others' is '1_000', expected a whole number in decimal digits [wrong-type]
    6 |   - 1_000
      |     ^~~~~
x.yaml:7:5: error: an item of 'others' is a text in quotes, expected a whole number [wrong-type]
    7 |   - "480"
      |     ^~~~~ remove the quotes
x.yaml:8:5: error: an item of 'others' is 'four', expected a whole number in decimal digits [wrong-type]
    8 |   - four
      |     ^~~~
x.yaml:9:5: error: an item of 'others' is '1.0', expected a whole number in decimal digits [wrong-type]
    9 |   - 1.0
      |     ^~~
)"},
    {R"(
code: -1
others: [99, 700, 99999999999999999999]
)", R"(
x.yaml:1:7: error: 'code' is -1, expected 100 to 699 [out-of-range]
    1 | code: -1
      |       ^~
x.yaml:2:10: error: an item of 'others' is 99, expected 100 to 699 [out-of-range]
    2 | others: [99, 700, 99999999999999999999]
      |          ^~
x.yaml:2:14: error: an item of 'others' is 700, expected 100 to 699 [out-of-range]
    2 | others: [99, 700, 99999999999999999999]
      |              ^~~
x.yaml:2:19: error: an item of 'others' is 99999999999999999999, expected 100 to 699 [out-of-range]
    2 | others: [99, 700, 99999999999999999999]
      |                   ^~~~~~~~~~~~~~~~~~~~
)"},
    {R"(
code: 99999999999999999999999
)", R"(
x.yaml:1:7: error: 'code' is '99999999999999999999999', expected 100 to 699 [out-of-range]
    1 | code: 99999999999999999999999
      |       ^~~~~~~~~~~~~~~~~~~~~~~
)"},
  });
}

TEST_CASE("values of another type are reported with what was seen", "[decode]") {
  check({
    {R"(
- code
)", R"(
x.yaml:1:1: error: the file is a list, expected a mapping [wrong-type]
    1 | - code
      | ^~~~~~
)"},
    {R"(
code:
phrase: [Busy]
historic: yes
retry: {a: b}
source:
former: Old
advice: never
labels:
  a: 1
  b: [c]
)", R"(
x.yaml:1:6: error: 'code' has no value, expected a whole number [wrong-type]
    1 | code:
      |      ^
x.yaml:2:9: error: 'phrase' is a list, expected a text [wrong-type]
    2 | phrase: [Busy]
      |         ^~~~~~
x.yaml:3:11: error: 'historic' is 'yes', expected true or false [wrong-type]
    3 | historic: yes
      |           ^~~
x.yaml:4:8: error: 'retry' is a mapping, expected never, later or elsewhere [wrong-type]
    4 | retry: {a: b}
      |        ^~~~~~
x.yaml:5:8: error: 'source' has no value, expected a text [wrong-type]
    5 | source:
      |        ^
x.yaml:6:9: error: 'former' is 'Old', expected a list [wrong-type]
    6 | former: Old
      |         ^~~
x.yaml:7:9: error: 'advice' is 'never', expected a list [wrong-type]
    7 | advice: never
      |         ^~~~~
x.yaml:9:6: error: 'a' is '1', expected a text [wrong-type]
    9 |   a: 1
      |      ^ quote it, since YAML reads it as a number
x.yaml:10:6: error: 'b' is a list, expected a text [wrong-type]
   10 |   b: [c]
      |      ^~~
)"},
    {R"(
code: 486
phrase: 486
historic: "true"
former: [x]
)", R"(
x.yaml:2:9: error: 'phrase' is '486', expected a text [wrong-type]
    2 | phrase: 486
      |         ^~~ quote it, since YAML reads it as a number
x.yaml:3:11: error: 'historic' is a text in quotes, expected true or false [wrong-type]
    3 | historic: "true"
      |           ^~~~~~ remove the quotes
x.yaml:4:10: error: an item of 'former' is 'x', expected a mapping [wrong-type]
    4 | former: [x]
      |          ^
)"},
  });
}

TEST_CASE("limits, unknown words and repetitions are reported", "[decode]") {
  check({
    {R"(
code: 99
phrase: Much too long a phrase
retry: nevr
source: rfc 3261
former: []
advice: [later, always, later, never]
others: [480, 12]
)", R"(
x.yaml:1:7: error: 'code' is 99, expected 100 to 699 [out-of-range]
    1 | code: 99
      |       ^~
x.yaml:2:9: error: 'phrase' has 22 characters, expected 1 to 12 [out-of-range]
    2 | phrase: Much too long a phrase
      |         ^~~~~~~~~~~~~~~~~~~~~~
x.yaml:3:8: error: unknown retry 'nevr' [unknown-value]
    3 | retry: nevr
      |        ^~~~ did you mean 'never'?
x.yaml:4:9: error: expected 'RFC' and a number [bad-format]
    4 | source: rfc 3261
      |         ^~~~~~~~
x.yaml:5:9: error: 'former' has 0 items, expected at least 1 [out-of-range]
    5 | former: []
      |         ^~
x.yaml:6:9: error: 'advice' has 4 items, expected 1 to 3 [out-of-range]
    6 | advice: [later, always, later, never]
      |         ^~~~~~~~~~~~~~~~~~~~~~~~~~~~~
x.yaml:6:17: error: unknown advice 'always' [unknown-value]
    6 | advice: [later, always, later, never]
      |                 ^~~~~~ expected never, later or elsewhere
x.yaml:6:25: error: 'later' stands twice in 'advice' [duplicate-value]
    6 | advice: [later, always, later, never]
      |                         ^~~~~
x.yaml:6:10: note: first here
    6 | advice: [later, always, later, never]
      |          ^~~~~
x.yaml:7:15: error: an item of 'others' is 12, expected 100 to 699 [out-of-range]
    7 | others: [480, 12]
      |               ^~
)"},
    {R"(
code: 486
phrase: ''
advice: [never, never]
others: [480]
)", R"(
x.yaml:2:9: error: 'phrase' has 0 characters, expected 1 to 12 [out-of-range]
    2 | phrase: ''
      |         ^~
x.yaml:3:17: error: 'never' stands twice in 'advice' [duplicate-value]
    3 | advice: [never, never]
      |                 ^~~~~
x.yaml:3:10: note: first here
    3 | advice: [never, never]
      |          ^~~~~
x.yaml:4:9: error: 'others' has 1 item, expected 2 to 3 [out-of-range]
    4 | others: [480]
      |         ^~~~~
)"},
  });
}

}  // namespace versus
