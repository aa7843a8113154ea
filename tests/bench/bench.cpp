// Times cold, no-change and edit-one-file builds of the project's site; see `usage`.

#include <algorithm>
#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <exception>
#include <filesystem>
#include <stdexcept>
#include <string>
#include <thread>
#include <vector>

#include <fcntl.h>
#include <spawn.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#include "site_copy.h"

namespace fs = std::filesystem;

namespace {

constexpr const char* usage = "usage: bench VERSUS-PROGRAM PROJECT-DIRECTORY [ROUNDS]\n";

struct Run {
  double wall = 0;       ///< Milliseconds.
  double processor = 0;  ///< Milliseconds on all processors: what the load of the machine changes least.
  double mebibytes = 0;  ///< Peak resident memory.
};

double milliseconds(const timeval& time) {
  return static_cast<double>(time.tv_sec) * 1e3 + static_cast<double>(time.tv_usec) / 1e3;
}

/// Runs the program to its end. Linux counts the memory of the process that starts another as the other's own
/// at its start, so this program has to stay smaller than what it measures.
Run run(std::vector<std::string> arguments) {
  std::vector<char*> argv;
  for (std::string& argument : arguments)
    argv.push_back(argument.data());
  argv.push_back(nullptr);
  const auto start = std::chrono::steady_clock::now();
  pid_t child = 0;
  if (posix_spawn(&child, argv[0], nullptr, nullptr, argv.data(), environ) != 0) {
    throw std::runtime_error("cannot start " + arguments[0]);
  }
  int status = 0;
  rusage used{};
  if (wait4(child, &status, 0, &used) != child) throw std::runtime_error("cannot wait for " + arguments[0]);
  const std::chrono::duration<double, std::milli> wall = std::chrono::steady_clock::now() - start;
  if (!WIFEXITED(status) || WEXITSTATUS(status) != 0) throw std::runtime_error("the build failed");
  return {wall.count(), milliseconds(used.ru_utime) + milliseconds(used.ru_stime),
          static_cast<double>(used.ru_maxrss) / 1024};
}

/// A directory in memory where there is one; gone when the program ends.
class WorkDirectory {
 public:
  WorkDirectory() {
    const fs::path parent = fs::exists("/dev/shm") ? fs::path("/dev/shm") : fs::temp_directory_path();
    std::string name = parent / "versus-bench-XXXXXX";
    if (mkdtemp(name.data()) == nullptr) throw std::runtime_error("cannot make " + name);
    path_ = name;
  }
  ~WorkDirectory() {
    std::error_code ignored;
    fs::remove_all(path_, ignored);
  }
  WorkDirectory(const WorkDirectory&) = delete;
  WorkDirectory& operator=(const WorkDirectory&) = delete;
  const fs::path& path() const { return path_; }

 private:
  fs::path path_;
};

struct Series {
  const char* name;
  std::vector<double> wall{};
  std::vector<double> processor{};
  double mebibytes = 0;

  void add(const Run& run) {
    wall.push_back(run.wall);
    processor.push_back(run.processor);
    mebibytes = std::max(mebibytes, run.mebibytes);
  }
  void print() {
    std::sort(wall.begin(), wall.end());
    std::sort(processor.begin(), processor.end());
    const std::size_t middle = wall.size() / 2;
    std::printf("%-16s %8.0f ms %8.0f ms %11.0f ms %9.1f MiB\n", name, wall[middle], wall.front(),
                processor[middle], mebibytes);
  }
};

void print_size(const fs::path& out, std::size_t codes) {
  std::size_t files = 0;
  std::uintmax_t bytes = 0;
  for (const auto& entry : fs::recursive_directory_iterator(out)) {
    if (!entry.is_regular_file()) continue;
    ++files;
    bytes += entry.file_size();
  }
  std::printf("%zu codes, %zu pairs; site of %zu files, %.1f MB; %u processors\n", codes,
              codes * (codes - 1) / 2, files, static_cast<double>(bytes) / 1e6,
              std::thread::hardware_concurrency());
}

void bench(const std::string& program, const fs::path& project, std::size_t rounds) {
  const WorkDirectory work;
  const fs::path root = work.path() / "root";
  const fs::path out = work.path() / "site";
  const std::size_t codes = copy_site(project, root);
  const std::vector<std::string> command{program, "build", "--root", root, "--out", out, "--quiet"};
  for (const std::string& word : command)
    std::printf("%s ", word.c_str());
  std::printf("\n");

  Series cold{"cold"}, unchanged{"no change"}, edited{"one text edited"};
  // Round 0 is not counted: it touches the memory that the others write to, for the first touch of a page is
  // slow.
  for (std::size_t round = 0; round <= rounds; ++round) {
    fs::remove_all(out);
    const Run first = run(command);
    const Run second = run(command);
    edit_one_text(root, round);
    const Run third = run(command);
    if (round == 0) {
      print_size(out, codes);
      continue;
    }
    cold.add(first);
    unchanged.add(second);
    edited.add(third);
  }
  std::printf("%-16s %11s %11s %14s %13s\n", "", "median", "least", "processor", "peak memory");
  for (Series* series : {&cold, &unchanged, &edited})
    series->print();
  std::printf("%zu rounds of the three builds in turn, in %s\n", rounds, work.path().parent_path().c_str());
}

}  // namespace

int main(int argc, char** argv) try {
  if (argc < 3 || argc > 4) {
    std::fputs(usage, stderr);
    return 2;
  }
  const std::size_t rounds = argc > 3 ? std::stoul(argv[3]) : 7;
  bench(argv[1], argv[2], std::max<std::size_t>(rounds, 1));
} catch (const std::exception& error) {
  std::fprintf(stderr, "bench: %s\n", error.what());
  return 1;
}
