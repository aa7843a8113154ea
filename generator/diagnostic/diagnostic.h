#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "diagnostic/kind.h"
#include "source/source.h"

namespace versus {

/// A second place that explains a diagnostic, such as where a key was first defined.
struct Note {
  Span span;
  std::string message;
};

/// One mistake in the inputs. Messages are lower case without a full stop and say first what was seen.
struct Diagnostic {
  DiagnosticKind kind;
  Span span;
  std::string message;
  std::string hint;  ///< What to do about it, such as "did you mean 'status'?"; may be empty.
  std::vector<Note> notes;
};

/// Mistakes found by a stage, in any order; a stage adds to it and goes on. Not shared between threads: each
/// thread fills its own, and `append` joins them.
class Diagnostics {
 public:
  void add(DiagnosticKind kind, const Span& span, std::string message, std::string hint = {},
           std::vector<Note> notes = {});
  void append(Diagnostics other);

  bool empty() const { return list_.empty(); }
  const std::vector<Diagnostic>& list() const { return list_; }

  /// Number of diagnostics of that severity. Warnings count as errors under `promote_warnings`.
  std::size_t count(Severity severity) const;
  bool has_errors() const { return count(Severity::error) > 0; }

  /// Turns every warning into an error, for `--strict`.
  void promote_warnings() { strict_ = true; }
  Severity severity(const Diagnostic& diagnostic) const;

  /// Sorts by path, place, kind and message, and drops repetitions, so that neither the number of threads nor
  /// the order of the stages shows in the output.
  void sort(const Sources& sources);

 private:
  std::vector<Diagnostic> list_;
  bool strict_ = false;
};

/// "did you mean 'x'?" for the candidate nearest to `word` by edit distance, or an empty string if none is
/// near.
std::string did_you_mean(std::string_view word, const std::vector<std::string_view>& candidates);

/// True if `word` may be a misspelt `name`: then one of the two needs no diagnostic.
bool resembles(std::string_view word, std::string_view name);

}  // namespace versus
