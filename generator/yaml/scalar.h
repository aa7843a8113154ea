#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

/// How the decoded text of a YAML scalar lies in the file (YAML 1.2 chapters 7 and 8).
namespace versus::yaml {

inline bool is_blank(char c) {
  return c == ' ' || c == '\t';
}
inline bool is_space(char c) {
  return is_blank(c) || c == '\r' || c == '\n';
}

inline bool is_one_of(char c, std::string_view set) {
  return set.find(c) != std::string_view::npos;
}

/// Offset of the first byte from `at` on that is not a blank.
std::size_t skip_blanks(std::string_view text, std::size_t at);

/// Column of a byte, from 0, in bytes.
std::size_t column_of(std::string_view text, std::size_t at);

/// Offset at which the line of `at` ends, before its line break.
std::size_t line_end(std::string_view text, std::size_t at);

/// Walks through a scalar in steps, each a range of the file and the text that it stands for. Quoted scalars
/// are decoded here; plain and block scalars, whose end follows from the structure around them, are followed
/// along the text that is known already.
class ScalarWalk {
 public:
  enum class Problem : std::uint8_t {
    none,
    unclosed,        ///< A quoted text runs into the end of the file.
    indentation,     ///< A quoted text goes on in a line that is not indented under its key.
    unknown_escape,  ///< The step is the escape.
    bad_character,   ///< The step is an escape that stands for a control character or for none at all.
    mismatch,        ///< The file does not say what `expected` says.
  };

  /// `begin` is the scalar's first byte in `file`. `expected` is the decoded text of a plain or block scalar
  /// and not looked at for quoted ones. Lines after the first must be indented by `min_column` in a quoted
  /// scalar.
  ScalarWalk(std::string_view file, std::size_t begin, std::string_view expected, std::size_t min_column = 0);

  /// Goes to the next step; false after the last one and where there is a problem.
  bool next();

  std::size_t begin() const { return begin_; }
  std::size_t end() const { return end_; }
  std::string_view text() const { return text_; }
  /// True if the step's text stands in the file byte by byte.
  bool verbatim() const { return verbatim_; }

  Problem problem() const { return problem_; }
  /// Where the walk stands: behind the scalar once `next` has returned false without a problem.
  std::size_t position() const { return at_; }

 private:
  bool quoted() const { return style_ == '\'' || style_ == '"'; }
  bool step(std::size_t length, std::string_view text, bool verbatim);
  bool fail(Problem problem);
  bool next_plain();
  bool next_quoted();
  bool next_block();
  bool escape();
  bool fold(std::size_t from, std::size_t hidden_breaks);
  void enter_block();
  std::size_t skip_indent(std::size_t at) const;

  std::string_view file_;
  std::string_view rest_;  ///< Of the expected text.
  char style_ = 'p';       ///< One of ' " | > or p for plain.
  std::size_t min_column_;
  std::size_t at_;
  std::size_t indent_ = std::string_view::npos;  ///< Of a block scalar's lines; no limit if all are empty.
  std::size_t begin_ = 0, end_ = 0;
  std::string_view text_;
  std::string buffer_;  ///< Behind `text_` where the file does not hold it.
  bool verbatim_ = false;
  bool done_ = false;
  Problem problem_ = Problem::none;
};

}  // namespace versus::yaml
