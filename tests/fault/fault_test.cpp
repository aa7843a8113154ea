// Publishes version B over version A (or over nothing) with one fault in the way, for every call at which it
// can happen, and looks at the site then and after the next undisturbed run.

#include <array>
#include <cerrno>

#include <sched.h>
#include <sys/mount.h>

#include "catch.h"
#include "fault/ground.h"
#include "fault/versions.h"

namespace {

using namespace fault;

/// Goes into name spaces of its own, where a file system can be mounted; false if that is not allowed.
bool enter_own_mounts() {
  const std::string user = std::to_string(::getuid());
  const std::string group = std::to_string(::getgid());
  if (::unshare(CLONE_NEWNS) != 0) {
    if (::unshare(CLONE_NEWUSER | CLONE_NEWNS) != 0) return false;
    std::ofstream("/proc/self/uid_map") << user << " " << user << " 1";
    std::ofstream("/proc/self/setgroups") << "deny";
    std::ofstream("/proc/self/gid_map") << group << " " << group << " 1";
  }
  return ::mount("none", "/", nullptr, MS_REC | MS_PRIVATE, nullptr) == 0;
}

/// True if every file is whole as it was or whole as it is to be, and none is missing that belongs to both
/// versions.
bool is_between(const Files& site, const Files& before, const Files& after) {
  const auto has = [](const Files& files, const std::string& path, const std::string& bytes) {
    const auto found = files.find(path);
    return found != files.end() && found->second == bytes;
  };
  for (const auto& [path, bytes] : site) {
    // An empty directory is one whose files have just been removed.
    if (!path.ends_with('/') && !has(before, path, bytes) && !has(after, path, bytes)) return false;
  }
  for (const auto& [path, bytes] : before) {
    if (after.contains(path) && !site.contains(path)) return false;
  }
  return true;
}

struct Sweep {
  std::string before;
  std::string after;
  std::string next;  ///< What the undisturbed run afterwards publishes.
  std::string jobs = "1";
};

void check_disturbed(const Ground& ground, const Run& run, const Sweep& sweep) {
  const Files before = site_version(sweep.before);
  const Files after = site_version(sweep.after);
  const Files site = ground.files();
  if (run.status == 0) {
    CHECK(site == after);
  } else if (ground.has_journal()) {
    CHECK(is_between(site, before, after));
  } else if (run.status == 3) {
    CHECK(site == before);
  } else {
    CHECK(run.status == -SIGKILL);
    CHECK((site == before || site == after));
  }
}

void check_next(const Ground& ground, const Sweep& sweep) {
  CHECK(ground.run(sweep.next).status == 0);
  CHECK(ground.files() == site_version(sweep.next));
  CHECK(ground.remembered() == std::set<std::string>{"lock", "manifest.json", "stamp"});
}

struct Count {
  int met = 0;     ///< Runs in which the call of the fault came.
  int failed = 0;  ///< Runs that ended with exit status 3.
};

/// One fault at each call in turn until it is not met any more.
Count sweep_calls(Ground& ground, const Sweep& sweep, const std::string& call, const std::string& action) {
  Count count;
  for (int number = 1;; ++number) {
    ground.reset(sweep.before);
    const Run run = ground.run(sweep.after, {call, number, action}, sweep.jobs);
    INFO(sweep.before << " to " << sweep.after << ", " << call << " " << number << ": " << action
                      << ", status " << run.status);
    check_disturbed(ground, run, sweep);
    check_next(ground, sweep);
    if (run.status == 3) ++count.failed;
    if (!run.met) return count;
    ++count.met;
  }
}

constexpr std::array calls = {"openat",   "write",    "read",  "close",   "fchmod", "fchmodat", "mkdirat",
                              "renameat", "unlinkat", "fstat", "fstatat", "statx",  "faccessat"};

}  // namespace

TEST_CASE("an undisturbed run publishes the version", "[fault]") {
  Ground ground;
  ground.reset("A");
  CHECK(ground.files() == site_version("A"));
  check_next(ground, {"A", "B", "B"});
  check_next(ground, {"B", "A", "A"});
  check_next(ground, {"A", "none", "none"});
}

TEST_CASE("a failing call leaves the site as it was, or a journal", "[fault]") {
  Ground ground;
  for (const std::string call : calls) {
    CHECK(sweep_calls(ground, {"A", "B", "B"}, call, std::to_string(EIO)).failed > 0);
    sweep_calls(ground, {"none", "B", "B"}, call, std::to_string(EIO));
  }
}

