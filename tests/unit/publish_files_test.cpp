#include <filesystem>

#include <sys/stat.h>

#include "catch.h"
#include "publish/files.h"
#include "publish_help.h"

namespace fs = std::filesystem;
using namespace versus;

namespace {

ino_t inode(const fs::path& path) {
  struct stat status {};
  REQUIRE(::stat(path.c_str(), &status) == 0);
  return status.st_ino;
}

std::string message(const std::variant<bool, Failure>& result) {
  const auto* failure = std::get_if<Failure>(&result);
  return failure != nullptr ? failure->message : std::get<bool>(result) ? "made" : "there";
}

}  // namespace

TEST_CASE("files are put where they differ, and others are left alone", "[publish]") {
  const Workplace place;
  const fs::path directory = place.root / "a/b";
  CHECK_FALSE(put_files(directory, {{"same", "1"}, {"changed", "2"}}));
  place.put("a/b/other", "mine");
  place.put("a/b/changed.tmp", "mine too");
  place.put("a/b/.changed.versus", "left by a killed run");
  fs::permissions(directory / "changed", fs::perms::owner_read | fs::perms::owner_write);
  const ino_t same = inode(directory / "same");
  const ino_t changed = inode(directory / "changed");
  CHECK_FALSE(put_files(directory, {{"same", "1"}, {"changed", "3"}, {"new", ""}}));
  CHECK(files_in(directory) ==
        SiteFiles{
            {"changed", "3"}, {"changed.tmp", "mine too"}, {"new", ""}, {"other", "mine"}, {"same", "1"}});
  CHECK(fs::status(directory / "changed").permissions() == (fs::perms::owner_read | fs::perms::owner_write));
  CHECK(inode(directory / "same") == same);
  CHECK(inode(directory / "changed") != changed);
}

TEST_CASE("files that cannot be put are a failure", "[publish]") {
  const Workplace place;
  place.put("file", "");
  place.put("d/name/in the way", "");
  const auto under_file = put_files(place.root / "file/d", {{"x", ""}});
  REQUIRE(under_file);
  CHECK_THAT(under_file->message, Catch::StartsWith("cannot ") && Catch::Contains("/file/d: "));
  const auto in_the_way = put_files(place.root / "d", {{"name", ""}});
  REQUIRE(in_the_way);
  CHECK_THAT(in_the_way->message, Catch::StartsWith("cannot write ") && Catch::Contains("/d/name: "));
}

TEST_CASE("a directory is made with its files or not at all", "[publish]") {
  const Workplace place;
  const NamedFiles files = {{"a", "1"}, {"b", "2"}};
  CHECK(message(make_directory_of(place.root / "x/y", files)) == "made");
  place.put("x/y/a", "changed");
  CHECK(message(make_directory_of(place.root / "x/y", files)) == "there");
  place.put("x/file", "");
  CHECK(message(make_directory_of(place.root / "x/file", files)) == "there");
  fs::create_directory(place.root / "x/empty");
  CHECK(message(make_directory_of(place.root / "x/empty", files)) == "there");
  CHECK_THAT(message(make_directory_of(place.root / "x/z", {{"a", "1"}, {"no/such", "2"}})),
             Catch::StartsWith("cannot write into ") && Catch::Contains("/x/z: "));
  CHECK(files_in(place.root) ==
        SiteFiles{{"x/empty/", ""}, {"x/file", ""}, {"x/y/a", "changed"}, {"x/y/b", "2"}});
}
