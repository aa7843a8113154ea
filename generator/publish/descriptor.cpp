#include "publish/descriptor.h"

#include <algorithm>
#include <cerrno>
#include <memory>
#include <system_error>

#include <dirent.h>
#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

namespace versus::publishing {
namespace {

Metadata from_stat(const struct stat& status) {
  return {static_cast<std::uint64_t>(status.st_size), status.st_mtim.tv_sec, status.st_mtim.tv_nsec,
          status.st_mode};
}

bool kind_at(int directory, const dirent& entry, Kind& kind) {
  unsigned char type = entry.d_type;
  if (type == DT_UNKNOWN) {
    Metadata data;
    if (!metadata_at(directory, entry.d_name, data)) return false;
    type = S_ISREG(data.mode) ? DT_REG : S_ISDIR(data.mode) ? DT_DIR : DT_LNK;
  }
  kind = type == DT_REG ? Kind::file : type == DT_DIR ? Kind::directory : Kind::other;
  return true;
}

bool write_all(int descriptor, std::string_view bytes) {
  while (!bytes.empty()) {
    const ssize_t count = ::write(descriptor, bytes.data(), bytes.size());
    if (count < 0 && errno != EINTR) return false;
    if (count > 0) bytes.remove_prefix(static_cast<std::size_t>(count));
  }
  return true;
}

}  // namespace

Descriptor& Descriptor::operator=(Descriptor&& other) noexcept {
  if (this != &other) {
    close();
    number_ = std::exchange(other.number_, -1);
  }
  return *this;
}

Descriptor::~Descriptor() {
  const int error = errno;  // it may be on its way to the user
  close();
  errno = error;
}

bool Descriptor::close() {
  if (number_ < 0) return true;
  // Never repeated, not even after EINTR: Linux has released the number by then.
  return ::close(std::exchange(number_, -1)) == 0;
}

Failure system_failure(std::string_view operation, std::string_view path, int error) {
  std::string message = "cannot ";
  message.append(operation).append(" ").append(path).append(": ");
  return {message + std::generic_category().message(error)};
}

Descriptor open_directory(int parent, const std::string& name) {
  return Descriptor(::openat(parent, name.c_str(), O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC));
}

Descriptor make_directory(int parent, const std::string& name) {
  if (::mkdirat(parent, name.c_str(), 0755) == 0) {
    if (::fchmodat(parent, name.c_str(), 0755, 0) != 0) return {};
  } else if (errno != EEXIST) {
    return {};
  }
  return open_directory(parent, name);
}

bool list(int directory, std::vector<Entry>& entries) {
  const int copy = ::fcntl(directory, F_DUPFD_CLOEXEC, 0);
  if (copy < 0) return false;
  const std::unique_ptr<DIR, int (*)(DIR*)> stream(::fdopendir(copy), ::closedir);
  if (!stream) {
    ::close(copy);
    return false;
  }
  ::rewinddir(stream.get());  // the copy shares its position with the original
  entries.clear();
  while (true) {
    errno = 0;
    const dirent* entry = ::readdir(stream.get());
    if (entry == nullptr) break;
    const std::string_view name = entry->d_name;
    if (name == "." || name == "..") continue;
    Kind kind = Kind::other;
    if (!kind_at(directory, *entry, kind)) return false;
    entries.push_back({std::string(name), kind});
  }
  if (errno != 0) return false;
  std::ranges::sort(entries, {}, &Entry::name);
  return true;
}

bool metadata(int descriptor, Metadata& result) {
  struct stat status {};
  if (::fstat(descriptor, &status) != 0) return false;
  result = from_stat(status);
  return true;
}

bool metadata_at(int directory, const char* path, Metadata& result) {
  struct stat status {};
  if (::fstatat(directory, path, &status, AT_SYMLINK_NOFOLLOW) != 0) return false;
  result = from_stat(status);
  return true;
}

bool mount_of(int directory, Mount& result) {
  // The device alone does not tell a bind mount of the same disk, across which `rename` fails as well.
  struct statx status {};
  if (::statx(directory, "", AT_EMPTY_PATH, STATX_TYPE | STATX_MNT_ID, &status) != 0) return false;
  result.device = std::uint64_t{status.stx_dev_major} << 32 | status.stx_dev_minor;
  result.id = (status.stx_mask & STATX_MNT_ID) != 0 ? status.stx_mnt_id : 0;
  return true;
}

bool write_file(int directory, const std::string& name, std::string_view bytes, Metadata* written) {
  Descriptor file(
      ::openat(directory, name.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, 0644));
  if (!file || !write_all(file.get(), bytes) || ::fchmod(file.get(), 0644) != 0) return false;
  if (written != nullptr && !metadata(file.get(), *written)) return false;
  return file.close();
}

bool replace_file(int directory, const std::string& name, std::string_view bytes) {
  const std::string temporary = name + ".tmp";
  return remove_file(directory, temporary) && write_file(directory, temporary, bytes) &&
         ::renameat(directory, temporary.c_str(), directory, name.c_str()) == 0;
}

bool read_file(int directory, const std::string& name, std::string& bytes) {
  // O_NONBLOCK: opening a pipe would wait for its writer.
  const Descriptor file(::openat(directory, name.c_str(), O_RDONLY | O_NOFOLLOW | O_NONBLOCK | O_CLOEXEC));
  Metadata data;
  if (!file || !metadata(file.get(), data)) return false;
  if (!S_ISREG(data.mode)) {
    errno = EINVAL;
    return false;
  }
  std::size_t end = bytes.size();
  bytes.resize(end + data.size);
  while (end < bytes.size()) {
    const ssize_t count = ::read(file.get(), bytes.data() + end, bytes.size() - end);
    if (count < 0 && errno == EINTR) continue;
    if (count < 0) return false;
    if (count == 0) break;
    end += static_cast<std::size_t>(count);
  }
  bytes.resize(end);
  return true;
}

bool remove_file(int directory, const std::string& name) {
  return ::unlinkat(directory, name.c_str(), 0) == 0 || errno == ENOENT;
}

bool remove_tree(int parent, const std::string& name) {
  Metadata data;
  if (!metadata_at(parent, name.c_str(), data)) return errno == ENOENT;
  if (!S_ISDIR(data.mode)) return remove_file(parent, name);
  const Descriptor directory = open_directory(parent, name);
  std::vector<Entry> entries;
  if (!directory || !list(directory.get(), entries)) return false;
  for (const Entry& entry : entries) {
    const bool gone = entry.kind == Kind::directory ? remove_tree(directory.get(), entry.name)
                                                    : remove_file(directory.get(), entry.name);
    if (!gone) return false;
  }
  return ::unlinkat(parent, name.c_str(), AT_REMOVEDIR) == 0 || errno == ENOENT;
}

}  // namespace versus::publishing
