#include <cstdlib>

#include <sched.h>
#include <sys/mount.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#include "catch.h"
#include "publish_help.h"

namespace fs = std::filesystem;
using Catch::Matchers::Contains;
using Catch::Matchers::EndsWith;

namespace {

const SiteFiles page = {{"index.html", "hello"}};

}  // namespace

TEST_CASE("a site is made where there is none, with the directories above it", "[publish]") {
  const Workplace place;
  CHECK(publish(options_for(place.root / "a/b/site/"), page) == "1 1 0");
  CHECK(files_in(place.root / "a/b/site") == page);
  CHECK(fs::exists(place.root / "a/b/.site.versus/manifest.json"));
}

TEST_CASE("the root and home directories are no place for a site", "[publish]") {
  const Workplace place;
  CHECK_THAT(publish(options_for("/"), page), Contains("it is the root directory"));
  CHECK_THAT(publish(options_for(""), page), Contains("no directory"));
  const std::string home = std::getenv("HOME") == nullptr ? "" : std::getenv("HOME");
  fs::create_directories(place.root / "home/user");
  ::setenv("HOME", (place.root / "home/user").c_str(), 1);
  CHECK_THAT(publish(options_for(place.root / "home/user"), page), Contains("is or holds a home directory"));
  CHECK_THAT(publish(options_for(place.root / "home/user/../../home"), page), Contains("home directory"));
  CHECK(publish(options_for(place.root / "home/user/site"), page) == "1 1 0");
  ::setenv("HOME", home.c_str(), 1);
  CHECK(fs::is_empty(place.root / "home/user") == false);
  CHECK_FALSE(fs::exists(place.root / "home/.user.versus"));
}

TEST_CASE("a site may not be, hold or lie in a directory that is read", "[publish]") {
  const Workplace place;
  place.put("project/content/a.yaml", "a");
  fs::create_directory_symlink(place.root / "project/content", place.root / "alias");
  auto options = options_for("");
  options.inputs = {place.root / "project/content", place.root / "project/missing"};
  for (const std::string out : {"project/content", "project", "project/content/site", "project/missing",
                                "project/../project/content/", "alias", "alias/site"}) {
    options.out = place.root / out;
    CHECK_THAT(publish(options, page), Contains("which is read"));
  }
  options.out = place.root / "project/content2";  // no component of an input, only its beginning
  CHECK(publish(options, page) == "1 1 0");
  CHECK(files_in(place.root / "project/content") == SiteFiles{{"a.yaml", "a"}});
}

TEST_CASE("a file is no place for a site", "[publish]") {
  const Workplace place;
  place.put("site", "a file");
  CHECK_THAT(publish(options_for(place.site()), page), EndsWith("site: Not a directory"));
  CHECK(place.get("site") == "a file");
}

TEST_CASE("a symbolic link to the site is resolved, and the state is beside the real directory",
          "[publish]") {
  const Workplace place;
  fs::create_directories(place.root / "real/www");
  fs::create_directory_symlink(place.root / "real/www", place.site());
  CHECK(publish(options_for(place.site()), page) == "1 1 0");
  CHECK(files_in(place.root / "real/www") == page);
  CHECK(fs::exists(place.root / "real/.www.versus/manifest.json"));
  CHECK_FALSE(fs::exists(place.state()));
  fs::create_directory_symlink("nowhere", place.root / "dangling");
  CHECK_THAT(publish(options_for(place.root / "dangling"), page), Contains("cannot open directory"));
  CHECK_FALSE(fs::exists(place.root / "nowhere"));
}

TEST_CASE("a state directory that is a symbolic link is not used", "[publish]") {
  const Workplace place;
  fs::create_directory(place.root / "elsewhere");
  fs::create_directory_symlink("elsewhere", place.state());
  CHECK_THAT(publish(options_for(place.site()), page), EndsWith(".site.versus: Not a directory"));
  CHECK(fs::is_empty(place.root / "elsewhere"));
}

TEST_CASE("only one publisher at a time", "[publish]") {
  const Workplace place;
  {
    auto first = versus::Publisher::open(options_for(place.site()));
    REQUIRE(std::holds_alternative<versus::Publisher>(first));
    CHECK(publish(options_for(place.site()), page) ==
          "another build is writing to " + place.site().string() + "; wait for its end");
    CHECK(publish(options_for(place.root / "other"), page) == "1 1 0");
    auto moved = std::move(std::get<versus::Publisher>(first));
    CHECK_THAT(publish(options_for(place.site()), page), Contains("another build"));
  }
  CHECK(publish(options_for(place.site()), page) == "1 1 0");
}

