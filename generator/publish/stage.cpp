#include "publish/stage.h"

#include <algorithm>
#include <array>
#include <atomic>
#include <cerrno>
#include <cstring>
#include <exception>
#include <mutex>

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include "publish/descent.h"
#include "publish/paths.h"
#include "source/parallel.h"

namespace versus::publishing {
namespace {

enum class Comparison { same, different, failed };

/// Compares by size and then by all bytes. A file that not everybody may read is not the one that was
/// published.
Comparison compare(int directory, const std::string& name, std::string_view bytes, std::span<char> buffer,
                   Metadata& data) {
  const Descriptor file(::openat(directory, name.c_str(), O_RDONLY | O_NOFOLLOW | O_NONBLOCK | O_CLOEXEC));
  if (!file) return errno == ENOENT || errno == EACCES ? Comparison::different : Comparison::failed;
  if (!metadata(file.get(), data)) return Comparison::failed;
  constexpr auto readable = S_IRUSR | S_IRGRP | S_IROTH;
  if (!S_ISREG(data.mode) || (data.mode & readable) != readable || data.size != bytes.size()) {
    return Comparison::different;
  }
  while (!bytes.empty()) {
    const ssize_t count = ::read(file.get(), buffer.data(), std::min(buffer.size(), bytes.size()));
    if (count < 0 && errno == EINTR) continue;
    if (count < 0) return Comparison::failed;
    const auto length = static_cast<std::size_t>(count);
    if (length == 0 || std::memcmp(buffer.data(), bytes.data(), length) != 0) return Comparison::different;
    bytes.remove_prefix(length);
  }
  return Comparison::same;
}

/// What the threads share.
struct Work {
  const Site& site;
  const int stage;
  const Output& output;
  const std::span<const std::string> paths;
  const PublishOptions& options;
  std::vector<Rendered> rendered;
  std::atomic<std::size_t> next = 0;
  std::atomic<std::size_t> done = 0;
  std::mutex mutex;
  std::optional<Failure> failure;

  void fail(Failure reason) {
    const std::scoped_lock lock(mutex);
    if (!failure) failure = std::move(reason);
    next = paths.size();
  }
};

/// One thread's part: its way through both trees and its buffers.
class Worker {
 public:
  explicit Worker(Work& work)
      : work_(work),
        published_(work.site.directory.get(), Descent::Missing::stop),
        staged_(work.stage, Descent::Missing::create) {}

  void run() {
    for (std::size_t i = work_.next++; i < work_.paths.size(); i = work_.next++) {
      buffer_.clear();
      work_.output.render(i, buffer_);
      if (!publish(work_.paths[i], work_.rendered[i])) return;
      const std::size_t done = ++work_.done;
      if (work_.options.progress && (done % 64 == 0 || done == work_.paths.size())) {
        work_.options.progress(done);
      }
    }
  }

 private:
  bool publish(const std::string& path, Rendered& result) {
    const std::string name(name_of(path));
    const std::string_view directory = parent_of(path);
    result.hash = hash(buffer_);
    const int old = published_.enter(directory);
    Comparison comparison = Comparison::different;
    if (old >= 0) {
      comparison = compare(old, name, buffer_, read_buffer_, result.metadata);
    } else if (errno != ENOENT && errno != ENOTDIR) {
      comparison = Comparison::failed;
    }
    if (comparison == Comparison::failed) return fail("read", path);
    if (comparison == Comparison::same) return true;
    result.staged = true;
    const int target = staged_.enter(directory);
    return (target >= 0 && write_file(target, name, buffer_, &result.metadata)) || fail("write", path);
  }

  bool fail(std::string_view operation, std::string_view path) {
    const int error = errno;
    Failure reason = system_failure(operation, work_.site.shown(path), error);
    work_.fail({reason.message + "; nothing was published"});
    return false;
  }

  Work& work_;
  Descent published_;
  Descent staged_;
  std::string buffer_;
  std::array<char, 1 << 16> read_buffer_;
};

}  // namespace

std::variant<std::vector<Rendered>, Failure> stage_changes(const Site& site, int stage, const Output& output,
                                                           std::span<const std::string> paths,
                                                           const PublishOptions& options) {
  Work work{site, stage, output, paths, options, std::vector<Rendered>(paths.size()), {}, {}, {}, {}};
  const auto run = [&work] {
    try {
      Worker(work).run();
    } catch (const std::exception& error) {
      work.fail({std::string("cannot render a page: ") + error.what() + "; nothing was published"});
    }
  };
  run_threads(std::min<std::size_t>(options.jobs, paths.size()), run);
  if (work.failure) return std::move(*work.failure);
  return std::move(work.rendered);
}

}  // namespace versus::publishing
