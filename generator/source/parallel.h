#pragma once

#include <algorithm>
#include <atomic>
#include <cstddef>
#include <system_error>
#include <thread>
#include <vector>

namespace versus {

/// Runs `body` in `jobs` threads, of which the calling one is the first, and waits for all. `body` must not
/// throw.
template <typename Body>
void run_threads(std::size_t jobs, const Body& body) {
  std::vector<std::jthread> helpers;
  try {
    for (std::size_t i = 1; i < jobs; ++i)
      helpers.emplace_back(body);
  } catch (const std::system_error&) {
    // The system gives no more threads: those that there are do the work.
  }
  body();
}

/// Calls `body` once with every index below `count`, in up to `jobs` threads.
template <typename Body>
void parallel_for(std::size_t count, std::size_t jobs, const Body& body) {
  std::atomic<std::size_t> next = 0;
  run_threads(std::min(jobs, count), [&] {
    for (std::size_t i = next++; i < count; i = next++)
      body(i);
  });
}

}  // namespace versus
