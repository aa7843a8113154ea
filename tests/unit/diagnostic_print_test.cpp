#include <nlohmann/json.hpp>

#include "catch.h"
#include "diagnostic/print.h"
#include "report.h"

using namespace versus;

namespace {

/// Report on one place of a file, from the first `marked` in it.
std::string report_on(std::string text, std::string_view marked, std::string hint = {}) {
  Sources sources;
  Diagnostics diagnostics;
  const std::size_t at = text.find(marked);
  REQUIRE(at != std::string::npos);
  const FileId file = sources.add("x.yaml", std::move(text));
  diagnostics.add(DiagnosticKind::bad_format,
                  {file, static_cast<std::uint32_t>(at), static_cast<std::uint32_t>(at + marked.size())},
                  "seen", std::move(hint));
  std::string out(1, '\n');
  return out += test::report(sources, diagnostics);
}

/// Two diagnostics, one of them a warning with a note, in a file with a difficult name, and one without text.
struct Example {
  Sources sources;
  Diagnostics diagnostics;

  Example() {
    const FileId file = sources.add("a b/100%,é:.yaml", "k: v\nk: 話\n");
    const FileId missing = sources.add("locales/en.yaml", "");
    diagnostics.add(DiagnosticKind::duplicate_key, {file, 5, 6}, "the key 'k' stands twice, 100%\nin one",
                    "remove it", {{{file, 0, 1}, "first defined here"}});
    diagnostics.add(DiagnosticKind::unused_label, {file, 8, 11}, "unused \"\xFF\"");
    diagnostics.add(DiagnosticKind::missing_file, {missing, 0, 0}, "no labels of the source language");
  }

  std::string print(ReportFormat format) const {
    std::ostringstream out;
    versus::print(out, format, sources, diagnostics, false);
    return out.str();
  }
};

}  // namespace

TEST_CASE("a caret stands under its place, with the hint behind it", "[print]") {
  CHECK(report_on("code: 486\nstatus: registred\n", "registred", "did you mean 'registered'?") == R"(
x.yaml:2:9: error: seen [bad-format]
    2 | status: registred
      |         ^~~~~~~~~ did you mean 'registered'?
)");
  CHECK(report_on("a:\nb\n", "\n") == R"(
x.yaml:1:3: error: seen [bad-format]
    1 | a:
      |   ^
)");
}

TEST_CASE("carets are counted in terminal cells", "[print]") {
  CHECK(report_on("意味: 話中x # é\n", "話中") == R"(
x.yaml:1:5: error: seen [bad-format]
    1 | 意味: 話中x # é
      |       ^~~~
)");
  CHECK(report_on("e\u0301e\u0301: x\n", "x") ==
        "\n"
        "x.yaml:1:7: error: seen [bad-format]\n"
        "    1 | e\u0301e\u0301: x\n"
        "      |     ^\n");
  CHECK(report_on("a\tb\t話\tcd: x\n", "cd") == R"(
x.yaml:1:7: error: seen [bad-format]
    1 | a   b   話  cd: x
      |             ^~
)");
}

TEST_CASE("a place of several lines is underlined to the end of its first", "[print]") {
  CHECK(report_on("a: |\n  one\n  two\n", "|\n  one\n  two\n") == R"(
x.yaml:1:4: error: seen [bad-format]
    1 | a: |
      |    ^
)");
  CHECK(report_on("a: one\n  two\n", "one\n  two") == R"(
x.yaml:1:4: error: seen [bad-format]
    1 | a: one
      |    ^~~
)");
}

TEST_CASE("a long line is cut around the place", "[print]") {
  const std::string x(300, 'x');
  const auto join = [](std::initializer_list<std::string_view> parts) {
    std::string result;
    for (const std::string_view part : parts)
      result += part;
    return result;
  };
  const std::string_view x48 = std::string_view(x).substr(0, 48);
  const std::string_view x63 = std::string_view(x).substr(0, 63);
  CHECK(report_on(join({"a: ", x, "話ERROR話", x, "\n"}), "ERROR") ==
        join({"\nx.yaml:1:305: error: seen [bad-format]\n",  //
              "    1 | …", x48, "話ERROR話", x63, "…\n",     //
              "      | ", std::string(51, ' '), "^~~~~\n"}));
  // A place longer than what is shown of it.
  CHECK(report_on(join({"a: ", x, "\n"}), x) == join({"\nx.yaml:1:4: error: seen [bad-format]\n",   //
                                                      "    1 | a: ", std::string(117, 'x'), "…\n",  //
                                                      "      |    ^", std::string(116, '~'), "\n"}));
}

