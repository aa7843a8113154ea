#include <atomic>
#include <stdexcept>

#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#include "catch.h"
#include "publish_help.h"

namespace fs = std::filesystem;
using Catch::Matchers::Contains;

namespace {

/// Mode and time of last change of everything in a directory, by path.
std::map<std::string, std::pair<unsigned, fs::file_time_type>> touched(const fs::path& directory) {
  std::map<std::string, std::pair<unsigned, fs::file_time_type>> result;
  for (const auto& entry : fs::recursive_directory_iterator(directory)) {
    result[entry.path()] = {static_cast<unsigned>(entry.status().permissions()), entry.last_write_time()};
  }
  return result;
}

SiteFiles many(std::size_t count, const std::string& text) {
  SiteFiles files;
  for (std::size_t i = 0; i < count; ++i) {
    files["d" + std::to_string(i % 7) + "/p" + std::to_string(i) + "/index.html"] = text + std::to_string(i);
  }
  return files;
}

}  // namespace

TEST_CASE("only what differs is written, and what is unchanged keeps its time", "[publish]") {
  const Workplace place;
  SiteFiles site = {{"a/x.html", std::string(200000, 'x')}, {"b.html", "b"}, {"empty", ""}};
  REQUIRE(publish(options_for(place.site()), site) == "3 3 0");
  CHECK(files_in(place.site()) == site);
  const auto before = touched(place.site());
  CHECK(publish(options_for(place.site()), site) == "3 0 0");
  CHECK(touched(place.site()) == before);

  site["a/x.html"][199999] = 'y';  // same size, and past the first block that is read
  CHECK(publish(options_for(place.site()), site) == "3 1 0");
  CHECK(files_in(place.site()) == site);
  CHECK(touched(place.site()).at(place.site() / "b.html") == before.at(place.site() / "b.html"));
}

TEST_CASE("files that are gone, altered or unreadable are written again", "[publish]") {
  const Workplace place;
  const SiteFiles site = {{"a/one", "1"}, {"a/two", "2"}, {"b/three", "3"}, {"four", "4"}, {"five", "5"}};
  REQUIRE(publish(options_for(place.site()), site) == "5 5 0");
  fs::remove_all(place.site() / "b");
  fs::remove(place.site() / "a/one");
  place.put("site/a/two", "X");
  place.put("site/four", "4 and more");
  fs::permissions(place.site() / "five", fs::perms::owner_read);
  CHECK(publish(options_for(place.site()), site) == "5 5 0");
  CHECK(files_in(place.site()) == site);
  CHECK(fs::status(place.site() / "five").permissions() == fs::perms(0644));
}

TEST_CASE("what an earlier run wrote is removed with the directories it leaves empty", "[publish]") {
  const Workplace place;
  REQUIRE(publish(options_for(place.site()), {{"a/b/c/1", ""}, {"a/b/2", ""}, {"d/3", ""}, {"4", ""}}) ==
          "4 4 0");
  CHECK(publish(options_for(place.site()), {{"a/b/2", ""}}) == "1 0 3");
  CHECK(files_in(place.site()) == SiteFiles{{"a/b/2", ""}});
  CHECK(publish(options_for(place.site()), {}) == "0 0 1");
  CHECK(fs::is_empty(place.site()));
}

TEST_CASE("a file becomes a directory and the reverse", "[publish]") {
  const Workplace place;
  const SiteFiles one = {{"x", "file"}, {"y/a/b", "deep"}, {"y/c", "deep"}, {"z/z/z", "z"}};
  const SiteFiles two = {{"x/a/b", "deep"}, {"x/c", "deep"}, {"y", "file"}, {"z/z", "z"}};
  REQUIRE(publish(options_for(place.site()), one) == "4 4 0");
  CHECK(publish(options_for(place.site()), two) == "4 4 4");
  CHECK(files_in(place.site()) == two);
  CHECK(publish(options_for(place.site()), one) == "4 4 4");
  CHECK(files_in(place.site()) == one);
}

