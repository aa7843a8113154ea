// Accounts of translations, and stamping them, as a translator does it.

#include <nlohmann/json.hpp>

#include "catch.h"
#include "cli/program.h"
#include "cli/tea.h"

namespace fs = std::filesystem;
using Catch::Matchers::Contains;
using cli::run_versus;
using cli::TeaPlace;
using Json = nlohmann::json;

namespace {

cli::Result translations(const TeaPlace& place, std::vector<std::string> options = {}) {
  options.insert(options.begin(), {"translations", "--root", place.inputs()});
  return run_versus(options);
}

cli::Result stamp(const TeaPlace& place, std::vector<std::string> options) {
  options.insert(options.begin(), {"stamp", "--root", place.inputs()});
  return run_versus(options);
}

}  // namespace

TEST_CASE("an account tells what is missing, stale and identical, with its place", "[cli]") {
  const TeaPlace place;
  cli::Result result = translations(place);
  CHECK(result.status == 0);
  CHECK_THAT(result.out, Catch::StartsWith("fr: ") && Contains(" 100.0 % current, "));

  place.edit("content/tea/codes/110/fr.yaml", "means: les feuilles sont dans l'eau\n", "");
  place.edit("content/tea/codes/210/en.yaml", "a full cup", "a cup that is full");
  place.edit("locales/fr.yaml", "Pas de thé ici", "No such tea");
  place.edit("locales/fr.yaml", "  not_found.title: ", "  # not_found.title: ");
  fs::remove(place.inputs() / "content/tea/pairs/110-418/fr.yaml");
  result = translations(place, {"--locale", "fr"});
  CHECK(result.status == 0);
  CHECK(result.err == "");
  CHECK_THAT(result.out, Catch::StartsWith("content/tea/codes/110/fr.yaml:1:1: missing: means\n"
                                           "content/tea/codes/210/fr.yaml:2:8: stale: topic\n"
                                           "content/tea/pairs/110-418/fr.yaml: missing: advice\n"
                                           "content/tea/pairs/110-418/fr.yaml: missing: rule\n"
                                           "content/tea/pairs/110-418/fr.yaml: missing: story\n"
                                           "locales/fr.yaml:14:23: identical: not_found.title\n"
                                           "fr: ") &&
                             Contains(" 4 missing, 1 stale, 1 identical\n"));

  const Json json = Json::parse(translations(place, {"--format", "json"}).out);
  const Json& locale = json.at("locales").at(0);
  CHECK(locale.at("locale") == "fr");
  CHECK(locale.at("missing") == 4);
  CHECK(locale.at("stale") == 1);
  CHECK(locale.at("identical") == 1);
  CHECK(locale.at("least") == 90);
  CHECK(locale.at("texts") == locale.at("current").get<int>() + 6);
  CHECK(json.at("texts").size() == 6);
  CHECK(json.at("texts").at(1) == Json{{"locale", "fr"},
                                       {"state", "stale"},
                                       {"key", "topic"},
                                       {"path", "content/tea/codes/210/fr.yaml"},
                                       {"line", 2},
                                       {"column", 8}});

  // Less than the site asks for.
  place.edit("content/site.yaml", "percent: 90", "percent: 99");
  result = translations(place);
  CHECK(result.status == 1);
  CHECK_THAT(result.out, Contains("\nfr: error: 9") && Catch::EndsWith("the site asks for 99 %\n"));

  result = translations(place, {"--locale", "fe"});
  CHECK(result.status == 2);
  CHECK(result.err == "versus: nothing is translated into 'fe'; did you mean 'fr'?\n");
  CHECK(translations(place, {"--locale", "en"}).status == 2);
  place.edit("content/site.yaml", "protocol: tea", "protocol: 5");
  result = translations(place);
  CHECK(result.status == 1);
  CHECK_THAT(result.err, Contains("content/site.yaml:5:11: error: "));
}