TEST_CASE("nothing of the input can steer the terminal", "[print]") {
  Sources sources;
  Diagnostics diagnostics;
  const FileId file = sources.add("x\x1b[2J.yaml", "a: \x1b[31m\x07 \u202E \xFF b\u0085\n");
  diagnostics.add(DiagnosticKind::bad_format, {file, 14, 15}, "seen '\x1b[0m\n'", "or \x9b\u2066?",
                  {{{file, 0, 1}, "at \r"}});
  CHECK(std::string(1, '\n').append(test::report(sources, diagnostics)) == R"(
x�[2J.yaml:1:13: error: seen '�[0m�' [bad-format]
    1 | a: �[31m� � � b�
      |             ^ or ��?
x�[2J.yaml:1:1: note: at �
    1 | a: �[31m� � � b�
      | ^
)");
}

TEST_CASE("a file without text has no line", "[print]") {
  Sources sources;
  Diagnostics diagnostics;
  const FileId file = sources.add("locales/en.yaml", "");
  diagnostics.add(DiagnosticKind::missing_file, {file, 0, 0}, "no labels");
  diagnostics.add(DiagnosticKind::missing_file, {file, 0, 0}, "no labels either", "add the file");
  CHECK(test::report(sources, diagnostics) ==
        "locales/en.yaml: error: no labels [missing-file]\n"
        "locales/en.yaml: error: no labels either [missing-file]\n"
        "      | add the file\n");
}

TEST_CASE("warnings are called so, until they are promoted", "[print]") {
  Sources sources;
  Diagnostics diagnostics;
  diagnostics.add(DiagnosticKind::unused_label, {sources.add("x.yaml", "a: b\n"), 0, 1}, "unused");
  CHECK(test::report(sources, diagnostics).find("x.yaml:1:1: warning: unused [unused-label]") == 0);
  diagnostics.promote_warnings();
  CHECK(test::report(sources, diagnostics).find("x.yaml:1:1: error: unused [unused-label]") == 0);
}

TEST_CASE("colours change nothing but colours", "[print]") {
  const Example example;
  std::ostringstream coloured;
  print_text(coloured, example.sources, example.diagnostics, true);
  std::string plain;
  const std::string text = coloured.str();
  std::size_t codes = 0;
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (text[i] == '\x1b') {
      i = text.find('m', i);
      ++codes;
    } else {
      plain += text[i];
    }
  }
  CHECK(plain == example.print(ReportFormat::text));
  CHECK(codes > 0);
  CHECK(codes % 2 == 0);
}

TEST_CASE("a JSON report holds everything", "[print]") {
  CHECK(Example().print(ReportFormat::json) == R"({
  "errors": 2,
  "warnings": 1,
  "diagnostics": [
    {
      "path": "a b/100%,é:.yaml",
      "line": 2,
      "column": 1,
      "end_line": 2,
      "end_column": 2,
      "severity": "error",
      "kind": "duplicate-key",
      "message": "the key 'k' stands twice, 100%\nin one",
      "hint": "remove it",
      "notes": [
        {
          "path": "a b/100%,é:.yaml",
          "line": 1,
          "column": 1,
          "end_line": 1,
          "end_column": 2,
          "message": "first defined here"
        }
      ]
    },
    {
      "path": "a b/100%,é:.yaml",
      "line": 2,
      "column": 4,
      "end_line": 2,
      "end_column": 5,
      "severity": "warning",
      "kind": "unused-label",
      "message": "unused \"�\""
    },
    {
      "path": "locales/en.yaml",
      "severity": "error",
      "kind": "missing-file",
      "message": "no labels of the source language"
    }
  ]
}
)");
  Sources sources;
  std::ostringstream out;
  print_json(out, sources, {});
  CHECK(out.str() == "{\n  \"errors\": 0,\n  \"warnings\": 0,\n  \"diagnostics\": []\n}\n");
}

TEST_CASE("a SARIF log names its rules and places", "[print]") {
  const auto log = nlohmann::json::parse(Example().print(ReportFormat::sarif));
  CHECK(log.at("version") == "2.1.0");
  REQUIRE(log.at("runs").size() == 1);
  const auto& run = log["runs"][0];
  const auto& rules = run.at("tool").at("driver").at("rules");
  CHECK(rules.size() == diagnostic_kinds().size());
  REQUIRE(run.at("results").size() == 3);
  for (const auto& result : run["results"]) {
    CHECK(rules.at(result.at("ruleIndex").get<std::size_t>()).at("id") == result.at("ruleId"));
  }
  const auto& first = run["results"][0];
  CHECK(first.at("level") == "error");
  CHECK(first.at("message").at("text") == "the key 'k' stands twice, 100%\nin one; remove it");
  const auto& place = first.at("locations").at(0).at("physicalLocation");
  CHECK(place.at("artifactLocation").at("uri") == "a%20b/100%25%2C%C3%A9%3A.yaml");
  CHECK(place.at("region") ==
        nlohmann::json({{"startLine", 2}, {"startColumn", 1}, {"endLine", 2}, {"endColumn", 2}}));
  const auto& related = first.at("relatedLocations").at(0);
  CHECK(related.at("message").at("text") == "first defined here");
  CHECK(related.at("physicalLocation").at("region").at("startLine") == 1);
  CHECK(run["results"][1].at("level") == "warning");
  CHECK_FALSE(run["results"][2].at("locations").at(0).at("physicalLocation").contains("region"));
}

TEST_CASE("a workflow command is one line, escaped", "[print]") {
  CHECK(Example().print(ReportFormat::github) ==
        "::error file=a b/100%25%2Cé%3A.yaml,line=2,endLine=2,col=1,endColumn=2,title=duplicate-key::the key "
        "'k' stands "
        "twice, 100%25%0Ain one; remove it\n"
        "::warning file=a b/100%25%2Cé%3A.yaml,line=2,endLine=2,col=4,endColumn=5,title=unused-label::unused "
        "\"�\"\n"
        "::error file=locales/en.yaml,title=missing-file::no labels of the source language\n");
}
