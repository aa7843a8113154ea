#include "diagnostic/diagnostic.h"

#include <algorithm>
#include <array>
#include <iterator>
#include <tuple>
#include <utility>

namespace versus {

namespace {

constexpr std::array kinds = {
#define VERSUS_DIAGNOSTIC(name, id, severity, about) \
  DiagnosticKindInfo{DiagnosticKind::name, id, Severity::severity, about},
#include "diagnostic/kinds.def"
#undef VERSUS_DIAGNOSTIC
};

/// Optimal string alignment distance: insertions, deletions, substitutions and swaps of neighbours.
std::size_t edit_distance(std::string_view a, std::string_view b) {
  std::vector<std::size_t> before(b.size() + 1), previous(b.size() + 1), row(b.size() + 1);
  for (std::size_t j = 0; j <= b.size(); ++j)
    previous[j] = j;
  for (std::size_t i = 1; i <= a.size(); ++i) {
    row[0] = i;
    for (std::size_t j = 1; j <= b.size(); ++j) {
      row[j] =
          std::min({previous[j] + 1, row[j - 1] + 1, previous[j - 1] + (a[i - 1] == b[j - 1] ? 0U : 1U)});
      if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1]) {
        row[j] = std::min(row[j], before[j - 2] + 1);
      }
    }
    std::swap(before, previous);
    std::swap(previous, row);
  }
  return previous[b.size()];
}

}  // namespace

std::span<const DiagnosticKindInfo> diagnostic_kinds() {
  return kinds;
}

const DiagnosticKindInfo& info(DiagnosticKind kind) {
  return kinds[static_cast<std::size_t>(kind)];
}

void Diagnostics::add(DiagnosticKind kind, const Span& span, std::string message, std::string hint,
                      std::vector<Note> notes) {
  list_.push_back({kind, span, std::move(message), std::move(hint), std::move(notes)});
}

void Diagnostics::append(Diagnostics other) {
  std::move(other.list_.begin(), other.list_.end(), std::back_inserter(list_));
}

Severity Diagnostics::severity(const Diagnostic& diagnostic) const {
  return strict_ ? Severity::error : info(diagnostic.kind).severity;
}

std::size_t Diagnostics::count(Severity wanted) const {
  return static_cast<std::size_t>(
      std::ranges::count_if(list_, [&](const Diagnostic& d) { return severity(d) == wanted; }));
}

void Diagnostics::sort(const Sources& sources) {
  const auto key = [&](const Diagnostic& d) {
    return std::tuple(std::string_view(sources[d.span.file].path()), d.span.begin, d.span.end, d.kind,
                      std::string_view(d.message));
  };
  std::ranges::stable_sort(list_, std::less<>{}, key);
  // Not std::ranges::unique: clang 14, which builds the fuzz targets, cannot compile the subrange of
  // libstdc++ 12.
  const auto same = [&](const Diagnostic& a, const Diagnostic& b) { return key(a) == key(b); };
  list_.erase(std::unique(list_.begin(), list_.end(), same), list_.end());
}

std::string did_you_mean(std::string_view word, const std::vector<std::string_view>& candidates) {
  constexpr std::size_t longest_word = 64;  // Beyond this nobody misspelt a name; the distance costs n × m.
  if (word.size() > longest_word) return {};
  std::size_t best_distance = std::max<std::size_t>(word.size(), 3) / 3 + 1;
  std::string_view best;
  for (const std::string_view candidate : candidates) {
    const std::size_t distance = edit_distance(word, candidate);
    // One letter in place of another is another name, not a misspelt one.
    if (distance < std::min(best_distance, std::max(word.size(), candidate.size()))) {
      best_distance = distance;
      best = candidate;
    }
  }
  return best.empty() ? std::string() : "did you mean '" + std::string(best) + "'?";
}

bool resembles(std::string_view word, std::string_view name) {
  return !did_you_mean(word, {name}).empty();
}

}  // namespace versus