TEST_CASE("a stamp makes a translation current and changes nothing else", "[cli]") {
  const TeaPlace place;
  const fs::path file = place.inputs() / "content/tea/codes/210/fr.yaml";
  const std::string before = place.get(file);
  place.edit("content/tea/codes/210/en.yaml", "a full cup", "a cup that is full");
  place.edit("content/tea/codes/210/en.yaml", "the cup is full", "the cup has been filled");
  CHECK_THAT(translations(place).out, Contains(" 2 stale"));

  cli::Result result = stamp(place, {file, "--key", "topic"});
  CHECK(result.status == 0);
  CHECK(result.out + result.err == "");
  CHECK_THAT(translations(place).out, Contains("210/fr.yaml:3:8: stale: means\n") && Contains(" 1 stale"));
  CHECK(stamp(place, {file}).status == 0);
  CHECK_THAT(translations(place).out, Contains(" 0 stale"));
  const std::string after = place.get(file);
  const std::size_t stamps = before.find("source:\n");
  CHECK(after.substr(0, stamps) == before.substr(0, stamps));
  CHECK(after.size() == before.size());
  CHECK(stamp(place, {file}).status == 0);
  CHECK(place.get(file) == after);

  // What was changed back is as it was; stamps need no place at the end, and files no line end.
  place.edit("content/tea/codes/210/en.yaml", "a cup that is full", "a full cup");
  place.edit("content/tea/codes/210/en.yaml", "the cup has been filled", "the cup is full");
  place.put(file, before.substr(stamps) + "# a remark\n" + before.substr(0, stamps - 1));
  CHECK_THAT(translations(place).out, Contains(" 0 stale"));
  CHECK(stamp(place, {file}).status == 0);
  CHECK(place.get(file) == before.substr(stamps) + "# a remark\n" + before.substr(0, stamps - 1));
  place.put(file, before.substr(0, stamps - 1));
  CHECK_THAT(translations(place).out, Contains(" 7 stale"));
  CHECK(stamp(place, {file}).status == 0);
  CHECK(place.get(file) == before);
}

TEST_CASE("words of the source text are stamped by name only", "[cli]") {
  const TeaPlace place;
  const fs::path file = place.inputs() / "content/tea/codes/210/fr.yaml";
  place.edit("content/tea/codes/210/fr.yaml", "une tasse pleine", "a full cup");
  place.edit("content/tea/codes/210/fr.yaml", "  topic: \"ab3d3b0b\"\n", "");
  CHECK_THAT(translations(place).out, Contains(" 1 identical"));
  CHECK(stamp(place, {file}).status == 0);
  CHECK_THAT(translations(place).out, Contains(" 1 identical"));
  CHECK(stamp(place, {file, "--key", "topic"}).status == 0);
  CHECK_THAT(translations(place).out, Contains(" 0 identical") && Contains(" 100.0 % current"));
}

TEST_CASE("a stamp keeps line ends, and a file that it cannot write into", "[cli]") {
  const TeaPlace place;
  const fs::path file = place.inputs() / "content/tea/codes/210/fr.yaml";
  std::string text = place.get(file);
  text = text.substr(0, text.find("source:\n"));
  std::string windows;
  for (const char c : text)
    windows += c == '\n' ? "\r\n" : std::string(1, c);
  place.put(file, windows);
  CHECK(stamp(place, {file}).status == 0);
  const std::string stamped = place.get(file);
  CHECK(stamped.starts_with(windows + "source:\r\n  description: \"4c261c4b\"\r\n"));
  CHECK(std::count(stamped.begin(), stamped.end(), '\n') == std::count(stamped.begin(), stamped.end(), '\r'));

  for (const std::string flow :
       {"{ topic: une tasse }\n", "{ topic: une tasse, source: { topic: \"00000000\" } }\n",
        "  topic: une tasse\n", "topic: une tasse\n...\n"}) {
    place.put(file, flow);
    const cli::Result result = stamp(place, {file});
    INFO(flow << result.err);
    CHECK(result.status == 2);
    CHECK_THAT(result.err, Contains("cannot write into "));
    CHECK(place.get(file) == flow);
  }
}

TEST_CASE("only translations that can be read are stamped", "[cli]") {
  const TeaPlace place;
  const auto refused = [&](const std::vector<std::string>& arguments, int status,
                           const std::string& message) {
    const cli::Result result = stamp(place, arguments);
    CHECK(result.status == status);
    CHECK_THAT(result.err, Contains(message));
  };
  const std::string french = place.inputs() / "content/tea/codes/210/fr.yaml";
  const std::string bytes = place.get(french);
  refused({french, "--key", "topics"}, 2, "no text 'topics' in these files; did you mean 'topic'?");
  refused({place.inputs() / "content/tea/codes/210/en.yaml"}, 2, "translates nothing");
  refused({place.inputs() / "content/site.yaml"}, 2, "translates nothing");
  place.put(place.root / "other.yaml", "topic: x\n");
  refused({place.root / "other.yaml"}, 2, "is no text or label file of this site");
  refused({place.root / "none.yaml"}, 2, "File does not exist");
  CHECK(place.get(french) == bytes);
  place.edit("content/tea/codes/210/fr.yaml", "gloss: servi", "gloss: servi\ngloss: encore");
  refused({french}, 1, "fr.yaml:2:1: error: ");
  place.put(french, bytes);
  place.edit("content/tea/codes/110/en.yaml",
             "topic: ", "topci: ");  // What is wrong elsewhere could be its source.
  refused({french}, 1, "110/en.yaml:1:1: error: ");
  CHECK(place.get(french) == bytes);
}
