// What the program says to command lines, and how it reports mistakes.

#include <filesystem>
#include <string>
#include <vector>

#include <nlohmann/json.hpp>

#include "catch.h"
#include "cli/program.h"
#include "cli/tea.h"

using cli::run_versus;
using cli::TeaPlace;
using Json = nlohmann::json;

TEST_CASE("help and version go to standard output", "[cli]") {
  struct Asked {
    std::vector<std::string> arguments;
    std::vector<std::string> answer;  ///< Parts of it.
  };
  const std::vector<Asked> cases = {
      {{"--version"}, {"versus 0."}},
      {{"--help"},
       {"build ", "check ", "serve ", "audit ", "new ", "schema ", "Exit status: 0", "Examples:"}},
      {{"build", "--help"},
       {"--root DIR=.", "--base-url URL", "--jobs N", "--strict", "--out DIR", "--quiet"}},
      {{"check", "--help"}, {"--root DIR=.", "--format FORM=text", "text, json, sarif, github"}},
      {{"serve", "--help"}, {"--port N=8000", "127.0.0.1"}},
      {{"new", "code", "--help"}, {"number N REQUIRED", "--root DIR=.", "--phrase TEXT"}},
      {{"audit", "--help"}, {"site DIR", "--root DIR=.", "--jobs N"}},
      {{"schema", "--help"}, {"--root DIR=.", "--out DIR", "content/schemas"}},
  };
  for (const Asked& asked : cases) {
    const cli::Result result = run_versus(asked.arguments);
    CHECK(result.status == 0);
    CHECK(result.err == "");
    for (const std::string& part : asked.answer)
      CHECK_THAT(result.out, Catch::Contains(part));
  }
}

TEST_CASE("a wrong command line is explained", "[cli]") {
  struct Wrong {
    std::vector<std::string> arguments;
    std::string message;
  };
  const std::vector<Wrong> cases = {
      {{}, "versus: A subcommand is required"},
      {{"biuld"}, "versus: unknown verb 'biuld'; did you mean 'build'?"},
      {{"frobnicate"}, "versus: unknown verb 'frobnicate'\n"},
      {{"new"}, "versus: A subcommand is required"},
      {{"new", "cod", "499"}, "versus: unknown verb 'cod'; did you mean 'code'?"},
      {{"build", "--quite"}, "versus: unknown option '--quite'; did you mean '--quiet'?"},
      {{"check", "--out", "x"}, "versus: unknown option '--out'"},
      {{"build", "tests"}, "versus: stray 'tests'"},
      {{"build", "--jobs", "0"}, "--jobs: Value 0 not in range 1 to 256"},
      {{"build", "--jobs", "many"}, "--jobs"},
      {{"build", "--root"}, "--root"},
      {{"audit", "--jobs", "0"}, "--jobs: Value 0 not in range 1 to 256"},
      {{"audit", "/etc/passwd"}, "/etc/passwd"},
      {{"build", "--base-url", "example.org"},
       "'example.org' is not an address such as https://example.org/path/"},
      {{"build", "--base-url", "javascript:alert(1)"}, "is not an address"},
      {{"check", "--root", "/nonexistent"}, "Directory does not exist: /nonexistent"},
      {{"check", "--root", "/etc/passwd"}, "/etc/passwd"},
      {{"check", "--format", "xml"}, "--format: xml not in {text,json,sarif,github}"},
      {{"serve", "--port", "70000"}, "--port: Value 70000 not in range 1 to 65535"},
  };
  for (const Wrong& wrong : cases) {
    const cli::Result result = run_versus(wrong.arguments);
    CHECK(result.status == 2);
    CHECK(result.out == "");
    CHECK_THAT(result.err, Catch::Contains(wrong.message));
    CHECK_THAT(result.err, Catch::EndsWith("\nsee versus --help\n"));
  }
}

TEST_CASE("check is silent about good inputs and writes nothing", "[cli]") {
  const TeaPlace place;
  const auto before = files_in(place.root);
  const cli::Result result = run_versus({"check", "--root", place.inputs()});
  CHECK(result.status == 0);
  CHECK(result.out + result.err == "");
  CHECK(files_in(place.root) == before);
}

TEST_CASE("check reports mistakes in every format", "[cli]") {
  const TeaPlace place;
  place.spoil();
  const auto report = [&](const std::string& format) {
    const cli::Result result = run_versus({"check", "--root", place.inputs(), "--format", format});
    CHECK(result.status == 1);
    CHECK(result.err == "");
    return result.out;
  };

  CHECK_THAT(report("text"),
             Catch::StartsWith("content/tea/codes/110/facts.yaml:3:9: error: unknown status 'registerd' "
                               "[unknown-value]\n    3 | status: registerd\n      |         ^~~~~~~~~ did "
                               "you mean 'registered'?\n"));

  const Json json = Json::parse(report("json"));
  CHECK(json["errors"] == 2);
  CHECK(json["warnings"] == 2);
  CHECK(json["diagnostics"].size() == 4);
  CHECK(json["diagnostics"][1]["path"] == "content/tea/codes/210/en.yaml");
  CHECK(json["diagnostics"][1]["kind"] == "wrong-form");

  const Json run = Json::parse(report("sarif"))["runs"][0];
  CHECK(run["results"].size() == 4);
  for (const Json& result : run["results"]) {
    const Json& rule = run["tool"]["driver"]["rules"][result["ruleIndex"].get<std::size_t>()];
    CHECK(rule["id"] == result["ruleId"]);
    CHECK(result["locations"][0]["physicalLocation"]["region"]["startLine"] > 0);
  }
  CHECK(run["results"][2]["level"] == "warning");

  const std::string github = report("github");
  CHECK(std::count(github.begin(), github.end(), '\n') == 4);
  CHECK_THAT(github, Catch::StartsWith("::error file=content/tea/codes/110/facts.yaml,line=3,"));
  CHECK_THAT(github, Catch::Contains("\n::warning file=content/tea/codes/418/fr.yaml,line=1,"));
}

TEST_CASE("warnings are errors when asked", "[cli]") {
  const TeaPlace place;
  place.edit("content/tea/codes/418/fr.yaml", "gloss: café seulement\n", "");
  for (const std::string verb : {"check", "build"}) {
    std::vector<std::string> arguments = {verb, "--root", place.inputs()};
    if (verb == "build") arguments.insert(arguments.end(), {"--out", place.site()});
    const cli::Result lenient = run_versus(arguments);
    CHECK(lenient.status == 0);
    CHECK_THAT(lenient.out + lenient.err, Catch::Contains("warning: 'gloss' is not translated"));
    arguments.emplace_back("--strict");
    const cli::Result strict = run_versus(arguments);
    CHECK(strict.status == 1);
    CHECK_THAT(strict.out + strict.err, Catch::Contains("error: 'gloss' is not translated"));
  }
}

TEST_CASE("inputs that cannot be read are a failure of the system", "[cli]") {
  const TeaPlace place;
  std::filesystem::create_symlink("nowhere", place.inputs() / "content/lost.yaml");
  for (const std::string verb : {"check", "build"}) {
    const cli::Result result = verb == "check" ? run_versus({verb, "--root", place.inputs()}) : place.build();
    CHECK(result.status == 3);
    CHECK(result.out == "");
    CHECK_THAT(result.err, Catch::StartsWith("versus: cannot read ") && Catch::Contains("lost.yaml"));
  }
  CHECK_FALSE(std::filesystem::exists(place.site()));
}
