#pragma once

#include <cstddef>
#include <filesystem>
#include <functional>
#include <memory>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

namespace versus {

/// Why the system refused to go on, in one sentence for the user: exit status 3.
struct Failure {
  std::string message;
};

/// What to publish: `count` files, each with a path relative to the site (`sip/486/index.html`) and a way to
/// make its bytes. Both functions are called from several threads, each index at least once.
struct Output {
  std::size_t count = 0;
  std::function<std::string(std::size_t index)> path;
  /// Appends all bytes of the file to `out`.
  std::function<void(std::size_t index, std::string& out)> render;
};

struct PublishOptions {
  std::filesystem::path out;                       ///< The site; made if it does not exist.
  std::vector<std::filesystem::path> inputs;       ///< Directories that must not be written to.
  unsigned jobs = 1;                               ///< Threads that render and compare.
  std::function<void(std::size_t done)> progress;  ///< Called now and then from any thread; may be empty.
};

struct PublishReport {
  std::size_t files = 0;    ///< Files of the site.
  std::size_t written = 0;  ///< New or changed.
  std::size_t removed = 0;  ///< Written by an earlier run and no longer part of the site.
};

/// The only writer of the site. Holds the lock of one output directory while it lives.
///
/// What it remembers lies beside the site, for `site` in `.site.versus`: the lock, the manifest of all files
/// it wrote, the stamp that lets a run without changes end at once, and while it publishes the stage and the
/// journal. Its promise covers the death of the process at any moment. It does not cover loss of power: no
/// page is forced to the disk, since a site can always be built again.
class Publisher {
 public:
  /// Checks the directory, takes the lock and completes a commit that an earlier run began.
  static std::variant<Publisher, Failure> open(PublishOptions options);

  Publisher(Publisher&&) noexcept;
  Publisher& operator=(Publisher&&) noexcept;
  ~Publisher();

  /// True if the last publication was made from inputs of this digest and no file of the site was touched
  /// since. Fills the report of such a run.
  bool up_to_date(std::string_view digest, PublishReport& report) const;

  /// Renders everything, stages what differs from the disk, then commits. On failure before the commit the
  /// site is as it was; on failure inside it the next `open` completes it.
  std::variant<PublishReport, Failure> publish(const Output& output, std::string_view digest);

 private:
  struct State;
  explicit Publisher(std::unique_ptr<State> state);
  std::unique_ptr<State> state_;
};

}  // namespace versus