TEST_CASE("what no build wrote is refused and left alone", "[publish]") {
  const Workplace place;
  place.put("site/mine.txt", "mine");
  CHECK(publish(options_for(place.site()), page) ==
        "refusing to write to " + place.site().string() +
            ": it holds something that no build wrote: mine.txt; move "
            "them away or choose another directory (nothing beside it remembers an earlier build)");
  CHECK_FALSE(fs::exists(place.state()));
  CHECK(files_in(place.site()) == SiteFiles{{"mine.txt", "mine"}});

  fs::remove(place.site() / "mine.txt");
  const SiteFiles site = {{"a/b/index.html", "b"}, {"index.html", "hello"}};
  REQUIRE(publish(options_for(place.site()), site) == "2 2 0");
  const std::string foreign = GENERATE("a/b/mine.txt", "a/mine/x", "mine", "a/.gitignore", "a/.git/config");
  place.put("site/" + foreign, "mine");
  const SiteFiles before = files_in(place.site());
  CHECK_THAT(publish(options_for(place.site()), {{"index.html", "changed"}}),
             Contains("it holds something that no build wrote: "));
  CHECK(files_in(place.site()) == before);
}

TEST_CASE("many foreign things are counted and the first are named", "[publish]") {
  const Workplace place;
  for (const std::string name : {"e", "d/x", "c", "b", "a"})
    place.put("site/" + name, "");
  fs::create_directory(place.site() / "empty");
  CHECK_THAT(publish(options_for(place.site()), page),
             Contains("it holds 6 things that no build wrote: a, b, c, …"));
  fs::remove(place.site() / "c");
  CHECK_THAT(publish(options_for(place.site()), page), Contains("a, b, d/, …"));
}

TEST_CASE("the files of git at the top are kept and not minded", "[publish]") {
  const Workplace place;
  place.put("site/.gitignore", "*\n");
  place.put("site/.git/config", "[core]");
  CHECK(publish(options_for(place.site()), page) == "1 1 0");
  CHECK(publish(options_for(place.site()), {}) == "0 0 1");
  CHECK(files_in(place.site()) == SiteFiles{{".git/config", "[core]"}, {".gitignore", "*\n"}});
}

TEST_CASE("no symbolic link in the site is followed", "[publish]") {
  const Workplace place;
  const SiteFiles site = {{"a/b/index.html", "old"}, {"index.html", "old"}};
  REQUIRE(publish(options_for(place.site()), site) == "2 2 0");
  const std::string link = GENERATE("index.html", "a", "a/b", "a/b/index.html");
  // The target is exactly what was there, so that only the link itself can be the reason to refuse.
  fs::rename(place.site() / link, place.root / "outside");
  fs::create_symlink(place.root / "outside", place.site() / link);
  const SiteFiles all = files_in(place.root);
  CHECK_FALSE(up_to_date(place.site(), "digest"));
  CHECK_THAT(publish(options_for(place.site()), {{"a/b/index.html", "new"}, {"index.html", "new"}}),
             Contains("no build wrote: " + link + ";"));
  CHECK(files_in(place.root) == all);
}

TEST_CASE("a pipe in the place of a page is refused without waiting for it", "[publish]") {
  const Workplace place;
  REQUIRE(publish(options_for(place.site()), page) == "1 1 0");
  fs::remove(place.site() / "index.html");
  REQUIRE(::mkfifo((place.site() / "index.html").c_str(), 0644) == 0);
  CHECK_THAT(publish(options_for(place.site()), page), Contains("no build wrote: index.html"));
}

TEST_CASE("another file system in or under the site is refused", "[publish]") {
  const Workplace place;
  REQUIRE(publish(options_for(place.site()), {{"a/index.html", "a"}}) == "1 1 0");
  fs::create_directory(place.root / "bound");
  const std::string mounted = GENERATE("", "a");
  const bool bind = GENERATE(true, false);
  const pid_t child = ::fork();
  REQUIRE(child >= 0);
  if (child == 0) {
    if (::unshare(CLONE_NEWNS) != 0 && ::unshare(CLONE_NEWUSER | CLONE_NEWNS) != 0) ::_exit(77);
    ::mount("none", "/", nullptr, MS_REC | MS_PRIVATE, nullptr);
    const std::string target = place.site() / mounted;
    const int failed =
        bind ? ::mount((place.root / "bound").c_str(), target.c_str(), nullptr, MS_BIND, nullptr)
             : ::mount("tmpfs", target.c_str(), "tmpfs", 0, "size=100k");
    if (failed != 0) ::_exit(77);
    const std::string message = publish(options_for(place.site(), 1), page);
    ::_exit(message.find("file system") != std::string::npos && !fs::exists(place.site() / "index.html") ? 0
                                                                                                         : 1);
  }
  int status = 0;
  REQUIRE(::waitpid(child, &status, 0) == child);
  if (WIFEXITED(status) && WEXITSTATUS(status) == 77) {
    WARN("no rights to mount a file system");
  } else {
    CHECK(status == 0);
  }
}
