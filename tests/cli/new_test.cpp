#include <filesystem>
#include <sstream>
#include <string>
#include <vector>

#include "catch.h"
#include "cli/program.h"
#include "cli/tea.h"

namespace fs = std::filesystem;
using Catch::Matchers::Contains;
using cli::run_versus;
using cli::TeaPlace;

namespace {

const std::string directory = "content/tea/codes/499";

cli::Result new_code(const TeaPlace& place, std::vector<std::string> arguments) {
  arguments.insert(arguments.begin(), {"new", "code", "--root", place.inputs()});
  return run_versus(arguments);
}

std::string check(const TeaPlace& place) {
  return run_versus({"check", "--root", place.inputs()}).out;
}

std::vector<std::string> lines_of(const std::string& text) {
  std::vector<std::string> lines;
  std::istringstream in(text);
  for (std::string line; std::getline(in, line);)
    lines.push_back(line);
  return lines;
}

}  // namespace

TEST_CASE("a new code has every key, and each value that is missing is reported", "[cli]") {
  const TeaPlace place;
  const cli::Result result = new_code(place, {"499", "--phrase", "Out: of Tea"});
  CHECK(result.status == 0);
  CHECK(result.err == "");
  const fs::path made = place.inputs() / directory;
  CHECK(result.out ==
        "made " + (made / "en.yaml").string() + "\nmade " + (made / "facts.yaml").string() + "\n");

  const std::string report = check(place);
  CHECK_THAT(report, !Contains("is missing") && !Contains("unknown key"));
  const SiteFiles files = files_in(made);
  CHECK(files.size() == 2);
  std::size_t empty = 0;
  for (const auto& [name, text] : files) {
    std::vector<std::string> lines = lines_of(text);
    CHECK(lines[0] == "# yaml-language-server: $schema=../../../schemas/" +
                          std::string(name == "facts.yaml" ? "facts" : "text") + ".schema.json");
    lines.emplace_back();
    for (std::size_t i = 1; i + 1 < lines.size(); ++i) {
      INFO(name << ": " << lines[i]);
      const bool is_mapping = lines[i + 1].find_first_not_of(' ') > lines[i].find_first_not_of(' ');
      if (!lines[i].ends_with(':') || is_mapping) continue;
      ++empty;
      CHECK_THAT(report, Contains(directory + "/" + name + ":" + std::to_string(i + 1) + ":"));
    }
  }
  CHECK(empty > 10);
  const std::vector<std::string> facts = lines_of(files.at("facts.yaml"));
  CHECK(facts[1] == "code: 499");
  CHECK(facts[2] == "phrase: \"Out: of Tea\"");
  CHECK_THAT(files.at("en.yaml"), !Contains("gloss"));
}

TEST_CASE("a new code has texts in the source language, with the gloss that it needs", "[cli]") {
  const TeaPlace place;
  place.edit("content/site.yaml", "source_locale: en", "source_locale: fr");
  CHECK(new_code(place, {"499"}).status == 0);
  const SiteFiles files = files_in(place.inputs() / directory);
  CHECK(files.size() == 2);
  CHECK_THAT(files.at("fr.yaml"), Contains("\ngloss:\ntopic:\n"));
  CHECK_THAT(files.at("facts.yaml"), Contains("\nphrase:\n"));
}

TEST_CASE("a code that cannot be made is refused, and nothing is written", "[cli]") {
  struct Refused {
    std::vector<std::string> arguments;
    int status;
    std::string message;
  };
  const std::vector<Refused> cases = {
      {{"418"}, 1, "content/tea/codes/418 is there already\n"},
      {{"99"}, 2, "number: Value 99 not in range 100 to 999"},
      {{"1000"}, 2, "number: Value 1000 not in range 100 to 999"},
      {{"tea"}, 2, "number: "},
      {{}, 2, "number is required"},
      {{"499", "--phrase", "two\nlines"}, 2, "--phrase: not one line of UTF-8 text\n"},
      {{"499", "--phrse", "x"}, 2, "unknown option '--phrse'; did you mean '--phrase'?"},
      {{"499", "498"}, 2, "stray '498'"},
  };
  const TeaPlace place;
  const SiteFiles before = files_in(place.inputs());
  const auto refuse = [&](const Refused& refused) {
    const SiteFiles there = files_in(place.inputs());
    const cli::Result result = new_code(place, refused.arguments);
    CHECK(result.status == refused.status);
    CHECK(result.out == "");
    CHECK_THAT(result.err, Catch::StartsWith("versus: ") && Contains(refused.message));
    CHECK(files_in(place.inputs()) == there);
  };
  for (const Refused& refused : cases)
    refuse(refused);
  CHECK(files_in(place.inputs()) == before);

  const Refused astray = {
      {"499"}, 1, "content/site.yaml does not tell where codes stand; see versus check\n"};
  place.edit("content/site.yaml", "source_locale: en", "source_locale: ../en");
  refuse(astray);
  place.edit("content/site.yaml", "source_locale: ../en", "source_locale: en");
  place.edit("content/site.yaml", "protocol: tea", "protocol: coffee");
  refuse(astray);
  fs::remove(place.inputs() / "content/site.yaml");
  refuse(astray);
}
