#include "catch.h"
#include "publish/commit.h"
#include "publish/journal.h"
#include "publish/manifest.h"
#include "publish_help.h"

namespace fs = std::filesystem;
using Catch::Matchers::Contains;
using namespace versus;
using namespace versus::publishing;

namespace {

Manifest manifest_of(const SiteFiles& files) {
  Manifest manifest;
  for (const auto& [path, bytes] : files)
    manifest.files.push_back({path, bytes.size(), hash(bytes)});
  return manifest;
}

const SiteFiles before = {{"change", "old"}, {"file", "old"}, {"gone/a", "old"}, {"same", "same"}};
const SiteFiles after = {{"change", "new"}, {"file/a", "new"}, {"new/deep/a", "new"}, {"same", "same"}};

/// Leaves everything as a build does that was killed right after it had declared its commit.
void leave_unfinished(const Workplace& place) {
  REQUIRE(publish(options_for(place.site()), before) == "4 4 0");
  for (const auto& [path, bytes] : after) {
    if (path != "same") place.put(".site.versus/stage/" + path, bytes);
  }
  place.put(".site.versus/manifest.next", to_json(manifest_of(after)));
  place.put(".site.versus/journal", to_text(plan_removals(manifest_of(before), manifest_of(after))));
}

std::string open_again(const Workplace& place) {
  auto publisher = versus::Publisher::open(options_for(place.site()));
  const auto* failure = std::get_if<versus::Failure>(&publisher);
  return failure == nullptr ? "" : failure->message;
}

}  // namespace

TEST_CASE("opening completes an unfinished commit and removes its traces", "[publish]") {
  const Workplace place;
  leave_unfinished(place);
  CHECK(open_again(place).empty());
  CHECK(files_in(place.site()) == after);
  for (const std::string name : {"journal", "stage", "manifest.next"})
    CHECK_FALSE(fs::exists(place.state() / name));
  CHECK_FALSE(up_to_date(place.site(), "digest"));
  CHECK(publish(options_for(place.site()), after) == "4 0 0");
}

TEST_CASE("what an unfinished commit had done already is no hindrance", "[publish]") {
  const Workplace place;
  leave_unfinished(place);
  fs::remove(place.site() / "file");
  fs::rename(place.state() / "stage/change", place.site() / "change");
  fs::rename(place.state() / "stage/file", place.site() / "file");
  fs::remove_all(place.site() / "gone");
  CHECK(open_again(place).empty());
  CHECK(files_in(place.site()) == after);
}

TEST_CASE("a journal whose manifest is in place already is only removed", "[publish]") {
  const Workplace place;
  leave_unfinished(place);
  REQUIRE(open_again(place).empty());
  place.put(".site.versus/journal", to_text(plan_removals(manifest_of(before), manifest_of(after))));
  CHECK(open_again(place).empty());
  CHECK_FALSE(fs::exists(place.state() / "journal"));
  CHECK(files_in(place.site()) == after);
}

TEST_CASE("traces without a journal are removed", "[publish]") {
  const Workplace place;
  leave_unfinished(place);
  fs::rename(place.state() / "journal", place.state() / "journal.tmp");
  CHECK(open_again(place).empty());
  CHECK(files_in(place.site()) == before);
  CHECK(files_in(place.state()).size() == 3);
  CHECK(up_to_date(place.site(), "digest"));
}

TEST_CASE("a damaged journal, manifest or stage is refused and nothing is touched", "[publish]") {
  const Workplace place;
  leave_unfinished(place);
  place.put("outside", "outside");
  Journal journal = plan_removals(manifest_of(before), manifest_of(after));
  const std::string damage = GENERATE("cut", "flipped", "empty", "escapes", "not ours", "still wanted",
                                      "next", "next gone", "manifest", "staged more", "staged link");
  std::string named = "journal";
  if (damage == "cut") place.put(".site.versus/journal", to_text(journal).substr(0, 50));
  if (damage == "flipped") {
    std::string text = to_text(journal);
    text[text.find("gone")] = 'G';
    place.put(".site.versus/journal", text);
  }
  if (damage == "empty") place.put(".site.versus/journal", "");
  if (damage == "escapes") journal.remove.push_back("../outside");
  if (damage == "not ours") {
    place.put("site/foreign", "foreign");
    journal.remove.push_back("foreign");
  }
  if (damage == "still wanted") journal.clear.push_back("same");
  if (damage == "escapes" || damage == "not ours" || damage == "still wanted") {
    place.put(".site.versus/journal", to_text(journal));
  }
  if (damage.starts_with("next")) named = damage == "next" ? "manifest.next" : "manifest.json";
  if (damage == "next") place.put(".site.versus/manifest.next", to_json(manifest_of(before)));
  if (damage == "next gone") fs::remove(place.state() / "manifest.next");
  if (damage == "manifest") place.put(".site.versus/" + (named = "manifest.json"), "{}");
  if (damage.starts_with("staged")) named = "stage";
  if (damage == "staged more") place.put(".site.versus/stage/new/other", "");
  if (damage == "staged link") fs::remove(place.state() / "stage/change");
  if (damage == "staged link") fs::create_symlink("/etc/passwd", place.state() / "stage/change");
  const SiteFiles all = files_in(place.root);
  CHECK_THAT(open_again(place), Contains(".site.versus/" + named + " is damaged"));
  CHECK(files_in(place.root) == all);
}

