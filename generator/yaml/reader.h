#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

#include "diagnostic/diagnostic.h"
#include "source/source.h"
#include "yaml/scalar.h"
#include "yaml/yaml.h"

namespace versus::yaml {

/// Thrown by the reader and the tree builder, and caught in this module, where going on would only produce
/// follow-up mistakes.
struct Stop {};

/// Reads a file from front to back: scalars where a parser says that they begin, and every byte between them,
/// so that nothing is passed over. Its cursor stands behind what has been read.
class Reader {
 public:
  Reader(const SourceFile& file, FileId id, Diagnostics& diagnostics)
      : file_(file.text()), id_(id), diagnostics_(diagnostics) {}

  std::string_view file() const { return file_; }
  std::size_t cursor() const { return cursor_; }
  /// The byte at `at`, or NUL, which no file has, at its end.
  char at(std::size_t at) const { return at < file_.size() ? file_[at] : '\0'; }
  /// No mistake so far.
  bool clean() const { return clean_; }

  Span span(std::size_t begin, std::size_t end) const;
  void report(DiagnosticKind kind, std::size_t begin, std::size_t end, std::string message,
              std::string hint = {}, std::vector<Note> notes = {});

  /// Offset behind blanks, line breaks and comments; reads nothing.
  std::size_t skip_gap(std::size_t at) const;
  /// Reads up to `to` what may stand between values, and reports what may not.
  void gap(std::size_t to);
  /// Reads up to `mark`, where a value with its anchor and tag begins, and past those two.
  void properties(std::size_t mark);
  /// Reads the scalar that begins at the cursor. `text` is what the parser took it for; lines of a quoted
  /// text must be indented by `min_column`.
  Node scalar(std::string_view text, std::size_t min_column);

  /// After a parser failed at `mark`: reports what can be seen from the cursor to there that explains it.
  bool explain_gap(std::size_t mark, std::size_t min_column);
  /// The last quoted, or plain, scalar that goes over several lines.
  const std::optional<Span>& long_quote() const { return long_quote_; }
  const std::optional<Span>& long_plain() const { return long_plain_; }

 private:
  std::size_t gap_token(std::size_t at);
  void report_scalar(const ScalarWalk& walk, std::size_t begin);
  void check_block_header(std::size_t begin);

  std::string_view file_;
  FileId id_;
  Diagnostics& diagnostics_;
  std::size_t cursor_ = 0;
  bool clean_ = true;
  std::optional<Span> long_quote_, long_plain_;
};

}  // namespace versus::yaml
