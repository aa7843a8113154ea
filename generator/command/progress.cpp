#include "command/progress.h"

#include <cstdio>

namespace versus {

namespace {
constexpr long long redraw_ms = 50;
}

Progress::Progress(bool visible) : visible_(visible), start_(std::chrono::steady_clock::now()) {}

void Progress::start(std::size_t total) {
  total_ = total;
}

void Progress::show(std::size_t done) {
  if (!visible_) return;
  const auto elapsed = std::chrono::steady_clock::now() - start_;
  const long long now = std::chrono::duration_cast<std::chrono::milliseconds>(elapsed).count();
  long long last = shown_at_.load();
  // One of the threads that come here in the same interval draws the line.
  if (now - last < redraw_ms || !shown_at_.compare_exchange_strong(last, now)) return;
  std::fprintf(stderr, "\r%zu of %zu files", done, total_);
}

void Progress::summary(const PublishReport& report) {
  if (!visible_) return;
  const std::chrono::duration<double> elapsed = std::chrono::steady_clock::now() - start_;
  std::fprintf(stderr, "\r%zu files: %zu written, %zu unchanged, %zu removed, %.2f s\n", report.files,
               report.written, report.files - report.written, report.removed, elapsed.count());
}

}  // namespace versus
