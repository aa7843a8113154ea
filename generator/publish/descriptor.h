#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "publish/publish.h"

/// Files and directories named relative to an open directory. Nothing here follows a symbolic link.
/// Where a function returns false or an invalid descriptor, `errno` tells why.
namespace versus::publishing {

/// A file descriptor that closes itself.
class Descriptor {
 public:
  Descriptor() = default;
  explicit Descriptor(int number) : number_(number) {}
  Descriptor(Descriptor&& other) noexcept : number_(std::exchange(other.number_, -1)) {}
  Descriptor& operator=(Descriptor&& other) noexcept;
  ~Descriptor();

  int get() const { return number_; }
  explicit operator bool() const { return number_ >= 0; }

  /// Closes it now; false if the system reports that what was written is lost.
  bool close();

 private:
  int number_ = -1;
};

enum class Kind { file, directory, other };

struct Entry {
  std::string name;
  Kind kind = Kind::other;
};

/// What tells without reading it that a file or directory was touched.
struct Metadata {
  std::uint64_t size = 0;
  std::int64_t seconds = 0;
  std::int64_t nanoseconds = 0;
  std::uint64_t mode = 0;

  friend bool operator==(const Metadata&, const Metadata&) = default;
};

/// The mount that holds a directory; `rename` works only inside one.
struct Mount {
  std::uint64_t device = 0;
  std::uint64_t id = 0;

  friend bool operator==(const Mount&, const Mount&) = default;
};

/// "cannot write /site/a.html: No space left on device".
Failure system_failure(std::string_view operation, std::string_view path, int error);

Descriptor open_directory(int parent, const std::string& name);

/// Opens a directory and makes it first, with mode 0755 whatever the umask is, where there is none.
Descriptor make_directory(int parent, const std::string& name);

/// All entries but `.` and `..`, in byte order of their names.
bool list(int directory, std::vector<Entry>& entries);

bool metadata(int descriptor, Metadata& result);
bool metadata_at(int directory, const char* path, Metadata& result);
bool mount_of(int directory, Mount& result);

/// Makes a file of mode 0644 that was not there before; on failure a part of it may be left.
bool write_file(int directory, const std::string& name, std::string_view bytes, Metadata* written = nullptr);

/// Puts a whole file in the place of one that may be there, by way of `<name>.tmp`.
bool replace_file(int directory, const std::string& name, std::string_view bytes);

/// Appends the bytes of a regular file to `bytes`.
bool read_file(int directory, const std::string& name, std::string& bytes);

/// Removes a file; one that is gone already is no failure.
bool remove_file(int directory, const std::string& name);

/// Removes a file or a directory with all that is in it; one that is gone already is no failure.
bool remove_tree(int parent, const std::string& name);

}  // namespace versus::publishing
