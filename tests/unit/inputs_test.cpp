#include "source/inputs.h"

#include <filesystem>
#include <fstream>
#include <string>

#include <sys/stat.h>

#include "catch.h"
#include "page/address.h"

namespace fs = std::filesystem;
using Catch::Matchers::Contains;
using namespace versus;

namespace {

/// A directory of inputs that is removed with the test.
struct Root {
  fs::path path;

  Root() {
    std::string name = (fs::temp_directory_path() / "versus-inputs-XXXXXX").string();
    path = ::mkdtemp(name.data());
    fs::create_directories(path / "content/sip");
    std::ofstream(path / "content/sip/b.yaml") << "b: 1\n";
    std::ofstream(path / "content/a.yaml") << "a: 1\n";
    std::ofstream(path / "content/.hidden") << "x";
    std::ofstream(path / "content/a.yaml~") << "x";
  }
  Root(const Root&) = delete;
  Root& operator=(const Root&) = delete;
  ~Root() { fs::remove_all(path); }
};

}  // namespace

TEST_CASE("inputs are read in the order of their paths, and hashed", "[source]") {
  const Root root;
  const Inputs one = read_inputs(root.path, 1);
  CHECK(one.failure.empty());
  REQUIRE(one.sources.size() == 2);
  CHECK(one.sources[FileId{0}].path() == "content/a.yaml");
  CHECK(one.sources[FileId{1}].text() == "b: 1\n");
  CHECK(read_inputs(root.path, 8).digest == one.digest);
  std::ofstream(root.path / "content/a.yaml") << "a: 2\n";
  CHECK(read_inputs(root.path, 1).digest != one.digest);
}

TEST_CASE("of hidden files those are read that hosts look for", "[source]") {
  const Root root;
  fs::create_directories(root.path / "templates/root/.well-known");
  std::ofstream(root.path / "templates/root/.well-known/security.txt") << "Contact: x\n";
  std::ofstream(root.path / "templates/root/.DS_Store") << "x";
  const Inputs inputs = read_inputs(root.path, 1);
  REQUIRE(inputs.sources.size() == 3);
  CHECK(inputs.sources[FileId{2}].path() == "templates/root/.well-known/security.txt");
}

TEST_CASE("what cannot be read as a file is not passed over", "[source]") {
  const Root root;
  SECTION("a link to a directory") {
    fs::create_directory_symlink(root.path / "content/sip", root.path / "content/linked");
    CHECK_THAT(read_inputs(root.path, 2).failure,
               Contains("content/linked is a symbolic link to a directory"));
  }
  SECTION("a pipe, which would be waited for") {
    REQUIRE(::mkfifo((root.path / "content/pipe").c_str(), 0600) == 0);
    CHECK_THAT(read_inputs(root.path, 2).failure, Contains("content/pipe: it is not a file"));
  }
  SECTION("a link to nothing") {
    fs::create_symlink("nowhere", root.path / "content/gone.yaml");
    CHECK_THAT(read_inputs(root.path, 2).failure, Contains("content/gone.yaml"));
  }
}

TEST_CASE("addresses at which a site can stand", "[page]") {
  for (const char* good : {"https://example.org", "http://localhost:8000/a/b/", "https://example.org/a.b/"}) {
    CAPTURE(good);
    CHECK(BaseUrl::from(good));
  }
  for (const char* bad : {"", "example.org", "ftp://example.org/", "https://", "https:///a", "https://:80/",
                          "https://u:p@example.org/", "https://example.org/a/../b", "https://example.org/./",
                          "https://example.org//a", "https://example.org/?a", "https://example.org/#a",
                          "javascript:alert(1)"}) {
    CAPTURE(bad);
    CHECK_FALSE(BaseUrl::from(bad));
  }
  CHECK(BaseUrl::from("https://example.org/a")->local("sip/").text() == "/a/sip/");
  CHECK(BaseUrl::from("https://example.org")->absolute("sip/").text() == "https://example.org/sip/");
}
