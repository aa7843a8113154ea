// Building and publishing as a user does it.

#include <filesystem>
#include <map>
#include <string>
#include <variant>
#include <vector>

#include "catch.h"
#include "cli/program.h"
#include "cli/tea.h"

namespace fs = std::filesystem;
using cli::run_versus;
using cli::tea;
using cli::TeaPlace;

namespace {

std::map<std::string, fs::file_time_type> times_in(const fs::path& directory) {
  std::map<std::string, fs::file_time_type> times;
  for (const auto& entry : fs::recursive_directory_iterator(directory))
    times[entry.path()] = entry.last_write_time();
  return times;
}

}  // namespace

TEST_CASE("a build without a terminal says nothing", "[cli]") {
  const TeaPlace place;
  for (const std::vector<std::string>& options : {std::vector<std::string>{}, {"--quiet"}}) {
    const cli::Result result = place.build(options);
    CHECK(result.status == 0);
    CHECK(result.out + result.err == "");
  }
}

TEST_CASE("the same inputs become the same bytes everywhere", "[cli]") {
  const auto expected = files_in(tea / "expected");
  const std::vector<std::vector<std::string>> surroundings = {
      {"env", "TZ=Asia/Tokyo"},
      {"env", "LANG=tr_TR.UTF-8", "LC_ALL=tr_TR.UTF-8"},
      {"env", "-i"},
      {"sh", "-c", "umask 077; exec \"$@\"", "sh"},
      {"sh", "-c", "cd /; exec \"$@\"", "sh"},
  };
  for (const char* jobs : {"1", "7"}) {
    for (std::vector<std::string> command : surroundings) {
      const TeaPlace place;
      const std::vector<std::string> build = {VERSUS_PROGRAM, "build",      "--root", place.inputs(),
                                              "--out",        place.site(), "--jobs", jobs};
      command.insert(command.end(), build.begin(), build.end());
      const cli::Result result = cli::run(command);
      INFO(command[0] << ' ' << command[1]);
      CHECK(result.status == 0);
      CHECK(result.err == "");
      CHECK(files_in(place.site()) == expected);
    }
  }
}

TEST_CASE("the base URL can be given", "[cli]") {
  const TeaPlace place;
  REQUIRE(place.build({"--base-url", "https://me.github.io/versus"}).status == 0);
  CHECK_THAT(place.get("site/robots.txt"),
             Catch::Contains("Sitemap: https://me.github.io/versus/sitemap.xml"));
  CHECK_THAT(place.get("site/fr/index.html"), Catch::Contains("href=\"/versus/fr/tea/110/\""));
  REQUIRE(place.build().status == 0);
  CHECK_THAT(place.get("site/fr/index.html"), Catch::Contains("href=\"/pot/fr/tea/110/\""));
}

TEST_CASE("a build without changes writes nothing, one with a change only what it changes", "[cli]") {
  const TeaPlace place;
  REQUIRE(place.build().status == 0);
  const auto bytes = files_in(place.site());
  const auto times = times_in(place.site());
  REQUIRE(place.build().status == 0);
  CHECK(files_in(place.root / ".site.versus").size() > 0);
  CHECK(times_in(place.site()) == times);

  place.edit("content/tea/codes/110/fr.yaml", "Attendez.", "Attendez un peu.");
  REQUIRE(place.build().status == 0);
  std::vector<std::string> changed;
  const auto after = times_in(place.site());
  for (const auto& [path, now] : files_in(place.site())) {
    if (now != bytes.at(path)) changed.push_back(path);
    const std::string file = place.site() / path;
    CHECK((after.at(file) == times.at(file)) == (now == bytes.at(path)));
  }
  CHECK(changed == std::vector<std::string>{"data/tea.fr.json", "fr/tea/110-vs-210/index.html",
                                            "fr/tea/110-vs-418/index.html", "fr/tea/110/index.html"});
}

