#pragma once

#include <atomic>
#include <chrono>
#include <cstddef>

#include "publish/publish.h"

namespace versus {

/// The lines a person sees on a terminal while the site is built; silent otherwise. `show` may be called from
/// many threads.
class Progress {
 public:
  explicit Progress(bool visible);

  void start(std::size_t total);
  void show(std::size_t done);
  void summary(const PublishReport& report);

 private:
  bool visible_;
  std::size_t total_ = 0;
  std::atomic<long long> shown_at_ = 0;  ///< Milliseconds since the start at which the line was last drawn.
  std::chrono::steady_clock::time_point start_;
};

}  // namespace versus