TEST_CASE("a path that leads out of the site or nowhere is refused before anything is written", "[publish]") {
  const Workplace place;
  REQUIRE(publish(options_for(place.site()), {{"a", "a"}}) == "1 1 0");
  using namespace std::string_literals;
  const std::vector<std::pair<SiteFiles, std::string>> cases = {
      {{{"/etc/x", ""}}, "it is absolute"},
      {{{"", ""}}, "it is empty"},
      {{{"../x", ""}}, "it has a component that is no name"},
      {{{"a/../../x", ""}}, "it has a component that is no name"},
      {{{"a/..", ""}}, "it has a component that is no name"},
      {{{"./x", ""}}, "it has a component that is no name"},
      {{{"a//x", ""}}, "it has an empty component"},
      {{{"a/", ""}}, "it has an empty component"},
      {{{"a\0b"s, ""}}, "cannot publish a file as \"a\\x00b\": it holds a NUL"},
      {{{"a\xff", ""}}, "\"a\\xff\": it is not UTF-8"},
      {{{".git/config", ""}}, "kept for git"},
      {{{".gitignore", ""}}, "kept for git"},
      {{{"x", ""}, {"x-y", ""}, {"x/y", ""}}, "cannot publish both \"x\" and \"x/y\""},
      {{{"x/y", ""}, {"x/y.z", ""}, {"x/y/z/w", ""}}, "cannot publish both \"x/y\" and \"x/y/z/w\""},
  };
  for (const auto& [files, message] : cases) {
    SiteFiles site = files;
    site["good"] = "good";
    CHECK_THAT(publish(options_for(place.site()), site), Contains(message));
    CHECK(files_in(place.root).size() == 4);  // the page, the lock, the manifest, the stamp
  }
  auto publisher = versus::Publisher::open(options_for(place.site()));
  const versus::Output twice{2, [](std::size_t) { return "same"; }, [](std::size_t, std::string&) {}};
  const auto result = std::get<versus::Publisher>(publisher).publish(twice, "");
  CHECK(std::get<versus::Failure>(result).message == "cannot publish two files as \"same\"");
}

TEST_CASE("names that only look dangerous are published", "[publish]") {
  const Workplace place;
  const SiteFiles site = {
      {"...", ""}, {"a\nb/..c", "1"}, {"日本/\"'<&>", "2"}, {"-rf", "3"}, {"x/.git", "4"}};
  CHECK(publish(options_for(place.site()), site) == "5 5 0");
  CHECK(publish(options_for(place.site()), site) == "5 0 0");
  CHECK(files_in(place.site()) == site);
  CHECK(publish(options_for(place.site()), {}) == "0 0 5");
}

TEST_CASE("threads, order and umask make no difference", "[publish]") {
  const SiteFiles first = many(300, "first ");
  SiteFiles second = many(280, "first ");
  second["d3/p3/index.html"] = "second";
  const auto build = [&](unsigned jobs, bool reversed, mode_t mask) {
    const Workplace place;
    const mode_t old = ::umask(mask);
    std::vector<std::string> results;
    for (const SiteFiles& files : {first, second}) {
      auto publisher = versus::Publisher::open(options_for(place.site(), jobs));
      versus::Output output = output_of(files);
      if (reversed) {
        const versus::Output forward = output;
        const std::size_t last = files.size() - 1;
        output.path = [=](std::size_t i) { return forward.path(last - i); };
        output.render = [=](std::size_t i, std::string& out) { forward.render(last - i, out); };
      }
      const auto report =
          std::get<versus::PublishReport>(std::get<versus::Publisher>(publisher).publish(output, "digest"));
      results.push_back(std::to_string(report.written) + " " + std::to_string(report.removed));
    }
    ::umask(old);
    SiteFiles everything = files_in(place.root);
    everything.erase(".site.versus/stamp");  // holds times
    for (const auto& entry : fs::recursive_directory_iterator(place.site())) {
      const auto expected = entry.is_directory() ? fs::perms(0755) : fs::perms(0644);
      if (entry.status().permissions() != expected) results.push_back("wrong mode: " + entry.path().string());
    }
    return std::pair(results, everything);
  };
  const auto plain = build(1, false, 022);
  CHECK(plain.first == std::vector<std::string>{"300 0", "1 20"});
  CHECK(build(8, false, 022) == plain);
  CHECK(build(0, true, 022) == plain);
  CHECK(build(8, true, 0777) == plain);
  CHECK(build(3, true, 0) == plain);
}

TEST_CASE("one publisher publishes again and again", "[publish]") {
  const Workplace place;
  auto opened = versus::Publisher::open(options_for(place.site()));
  auto& publisher = std::get<versus::Publisher>(opened);
  for (const SiteFiles& site :
       {SiteFiles{{"a", "1"}, {"b/c", "1"}}, SiteFiles{{"a", "2"}}, SiteFiles{{"b/c", "3"}}}) {
    CHECK(std::holds_alternative<versus::PublishReport>(
        publisher.publish(output_of(site), site.begin()->second)));
    CHECK(files_in(place.site()) == site);
    versus::PublishReport report{9, 9, 9};
    CHECK(publisher.up_to_date(site.begin()->second, report));
    CHECK(report.files == site.size());
    CHECK(report.written + report.removed == 0);
  }
}

