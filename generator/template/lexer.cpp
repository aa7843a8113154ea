#include "template/lexer.h"

#include <algorithm>
#include <array>
#include <utility>

#include "template/names.h"

namespace versus {

namespace {

using std::string_view_literals::operator""sv;

constexpr std::array block_words = {"if"sv, "else"sv, "end"sv, "for"sv, "include"sv};

class Lexer {
 public:
  Lexer(FileId file, std::string_view text, Diagnostics& diagnostics)
      : file_(file), text_(text), diagnostics_(diagnostics) {}

  std::vector<Token> lex() {
    while (true) {
      const std::size_t open = text_.find("{{", at_);
      if (open == std::string_view::npos) break;
      const std::size_t close = text_.find("}}", open + 2);
      if (close == std::string_view::npos ||
          text_.substr(open + 2, close - open - 2).find("{{") != std::string_view::npos) {
        const std::size_t line_end = std::min(text_.find_first_of("\r\n", open), text_.size());
        diagnostics_.add(DiagnosticKind::template_syntax,
                         span(open, std::min(line_end, text_.find("{{", open + 2))), "tag without '}}'");
        literal(open);
        at_ = literal_begin_ = open + 2;
        continue;
      }
      tag(open, close + 2);
    }
    literal(text_.size());
    return std::move(tokens_);
  }

 private:
  Span span(std::size_t begin, std::size_t end) const {
    return {file_, static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(end)};
  }

  void literal(std::size_t end) {
    if (end > literal_begin_) tokens_.push_back({.span = span(literal_begin_, end), .words = {}});
  }

  std::vector<Word> split(std::size_t begin, std::size_t end) const {
    std::vector<Word> words;
    while (begin < end) {
      std::size_t next = begin;
      while (next < end && !is_space(text_[next]))
        ++next;
      if (next > begin) words.push_back({text_.substr(begin, next - begin), span(begin, next)});
      begin = next + 1;
    }
    return words;
  }

  void tag(std::size_t open, std::size_t end) {
    std::vector<Word> words = split(open + 2, end - 2);
    const bool comment = !words.empty() && words[0].text.starts_with('#');
    std::size_t before = open;
    std::size_t after = end;
    if (comment || (!words.empty() && std::ranges::find(block_words, words[0].text) != block_words.end())) {
      widen_to_line(before, after);
    }
    literal(before);
    if (words.empty()) {
      diagnostics_.add(DiagnosticKind::template_syntax, span(open, end), "empty tag");
    } else if (!comment) {
      tokens_.push_back({.tag = true,
                         .span = span(open, end),
                         .words = std::move(words),
                         .alone = after > end && text_[after - 1] == '\n'});
    }
    at_ = literal_begin_ = after;
  }

  /// Widens `[before, after)` to the whole line with its end if nothing but white space stands beside it.
  void widen_to_line(std::size_t& before, std::size_t& after) const {
    const auto blank = [](char c) { return c == ' ' || c == '\t'; };
    std::size_t begin = before;
    while (begin > literal_begin_ && blank(text_[begin - 1]))
      --begin;
    if (begin > 0 && text_[begin - 1] != '\n') return;
    std::size_t end = after;
    while (end < text_.size() && blank(text_[end]))
      ++end;
    if (text_.substr(end).starts_with("\r\n")) {
      ++end;
    } else if (end < text_.size() && text_[end] != '\n') {
      return;
    }
    before = begin;
    after = std::min(end + 1, text_.size());
  }

  FileId file_;
  std::string_view text_;
  Diagnostics& diagnostics_;
  std::vector<Token> tokens_;
  std::size_t at_ = 0;
  std::size_t literal_begin_ = 0;
};

}  // namespace

std::vector<Token> lex(FileId file, std::string_view text, Diagnostics& diagnostics) {
  return Lexer(file, text, diagnostics).lex();
}

}  // namespace versus
