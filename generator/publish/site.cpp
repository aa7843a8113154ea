#include "publish/site.h"

#include <algorithm>
#include <cerrno>
#include <cstdlib>

#include <fcntl.h>
#include <pwd.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

namespace versus::publishing {
namespace {

namespace fs = std::filesystem;

/// Absolute, without symbolic links as far as the path exists, and without a slash at the end.
fs::path resolved(const fs::path& path) {
  std::error_code error;
  fs::path result = fs::weakly_canonical(fs::absolute(path, error), error);
  if (error) result = fs::absolute(path, error).lexically_normal();
  return result.has_filename() ? result : result.parent_path();
}

bool is_or_holds(const fs::path& outer, const fs::path& inner) {
  const auto [end, rest] = std::mismatch(outer.begin(), outer.end(), inner.begin(), inner.end());
  return end == outer.end();
}

std::vector<fs::path> home_directories() {
  std::vector<fs::path> homes;
  if (const char* home = std::getenv("HOME"); home != nullptr && *home == '/') homes.emplace_back(home);
  if (const passwd* user = ::getpwuid(::getuid()); user != nullptr && *user->pw_dir == '/') {
    homes.emplace_back(user->pw_dir);
  }
  return homes;
}

std::optional<Failure> refuse_place(const fs::path& out, std::span<const fs::path> inputs) {
  const auto refusal = [&](const std::string& reason) {
    return Failure{"refusing to write the site to " + out.string() + ": " + reason +
                   "; choose a directory of its own"};
  };
  if (out == out.root_path()) return refusal("it is the root directory");
  for (const fs::path& home : home_directories()) {
    if (is_or_holds(out, resolved(home))) return refusal("it is or holds a home directory");
  }
  for (const fs::path& input : inputs) {
    const fs::path source = resolved(input);
    if (is_or_holds(out, source)) return refusal("it is or holds " + source.string() + ", which is read");
    if (is_or_holds(source, out)) return refusal("it lies inside " + source.string() + ", which is read");
  }
  return std::nullopt;
}

std::optional<Failure> take_lock(Site& site) {
  site.lock = Descriptor(
      ::openat(site.state.get(), lock_name.c_str(), O_RDWR | O_CREAT | O_NOFOLLOW | O_CLOEXEC, 0644));
  if (!site.lock) return system_failure("open", site.state_path + "/" + lock_name, errno);
  ::fchmod(site.lock.get(), 0644);  // whatever the umask is; that of another user stays as it is
  while (::flock(site.lock.get(), LOCK_EX | LOCK_NB) != 0) {
    if (errno == EINTR) continue;
    if (errno == EWOULDBLOCK)
      return Failure{"another build is writing to " + site.path + "; wait for its end"};
    return system_failure("lock", site.state_path + "/" + lock_name, errno);
  }
  return std::nullopt;
}

}  // namespace

std::variant<Site, Failure> open_site(const fs::path& out, std::span<const fs::path> inputs) {
  if (out.empty()) return Failure{"no directory to write the site to was given"};
  const fs::path path = resolved(out);
  if (auto refused = refuse_place(path, inputs)) return *refused;

  std::error_code error;
  fs::create_directories(path.parent_path(), error);
  if (error) return system_failure("make directory", path.parent_path().string(), error.value());
  const Descriptor parent(::open(path.parent_path().c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC));
  if (!parent) return system_failure("open directory", path.parent_path().string(), errno);

  Site site;
  site.path = path.string();
  const std::string name = path.filename().string();
  const std::string state_name = "." + name + ".versus";
  site.state_path = (path.parent_path() / state_name).string();

  // A directory that was never ours is refused before anything is put beside it.
  Metadata data;
  if (!metadata_at(parent.get(), state_name.c_str(), data) && errno == ENOENT) {
    site.directory = open_directory(parent.get(), name);
    if (site.directory) {
      if (!mount_of(site.directory.get(), site.mount)) return system_failure("examine", site.path, errno);
      if (auto refused = refuse_foreign(site, Manifest())) return *refused;
    }
  }

  site.state = make_directory(parent.get(), state_name);
  if (!site.state) return system_failure("open directory", site.state_path, errno);
  if (auto failure = take_lock(site)) return *failure;
  site.directory = make_directory(parent.get(), name);
  if (!site.directory) return system_failure("open directory", site.path, errno);

  Mount state_mount;
  if (!mount_of(site.directory.get(), site.mount)) return system_failure("examine", site.path, errno);
  if (!mount_of(site.state.get(), state_mount)) return system_failure("examine", site.state_path, errno);
  if (site.mount != state_mount) {
    return Failure{"refusing to write to " + site.path + ": it is on another file system than " +
                   site.state_path +
                   ", so that files cannot be moved between them; choose a directory below it"};
  }
  return site;
}

}  // namespace versus::publishing
