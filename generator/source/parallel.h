#pragma once

#include <algorithm>
#include <atomic>
#include <cstddef>
#include <thread>
#include <vector>

namespace versus {

/// Calls `work(index)` for every index below `count` on up to `jobs` threads, the caller's among them, and
/// returns when all are done. `work` must not throw.
template <typename Work>
void parallel_for(std::size_t count, unsigned jobs, const Work& work) {
  std::atomic<std::size_t> next = 0;
  const auto run = [&] {
    for (std::size_t i = next++; i < count; i = next++)
      work(i);
  };
  const std::size_t threads = std::min<std::size_t>(std::max(jobs, 1U), count);
  std::vector<std::jthread> others;
  for (std::size_t i = 1; i < threads; ++i)
    others.emplace_back(run);
  run();
}

}  // namespace versus
