#include "yaml/scalar.h"

#include <algorithm>
#include <array>
#include <utility>

namespace versus::yaml {

namespace {

void append_utf8(char32_t c, std::string& out) {
  const auto tail = [&](int shift) { out += static_cast<char>(0x80 | ((c >> shift) & 0x3F)); };
  if (c < 0x80) {
    out += static_cast<char>(c);
  } else if (c < 0x800) {
    out += static_cast<char>(0xC0 | (c >> 6));
    tail(0);
  } else if (c < 0x10000) {
    out += static_cast<char>(0xE0 | (c >> 12));
    tail(6);
    tail(0);
  } else {
    out += static_cast<char>(0xF0 | (c >> 18));
    tail(12);
    tail(6);
    tail(0);
  }
}

bool is_allowed(char32_t c) {
  if (c == '\n' || c == '\t') return true;
  const bool control = c < 0x20 || (c >= 0x7F && c < 0xA0);
  const bool surrogate = c >= 0xD800 && c < 0xE000;
  return !control && !surrogate && c <= 0x10FFFF;
}

int hex_digit(char c) {
  if (c >= '0' && c <= '9') return c - '0';
  if (c >= 'a' && c <= 'f') return c - 'a' + 10;
  if (c >= 'A' && c <= 'F') return c - 'A' + 10;
  return -1;
}

std::size_t count_breaks(std::string_view text) {
  return static_cast<std::size_t>(std::ranges::count(text, '\n'));
}

/// Length of the line break at the front of `text`, or 0.
std::size_t break_length(std::string_view text) {
  if (text.starts_with("\r\n")) return 2;
  return text.starts_with('\n') ? 1 : 0;
}

}  // namespace

std::size_t skip_blanks(std::string_view text, std::size_t at) {
  while (at < text.size() && is_blank(text[at]))
    ++at;
  return at;
}

std::size_t column_of(std::string_view text, std::size_t at) {
  const std::size_t line_break = at == 0 ? std::string_view::npos : text.rfind('\n', at - 1);
  return line_break == std::string_view::npos ? at : at - line_break - 1;
}

std::size_t line_end(std::string_view text, std::size_t at) {
  std::size_t end = std::min(text.find('\n', at), text.size());
  if (end > at && text[end - 1] == '\r') --end;
  return end;
}

ScalarWalk::ScalarWalk(std::string_view file, std::size_t begin, std::string_view expected,
                       std::size_t min_column)
    : file_(file), rest_(expected), min_column_(min_column), at_(begin) {
  if (begin < file.size() && std::string_view("'\"|>").find(file[begin]) != std::string_view::npos) {
    style_ = file[begin];
    if (quoted()) {
      ++at_;
    } else {
      enter_block();
    }
  }
}

bool ScalarWalk::next() {
  if (done_) return false;
  if (quoted()) return next_quoted();
  if (rest_.empty()) {
    done_ = true;
    return false;
  }
  return style_ == 'p' ? next_plain() : next_block();
}

bool ScalarWalk::step(std::size_t length, std::string_view text, bool verbatim) {
  begin_ = at_;
  at_ += length;
  end_ = at_;
  text_ = text;
  verbatim_ = verbatim;
  if (quoted()) return true;
  if (!rest_.starts_with(text)) return fail(Problem::mismatch);
  rest_.remove_prefix(text.size());
  return true;
}

bool ScalarWalk::fail(Problem problem) {
  problem_ = problem;
  done_ = true;
  return false;
}

/// A run of blanks and line breaks that begins at `from` and has at least one break: it stands for one space,
/// or for one line break less than it has. `hidden_breaks` of them are escaped and stand for nothing.
bool ScalarWalk::fold(std::size_t from, std::size_t hidden_breaks) {
  std::size_t end = from;
  while (end < file_.size() && is_space(file_[end]))
    ++end;
  const std::size_t breaks = count_breaks(file_.substr(from, end - from)) - hidden_breaks;
  if (hidden_breaks == 0 && breaks == 1) {
    buffer_.assign(1, ' ');
  } else {
    buffer_.assign(hidden_breaks > 0 ? breaks : breaks - 1, '\n');
  }
  const bool indented = column_of(file_, end) >= min_column_;
  const bool whole = step(end - at_, buffer_, false);
  if (quoted() && end < file_.size() && !indented) return fail(Problem::indentation);
  return whole;
}

bool ScalarWalk::next_plain() {
  std::size_t end = at_;
  while (end < file_.size() && is_space(file_[end]))
    ++end;
  if (file_.substr(at_, end - at_).find('\n') != std::string_view::npos) return fold(at_, 0);
  if (end == at_) {
    while (end < file_.size() && !is_space(file_[end]) && end - at_ < rest_.size())
      ++end;
  }
  if (end == at_) return fail(Problem::mismatch);
  return step(end - at_, file_.substr(at_, end - at_), true);
}

bool ScalarWalk::next_quoted() {
  if (at_ >= file_.size()) return fail(Problem::unclosed);
  const char c = file_[at_];
  if (c == style_) {
    if (style_ == '\'' && file_.substr(at_ + 1).starts_with('\'')) return step(2, "'", false);
    ++at_;
    done_ = true;
    return false;
  }
  if (c == '\\' && style_ == '"') return escape();
  std::size_t end = at_;
  if (is_space(c)) {
    while (end < file_.size() && is_space(file_[end]))
      ++end;
    const std::string_view run = file_.substr(at_, end - at_);
    if (end == file_.size()) return fail(Problem::unclosed);
    // The blanks before an escaped line break belong to the text.
    if (run.find('\n') != std::string_view::npos) return fold(at_, 0);
  } else {
    while (end < file_.size() && !is_space(file_[end]) && file_[end] != style_ &&
           !(style_ == '"' && file_[end] == '\\')) {
      ++end;
    }
  }
  return step(end - at_, file_.substr(at_, end - at_), true);
}

bool ScalarWalk::escape() {
  static constexpr std::array<std::pair<char, char32_t>, 18> escapes = {{{'0', 0},
                                                                         {'a', 7},
                                                                         {'b', 8},
                                                                         {'t', 9},
                                                                         {'\t', 9},
                                                                         {'n', 10},
                                                                         {'v', 11},
                                                                         {'f', 12},
                                                                         {'r', 13},
                                                                         {'e', 27},
                                                                         {' ', ' '},
                                                                         {'"', '"'},
                                                                         {'/', '/'},
                                                                         {'\\', '\\'},
                                                                         {'N', 0x85},
                                                                         {'_', 0xA0},
                                                                         {'L', 0x2028},
                                                                         {'P', 0x2029}}};
  const std::string_view rest = file_.substr(at_ + 1);
  if (rest.empty()) return fail(Problem::unclosed);
  if (break_length(rest) > 0) return fold(at_ + 1, 1);

  char32_t code_point = 0;
  std::size_t length = 2;
  const std::size_t digits = rest[0] == 'x' ? 2 : rest[0] == 'u' ? 4 : rest[0] == 'U' ? 8 : 0;
  if (digits > 0) {
    for (std::size_t i = 1; i <= digits; ++i) {
      const int digit = i < rest.size() ? hex_digit(rest[i]) : -1;
      if (digit < 0) {
        step(i + 1, {}, false);
        return fail(Problem::unknown_escape);
      }
      code_point = code_point * 16 + static_cast<char32_t>(digit);
    }
    length += digits;
  } else {
    const auto* found = std::ranges::find(escapes, rest[0], &std::pair<char, char32_t>::first);
    if (found == escapes.end()) {
      // The whole character belongs to the step, whatever its length in UTF-8.
      while (length <= rest.size() && (static_cast<unsigned char>(rest[length - 1]) & 0xC0) == 0x80)
        ++length;
      step(length, {}, false);
      return fail(Problem::unknown_escape);
    }
    code_point = found->second;
  }
  if (!is_allowed(code_point)) {
    step(length, {}, false);
    return fail(Problem::bad_character);
  }
  buffer_.clear();
  append_utf8(code_point, buffer_);
  return step(length, buffer_, false);
}

/// Goes past the header and finds out how far the lines are indented.
void ScalarWalk::enter_block() {
  ++at_;
  while (at_ < file_.size() && std::string_view("+-123456789").find(file_[at_]) != std::string_view::npos)
    ++at_;
  if (rest_.empty()) return;
  const std::size_t line = std::min(file_.find('\n', at_), file_.size());
  // The first line that is not blank shows it: what the text itself begins with is not indentation.
  const std::size_t first = rest_.find_first_not_of('\n');
  const std::string_view text = first == std::string_view::npos ? std::string_view() : rest_.substr(first);
  if (!text.empty()) {
    std::size_t lines = first;
    std::size_t start = line + 1;
    while (lines-- > 0)
      start = std::min(file_.find('\n', start), file_.size() - 1) + 1;
    const std::size_t spaces = std::min(file_.find_first_not_of(' ', start), file_.size()) - start;
    const std::size_t own = std::min(text.find_first_not_of(' '), text.size());
    indent_ = spaces - std::min(spaces, own);
  }
  at_ = std::min(line + 1, file_.size());
  at_ = skip_indent(at_);
}

std::size_t ScalarWalk::skip_indent(std::size_t at) const {
  for (std::size_t i = 0; i < indent_ && at < file_.size() && file_[at] == ' '; ++i)
    ++at;
  return at;
}

bool ScalarWalk::next_block() {
  const std::size_t end = line_end(file_, at_);
  if (end > at_) {
    const std::size_t length = std::min(end - at_, rest_.size());
    return step(length, file_.substr(at_, length), true);
  }
  // At a line break: how many of them stand for what the text has next?
  const std::size_t wanted = std::min(rest_.find_first_not_of('\n'), rest_.size());
  const bool last = wanted == rest_.size();
  std::size_t position = at_;
  std::size_t breaks = 0;
  while (breaks < wanted || !last) {
    const std::size_t length = break_length(file_.substr(position));
    if (length == 0) break;
    ++breaks;
    position += length;
    if (last && breaks == wanted) break;
    position = skip_indent(position);
  }
  if (breaks == 0) return fail(Problem::mismatch);
  buffer_ = wanted == 0 ? " " : std::string(wanted, '\n');
  return step(position - at_, buffer_, false);
}

}  // namespace versus::yaml