TEST_CASE("a full disk, a quota and missing rights fail before the commit or leave a journal", "[fault]") {
  Ground ground;
  const std::vector<std::pair<std::string, int>> faults = {
      {"openat", EACCES},  {"mkdirat", EACCES},  {"renameat", EACCES}, {"unlinkat", EACCES},
      {"mkdirat", ENOSPC}, {"renameat", ENOSPC}, {"write", ENOSPC},    {"write", EDQUOT},
  };
  for (const auto& [call, error] : faults) {
    CHECK(sweep_calls(ground, {"A", "B", "A"}, call, std::to_string(error)).failed > 0);
  }
}

TEST_CASE("a file that fails when it is closed counts as not written", "[fault]") {
  Ground ground;
  int written = 0;
  const Files before = site_version("A");
  for (const auto& [path, bytes] : site_version("B"))
    written += before.contains(path) && before.at(path) == bytes ? 0 : 1;
  // Beside the staged files the manifest and the journal are needed.
  CHECK(sweep_calls(ground, {"A", "B", "B"}, "close", std::to_string(EDQUOT)).failed == written + 2);
}

TEST_CASE("a write may do less than it was asked for", "[fault]") {
  Ground ground;
  const int writes = sweep_calls(ground, {"A", "B", "B"}, "write", "short").met;
  CHECK(writes > 10);
  for (int number = 1; number <= writes; ++number) {
    ground.reset("A");
    CHECK(ground.run("B", {"write", number, "short"}).status == 0);
  }
  CHECK(sweep_calls(ground, {"A", "B", "B"}, "write", "partial").failed ==
        writes - 1);  // the stamp is of no consequence
}

TEST_CASE("a run killed at any call is completed by the next", "[fault]") {
  Ground ground;
  CHECK(sweep_calls(ground, {"A", "B", "B"}, "any", "kill-before").met > 200);
  CHECK(sweep_calls(ground, {"A", "B", "A"}, "any", "kill-after").met > 200);
  CHECK(sweep_calls(ground, {"none", "A", "B"}, "any", "kill-after").met > 100);
  CHECK(sweep_calls(ground, {"B", "A", "B", "3"}, "any", "kill-before").met > 200);
}

TEST_CASE("a completing run may fail and be killed in its turn", "[fault]") {
  Ground ground;
  const Sweep sweep{"A", "B", "B"};
  const int renames = sweep_calls(ground, sweep, "renameat", "kill-after").met;
  for (const std::string& action : {std::string("kill-before"), std::to_string(EIO)}) {
    int number = 1;
    for (bool met = true; met; ++number) {
      ground.reset("A");
      REQUIRE(ground.run("B", {"renameat", renames / 2, "kill-after"}).status == -SIGKILL);
      REQUIRE(ground.has_journal());
      const Run run = ground.run("B", {"any", number, action});
      INFO("call " << number << ": " << action << ", status " << run.status);
      CHECK(is_between(ground.files(), site_version("A"), site_version("B")));
      check_next(ground, sweep);
      met = run.met;
    }
    CHECK(number > 100);
  }
}

TEST_CASE("a file that grows past a real limit leaves the site as it was", "[fault]") {
  Ground ground;
  for (const std::string limit : {"0", "10", "1000", "50000"}) {
    ground.reset("A");
    CHECK(ground.run("B", {}, "2", limit).status == 3);
    CHECK(ground.files() == site_version("A"));
    check_next(ground, {"A", "B", "B"});
  }
}

TEST_CASE("a disk that is really full leaves the site as it was", "[fault]") {
  Ground ground;
  ground.reset("none");
  const pid_t child = ::fork();
  REQUIRE(child >= 0);
  if (child == 0) {
    // A small file system of the child's own, which goes with it.
    if (!enter_own_mounts()) ::_exit(77);
    if (::mount("tmpfs", ground.base().c_str(), "tmpfs", 0, "size=200k") != 0) ::_exit(77);
    if (ground.run("A").status != 0) ::_exit(1);
    if (ground.run("B").status != 3) ::_exit(2);
    ::_exit(ground.files() == site_version("A") && !ground.has_journal() ? 0 : 3);
  }
  int status = 0;
  REQUIRE(::waitpid(child, &status, 0) == child);
  if (WIFEXITED(status) && WEXITSTATUS(status) == 77) {
    WARN("no rights to mount a small file system");
  } else {
    CHECK(status == 0);
  }
}