TEST_CASE("a page that cannot be rendered or named stops the publication", "[publish]") {
  const Workplace place;
  REQUIRE(publish(options_for(place.site()), {{"a", "a"}}) == "1 1 0");
  auto opened = versus::Publisher::open(options_for(place.site(), 4));
  auto& publisher = std::get<versus::Publisher>(opened);
  versus::Output output{100, [](std::size_t i) { return "p" + std::to_string(i); },
                        [](std::size_t i, std::string&) {
                          if (i == 50) throw std::runtime_error("no memory");
                        }};
  CHECK(std::get<versus::Failure>(publisher.publish(output, "")).message ==
        "cannot render a page: no memory; nothing was published");
  output.render = [](std::size_t, std::string&) {};
  output.path = [](std::size_t i) { return i == 99 ? std::string(300, 'x') : std::to_string(i); };
  CHECK_THAT(std::get<versus::Failure>(publisher.publish(output, "")).message,
             Contains("File name too long"));
  CHECK(files_in(place.site()) == SiteFiles{{"a", "a"}});
  CHECK_FALSE(fs::exists(place.state() / "stage"));
  CHECK(up_to_date(place.root / "other", "") == false);
}

TEST_CASE("missing rights are found before the commit, and only where they are needed", "[publish]") {
  const Workplace place;
  REQUIRE(publish(options_for(place.site()), {{"a/b/1", "1"}, {"a/b/2", "2"}, {"c", "c"}}) == "3 3 0");
  const auto [locked, files, expected] = GENERATE(table<std::string, SiteFiles, std::string>({
      {"", {{"a/b/1", "X"}, {"c", "c"}}, "2 1 1"},
      {"a", {{"a/b/1", "1"}, {"a/b/2", "X"}, {"a/b/d/3", "3"}, {"c", "X"}}, "4 3 0"},
      {"a/b",
       {{"a/b/1", "X"}, {"a/b/2", "2"}, {"c", "X"}},
       "site/a/b: Permission denied; nothing was published"},
      {"a/b", {{"a/b/1", "1"}, {"c", "X"}}, "site/a/b: Permission denied; nothing was published"},
      {"a", {{"c", "X"}}, "site/a: Permission denied; nothing was published"},
      {"", {{"c", "c"}}, "site/: Permission denied; nothing was published"},
      {"", {{"a/b/1", "1"}, {"a/b/2", "2"}, {"c", "c"}, {"d/1", "1"}}, "site/: Permission denied"},
  }));
  const SiteFiles before = files_in(place.site());
  // Rights do not bind root, so that a child gives them up.
  constexpr uid_t nobody = 65534;
  if (::geteuid() == 0) {
    for (const auto& entry : fs::recursive_directory_iterator(place.root)) {
      REQUIRE(::chown(entry.path().c_str(), nobody, nobody) == 0);
    }
    REQUIRE(::chown(place.root.c_str(), nobody, nobody) == 0);
  }
  fs::permissions(place.site() / locked, fs::perms(0555));
  const pid_t child = ::fork();
  REQUIRE(child >= 0);
  if (child == 0) {
    if (::geteuid() == 0 && ::setuid(nobody) != 0) ::_exit(2);
    const std::string result = publish(options_for(place.site(), 1), files);
    const bool as_expected = result.find(expected) != std::string::npos;
    if (!as_expected) ::write(STDERR_FILENO, result.data(), result.size());
    ::_exit(as_expected ? 0 : 1);
  }
  int status = 0;
  REQUIRE(::waitpid(child, &status, 0) == child);
  fs::permissions(place.site() / locked, fs::perms(0755));
  CHECK(status == 0);
  CHECK(files_in(place.site()) ==
        (expected.ends_with("published") || expected.ends_with("denied") ? before : files));
  CHECK(files_in(place.state()).size() == 3);
}

TEST_CASE("every page is rendered once and progress ends with the last", "[publish]") {
  const Workplace place;
  const SiteFiles site = many(200, "x");
  std::atomic<std::size_t> rendered = 0;
  std::atomic<std::size_t> most = 0;
  auto options = options_for(place.site(), 4);
  options.progress = [&](std::size_t done) {
    for (std::size_t seen = most; seen < done && !most.compare_exchange_weak(seen, done);) {
    }
  };
  auto opened = versus::Publisher::open(options);
  versus::Output output = output_of(site);
  output.render = [&, render = output.render](std::size_t i, std::string& out) {
    ++rendered;
    render(i, out);
  };
  CHECK(
      std::holds_alternative<versus::PublishReport>(std::get<versus::Publisher>(opened).publish(output, "")));
  CHECK(rendered == 200);
  CHECK(most == 200);
}
