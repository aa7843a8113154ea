#include "yaml/reader.h"

#include <algorithm>
#include <utility>

namespace versus::yaml {

namespace {

bool is_document_marker(std::string_view file, std::size_t at) {
  const std::string_view rest = file.substr(at);
  return (rest.starts_with("---") || rest.starts_with("...")) && (rest.size() == 3 || is_space(rest[3])) &&
         column_of(file, at) == 0;
}

std::size_t token_end(std::string_view file, std::size_t at) {
  while (at < file.size() && !is_space(file[at]) && !is_one_of(file[at], ",[]{}")) {
    ++at;
  }
  return at;
}

}  // namespace

Span Reader::span(std::size_t begin, std::size_t end) const {
  const auto offset = [&](std::size_t at) { return static_cast<std::uint32_t>(std::min(at, file_.size())); };
  return {id_, offset(begin), offset(end)};
}

void Reader::report(DiagnosticKind kind, std::size_t begin, std::size_t end, std::string message,
                    std::string hint, std::vector<Note> notes) {
  clean_ = false;
  diagnostics_.add(kind, span(begin, end), std::move(message), std::move(hint), std::move(notes));
}

std::size_t Reader::skip_gap(std::size_t at) const {
  while (at < file_.size()) {
    if (is_space(file_[at])) {
      ++at;
    } else if (file_[at] == '#') {
      at = line_end(file_, at);
    } else {
      break;
    }
  }
  return at;
}

void Reader::gap(std::size_t to) {
  to = std::min(to, file_.size());
  while (cursor_ < to) {
    cursor_ = gap_token(cursor_);
  }
}

/// Reads one token between values and returns where it ends.
std::size_t Reader::gap_token(std::size_t at) {
  const char c = file_[at];
  if (is_space(c)) return at + 1;
  if (c == '#') {
    if (at > 0 && !is_space(file_[at - 1])) {
      report(DiagnosticKind::yaml_syntax, at, at + 1, "'#' directly behind a value",
             "put a space before a comment, or the whole text in quotes");
    }
    return line_end(file_, at);
  }
  if (is_document_marker(file_, at)) return at + 3;
  if (is_one_of(c, "-:,[]{}")) return at + 1;

  const std::size_t end = token_end(file_, at);
  const auto feature = [&](std::string message, std::string hint) {
    report(DiagnosticKind::yaml_feature, at, end, std::move(message), std::move(hint));
    return end;
  };
  if (c == '&') return feature("an anchor, which Versus does not read", "quote a text that begins with '&'");
  if (c == '*') return feature("an alias, which Versus does not read", "quote a text that begins with '*'");
  if (c == '!') return feature("a tag, which Versus does not read", "quote a text that begins with '!'");
  if (c == '?') return feature("a complex key, which Versus does not read", "write 'key: value'");
  if (c == '%' && column_of(file_, at) == 0) {
    feature("a directive, which Versus does not read", "remove the line");
    return line_end(file_, at);
  }
  // Text that the parser took for something else; after another mistake that is no news.
  if (clean_) {
    report(DiagnosticKind::yaml_syntax, at, end, "text that belongs to no value",
           "put the whole value in quotes");
  }
  return end;
}

void Reader::properties(std::size_t mark) {
  gap(mark);
  while (is_one_of(at(cursor_), "&!")) {
    cursor_ = gap_token(cursor_);
    const std::size_t next = skip_gap(cursor_);
    if (next < file_.size() && line_end(file_, cursor_) >= next) gap(next);
  }
}

Node Reader::scalar(std::string_view text, std::size_t min_column) {
  const std::size_t begin = cursor_;
  const bool quoted = is_one_of(at(begin), "'\"");
  const bool block = is_one_of(at(begin), "|>");
  Node node;
  node.plain = !quoted && !block;
  ScalarWalk walk(file_, begin, text, min_column);
  std::size_t item = 0;  // Where a line of a plain text looks like an item of a list.
  while (walk.next()) {
    node.text += walk.text();
    const bool folded = node.plain && !walk.verbatim();
    if (item == 0 && folded && file_.substr(walk.end()).starts_with("- ")) item = walk.end();
  }
  report_scalar(walk, begin);
  if (walk.problem() == ScalarWalk::Problem::mismatch) node.text = text;
  cursor_ = std::max(cursor_, std::min(walk.position(), file_.size()));
  node.span = span(begin, cursor_);
  if (block) check_block_header(begin);
  if (item > 0) {
    report(DiagnosticKind::yaml_syntax, item, line_end(file_, item), "a line with '- ' within a text",
           "indent it as an item of the list, or put the text in quotes");
  }
  if (line_end(file_, begin) < cursor_) (quoted ? long_quote_ : long_plain_) = node.span;
  return node;
}

void Reader::report_scalar(const ScalarWalk& walk, std::size_t begin) {
  switch (walk.problem()) {
    case ScalarWalk::Problem::none:
      return;
    case ScalarWalk::Problem::unclosed:
    case ScalarWalk::Problem::indentation: {
      std::string hint = "add the closing ";
      hint += file_[begin];
      if (walk.problem() == ScalarWalk::Problem::indentation)
        hint += ", or indent the lines that belong to it";
      report(DiagnosticKind::yaml_syntax, begin, line_end(file_, begin), "a quoted text that does not end",
             std::move(hint));
      throw Stop{};
    }
    case ScalarWalk::Problem::unknown_escape:
      report(DiagnosticKind::yaml_syntax, walk.begin(), walk.end(),
             "an unknown escape in a text in double quotes",
             "write '\\\\' for a backslash, or use single quotes");
      throw Stop{};
    case ScalarWalk::Problem::bad_character:
      report(DiagnosticKind::yaml_syntax, walk.begin(), walk.end(),
             "an escape for a character that no text may have",
             "of control characters only \\n and \\t are allowed");
      throw Stop{};
    case ScalarWalk::Problem::mismatch:
      // Not seen in an otherwise sound file; reported all the same, since a text that is not certain is not
      // used.
      if (!clean_) return;
      report(DiagnosticKind::yaml_syntax, begin, line_end(file_, begin),
             "a text that cannot be read for certain", "put it in double quotes");
  }
}

/// What yaml-cpp takes in silence behind '|' and '>'.
void Reader::check_block_header(std::size_t begin) {
  const std::size_t end = std::min(file_.find_first_not_of("|>+-123456789", begin), file_.size());
  if (file_[begin] == '>' && file_.substr(begin, end - begin).find('+') != std::string_view::npos) {
    // yaml-cpp loses one of the line breaks that '+' is there to keep.
    report(DiagnosticKind::yaml_feature, begin, end, "a folded text that keeps its line breaks at the end",
           "write '>' or '|+'");
  }
  if (at(end) == '#') {
    report(DiagnosticKind::yaml_syntax, end, end + 1, "'#' directly behind a value",
           "put a space before a comment");
  }
}

bool Reader::explain_gap(std::size_t mark, std::size_t min_column) {
  clean_ = true;
  const std::size_t to = std::min(mark + 1, file_.size());
  while (cursor_ < to && clean_) {
    const char c = file_[cursor_];
    const bool directive = c == '%' && column_of(file_, cursor_) == 0;
    if (is_one_of(c, "'\"")) {
      scalar({}, min_column);
    } else if (is_space(c) || directive || is_one_of(c, "#&*!?-:,[]{}")) {
      cursor_ = gap_token(cursor_);
    } else {
      break;
    }
  }
  return !clean_;
}

}  // namespace versus::yaml
