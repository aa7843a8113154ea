#pragma once

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <map>
#include <set>
#include <string>
#include <vector>

#include <fcntl.h>
#include <spawn.h>
#include <sys/wait.h>
#include <unistd.h>

#include "catch.h"

/// Where the driver runs, with or without a fault, and what it leaves.
namespace fault {

namespace fs = std::filesystem;
using Files = std::map<std::string, std::string>;

struct Fault {
  std::string call;
  int number = 0;
  std::string action;
};

struct Run {
  int status = 0;    ///< Exit status, or minus the signal.
  bool met = false;  ///< The call of the fault came.
};

/// Thousands of small sites are made and removed: memory is several times as fast as a disk.
inline fs::path temporary() {
  const bool in_memory = std::getenv("TMPDIR") == nullptr && ::access("/dev/shm", W_OK | X_OK) == 0;
  return in_memory ? fs::path("/dev/shm") : fs::temp_directory_path();
}

/// A directory of its own, with a site in it.
class Ground {
 public:
  Ground() {
    std::string pattern = temporary() / "versus-fault-XXXXXX";
    REQUIRE(::mkdtemp(pattern.data()) != nullptr);
    root_ = pattern;
  }
  Ground(const Ground&) = delete;
  Ground& operator=(const Ground&) = delete;
  ~Ground() { fs::remove_all(root_); }

  fs::path base() const { return root_ / "work"; }
  fs::path site() const { return base() / "site"; }
  fs::path state() const { return base() / ".site.versus"; }

  /// Puts back what a fault-free publication of that version left.
  void reset(const std::string& version) {
    fs::remove_all(base());
    const fs::path kept = root_ / version;
    if (!fs::exists(kept)) {
      fs::create_directory(base());
      if (version != "none") REQUIRE(run(version).status == 0);
      fs::rename(base(), kept);
    }
    fs::copy(kept, base(), fs::copy_options::recursive);
  }

  Run run(const std::string& version, const Fault& fault = {}, const std::string& jobs = "1",
          const std::string& limit = "") const {
    const fs::path mark = root_ / "mark";
    fs::remove(mark);
    std::vector<std::string> words = {PUBLISH_DRIVER, site(), version, jobs};
    if (!limit.empty()) words.push_back(limit);
    std::vector<std::string> variables = {"HOME=/nonexistent"};
    if (!fault.call.empty()) {
      variables.insert(variables.end(), {"LD_PRELOAD=" FAULT_SHIM, "FAULT_CALL=" + fault.call,
                                         "FAULT_NUMBER=" + std::to_string(fault.number),
                                         "FAULT_ACTION=" + fault.action, "FAULT_MARK=" + mark.string()});
    }
    const auto pointers = [](std::vector<std::string>& texts) {
      std::vector<char*> result;
      for (std::string& text : texts)
        result.push_back(text.data());
      result.push_back(nullptr);
      return result;
    };
    posix_spawn_file_actions_t actions;
    posix_spawn_file_actions_init(&actions);
    for (const int stream : {STDOUT_FILENO, STDERR_FILENO}) {
      posix_spawn_file_actions_addopen(&actions, stream, "/dev/null", O_WRONLY, 0);
    }
    pid_t child = 0;
    const int error = ::posix_spawn(&child, PUBLISH_DRIVER, &actions, nullptr, pointers(words).data(),
                                    pointers(variables).data());
    posix_spawn_file_actions_destroy(&actions);
    int status = 0;
    if (error != 0 || ::waitpid(child, &status, 0) != child) return {-1000, false};
    return {WIFEXITED(status) ? WEXITSTATUS(status) : -WTERMSIG(status), fs::exists(mark)};
  }

  Files files() const {
    Files result;
    if (!fs::exists(site())) return result;
    for (const auto& entry : fs::recursive_directory_iterator(site())) {
      if (entry.is_directory() && !entry.is_symlink()) {
        if (fs::is_empty(entry)) result[entry.path().lexically_relative(site()).string() + "/"] = "";
        continue;
      }
      std::ifstream stream(entry.path(), std::ios::binary);
      result[entry.path().lexically_relative(site())] = std::string(std::istreambuf_iterator(stream), {});
    }
    return result;
  }

  bool has_journal() const { return fs::exists(state() / "journal"); }

  std::set<std::string> remembered() const {
    std::set<std::string> names;
    for (const auto& entry : fs::directory_iterator(state()))
      names.insert(entry.path().filename());
    return names;
  }

 private:
  fs::path root_;
};

}  // namespace fault
