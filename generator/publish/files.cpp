#include "publish/files.h"

#include <algorithm>
#include <cerrno>
#include <cstdio>
#include <system_error>

#include <fcntl.h>
#include <sys/stat.h>

#include "publish/descriptor.h"

namespace versus {

namespace {

using publishing::Descriptor;
using publishing::system_failure;

/// Opens a directory; those that are missing on the way are made.
std::variant<Descriptor, Failure> open_made(const std::filesystem::path& directory) {
  std::error_code error;
  std::filesystem::create_directories(directory, error);
  if (error) return system_failure("make", directory.string(), error.value());
  Descriptor opened = publishing::open_directory(AT_FDCWD, directory.string());
  if (!opened) return system_failure("open", directory.string(), errno);
  return opened;
}

/// Replaces a file as a whole, and leaves it its permissions.
bool replace(int directory, const std::string& name, const std::string& bytes) {
  // The name beside it is one that nobody else would take.
  const std::string temporary = std::string(".").append(name).append(".versus");
  struct stat old = {};
  const bool there =
      ::fstatat(directory, name.c_str(), &old, AT_SYMLINK_NOFOLLOW) == 0 && S_ISREG(old.st_mode);
  return publishing::remove_file(directory, temporary) &&
         publishing::write_file(directory, temporary, bytes) &&
         (!there || ::fchmodat(directory, temporary.c_str(), old.st_mode & 07777, 0) == 0) &&
         ::renameat(directory, temporary.c_str(), directory, name.c_str()) == 0;
}

}  // namespace

std::optional<Failure> put_files(const std::filesystem::path& directory, const NamedFiles& files) {
  auto opened = open_made(directory);
  if (auto* failure = std::get_if<Failure>(&opened)) return std::move(*failure);
  const int descriptor = std::get<Descriptor>(opened).get();
  for (const auto& [name, bytes] : files) {
    std::string there;
    if (publishing::read_file(descriptor, name, there) && there == bytes) continue;
    if (!replace(descriptor, name, bytes)) return system_failure("write", (directory / name).string(), errno);
  }
  return std::nullopt;
}

std::variant<bool, Failure> make_directory_of(const std::filesystem::path& directory,
                                              const NamedFiles& files) {
  auto opened = open_made(directory.parent_path());
  if (auto* failure = std::get_if<Failure>(&opened)) return std::move(*failure);
  const int parent = std::get<Descriptor>(opened).get();
  const std::string name = directory.filename().string();
  if (::mkdirat(parent, name.c_str(), 0755) != 0) {
    if (errno == EEXIST) return false;
    return system_failure("make", directory.string(), errno);
  }
  const Descriptor made = publishing::open_directory(parent, name);
  const bool written = made && std::ranges::all_of(files, [&](const auto& file) {
                         return publishing::write_file(made.get(), file.first, file.second);
                       });
  if (written) return true;
  Failure failure = system_failure("write into", directory.string(), errno);
  publishing::remove_tree(parent, name);
  return failure;
}

}  // namespace versus