TEST_CASE("what a site no longer has is removed from it", "[cli]") {
  const TeaPlace place;
  REQUIRE(place.build().status == 0);
  fs::remove_all(place.inputs() / "content/tea/codes/418");
  for (const char* companion : {"historic.yaml", "stacks.yaml"})  // They name it.
    fs::remove(place.inputs() / "content/tea" / companion);
  fs::remove_all(place.inputs() / "content/tea/pairs");
  place.edit("content/tea/registry.csv", "418,\"Only Coffee\",[TEA0][TEA1]\n", "");
  for (const char* locale : {"en", "fr"})
    place.edit(std::string("locales/") + locale + ".yaml", "  4xx:", "  5xx:");
  const cli::Result stamped =
      run_versus({"stamp", "--root", place.inputs(), place.inputs() / "locales/fr.yaml"});
  CHECK(stamped.err == "");
  REQUIRE(stamped.status == 0);
  const cli::Result result = place.build();
  CHECK(result.err == "");
  CHECK(result.status == 0);
  CHECK_FALSE(fs::exists(place.site() / "tea/418"));
  CHECK_FALSE(fs::exists(place.site() / "tea/411"));
  CHECK_FALSE(fs::exists(place.site() / "fr/tea/110-vs-418"));
  CHECK(fs::exists(place.site() / "fr/tea/110-vs-210/index.html"));
}

TEST_CASE("nothing is published while inputs are wrong", "[cli]") {
  const TeaPlace place;
  REQUIRE(place.build().status == 0);
  const auto bytes = files_in(place.site());
  const auto times = times_in(place.site());
  place.edit("content/tea/codes/110/fr.yaml", "Attendez.", "Attendez un peu.");
  place.spoil();
  const cli::Result result = place.build();
  CHECK(result.status == 1);
  CHECK(result.out == "");
  CHECK_THAT(result.err, Catch::Contains("[unknown-value]") && Catch::Contains("[wrong-form]"));
  CHECK(files_in(place.site()) == bytes);
  CHECK(times_in(place.site()) == times);
}

TEST_CASE("warnings are shown again by every build", "[cli]") {
  const TeaPlace place;
  place.edit("content/tea/codes/418/fr.yaml", "gloss: café seulement\n", "");
  for (int i = 0; i < 2; ++i) {
    const cli::Result result = place.build();
    CHECK(result.status == 0);
    CHECK_THAT(result.err, Catch::Contains("warning: 'gloss' is not translated"));
  }
}

TEST_CASE("one build at a time writes a site", "[cli]") {
  const TeaPlace place;
  REQUIRE(place.build().status == 0);
  const auto bytes = files_in(place.root);
  {
    const auto held = versus::Publisher::open(options_for(place.site()));
    REQUIRE(std::holds_alternative<versus::Publisher>(held));
    const cli::Result result = place.build();
    CHECK(result.status == 3);
    CHECK_THAT(result.err, Catch::StartsWith("versus: ") && Catch::Contains("another"));
  }
  CHECK(files_in(place.root) == bytes);
  CHECK(place.build().status == 0);
}

TEST_CASE("directories that are no place for a site are refused", "[cli]") {
  const TeaPlace place;
  place.put("letters/love.txt", "do not touch");
  place.put("home/me/notes.txt", "mine");
  const auto before = files_in(place.root);
  const std::vector<std::string> refused = {
      "/",        place.inputs(),         place.inputs() / "content", place.inputs() / "templates/assets",
      place.root, place.root / "letters", place.root / "home/me",     ""};
  for (const std::string& out : refused) {
    const cli::Result result = cli::run({"env", "HOME=" + (place.root / "home/me").string(), VERSUS_PROGRAM,
                                         "build", "--root", place.inputs(), "--out", out});
    INFO(out << ": " << result.err);
    CHECK(result.status == 3);
    CHECK(result.out == "");
    CHECK_THAT(result.err, Catch::StartsWith("versus: "));
  }
  CHECK(files_in(place.root) == before);
}