TEST_CASE("completing a commit follows no symbolic link", "[publish]") {
  const Workplace place;
  leave_unfinished(place);
  place.put("outside/a", "outside");
  fs::remove_all(place.site() / "gone");
  fs::create_directory_symlink(place.root / "outside", place.site() / "gone");
  fs::create_directory_symlink(place.root / "outside", place.site() / "new");
  CHECK_THAT(open_again(place), Contains("cannot open directory") && Contains("the next build completes it"));
  CHECK(files_in(place.root / "outside") == SiteFiles{{"a", "outside"}});
  fs::remove(place.site() / "new");
  CHECK(open_again(place).empty());
  CHECK(files_in(place.root / "outside") == SiteFiles{{"a", "outside"}});
}

TEST_CASE("a commit that cannot go on is completed when the hindrance is gone", "[publish]") {
  const Workplace place;
  leave_unfinished(place);
  fs::remove(place.site() / "change");
  place.put("site/change/in/the/way", "");
  CHECK_THAT(open_again(place), Contains("cannot replace " + (place.site() / "change").string()));
  CHECK(fs::exists(place.state() / "journal"));
  fs::remove_all(place.site() / "change");
  CHECK(open_again(place).empty());
  CHECK(files_in(place.site()) == after);
}

TEST_CASE("a damaged manifest is refused", "[publish]") {
  const Workplace place;
  REQUIRE(publish(options_for(place.site()), before) == "4 4 0");
  const std::string row = "[\"a\",1,\"0123456789abcdef0123456789abcdef\"]";
  const auto text = [](const std::string& rows, const std::string& format = "1") {
    return "{\"format\":" + format + ",\"files\":[" + rows + "]}";
  };
  REQUIRE(parse_manifest(text(row)));
  for (const std::string& damaged :
       {text(row, "2"), text(row, "\"1\""), text(row + "," + row), text("[\"a\",1]"), text("[\"a\",-1,\"\"]"),
        text("[\"../a\",1,\"0123456789abcdef0123456789abcdef\"]"),
        text("[\"a\",1,\"0123456789abcdef0123456789abcdeF\"]"), text("1"), std::string("[]"),
        std::string("{\"format\":1}"), text(row).substr(0, 20)}) {
    place.put(".site.versus/manifest.json", damaged);
    CHECK_THAT(open_again(place), Contains("manifest.json is damaged"));
  }
  CHECK(files_in(place.site()) == before);
}

TEST_CASE("a manifest and a journal come back as they were written", "[publish]") {
  const Manifest manifest = manifest_of({{"a\n\"b", "1"}, {"日本", ""}, {"z", std::string(5000, 'z')}});
  const auto again = parse_manifest(to_json(manifest));
  REQUIRE(again);
  CHECK(to_json(*again) == to_json(manifest));
  CHECK(again->files[1].size == 5000);
  CHECK(again->files[0].hash == hash("1"));

  const Journal journal = plan_removals(manifest_of(before), manifest_of(after));
  CHECK(journal.clear == std::vector<std::string>{"file"});
  CHECK(journal.remove == std::vector<std::string>{"gone/a"});
  const auto read = parse_journal(to_text(journal));
  REQUIRE(read);
  CHECK(read->clear == journal.clear);
  CHECK(read->remove == journal.remove);
  CHECK(read->manifest == hash(to_json(manifest_of(after))));
}

TEST_CASE("the hash is XXH3 of 128 bits", "[publish]") {
  CHECK(to_hex(hash("")) == "99aa06d3014798d86001c324468d497f");
  CHECK(from_hex(to_hex(hash("x"))) == hash("x"));
}
