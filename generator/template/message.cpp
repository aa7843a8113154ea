#include "template/message.h"

#include <algorithm>
#include <utility>

#include "template/names.h"

namespace versus {

namespace {

class MessageParser {
 public:
  MessageParser(std::string_view text, const Span& span, Diagnostics& diagnostics)
      : text_(text), span_(span), diagnostics_(diagnostics) {
    message_.span = span;
  }

  Message parse() {
    while (at_ < text_.size()) {
      const char c = text_[at_];
      const bool doubled = at_ + 1 < text_.size() && text_[at_ + 1] == c;
      if ((c == '{' || c == '}') && doubled) {
        literal(at_, at_ + 1, at_ + 2);
      } else if (c == '{') {
        placeholder();
      } else if (c == '}') {
        report(at_, at_ + 1, "'}' closes no placeholder", "write '}}' for a brace");
        literal(at_, at_ + 1, at_ + 1);
      } else {
        const std::size_t end = std::min(text_.find_first_of("{}", at_), text_.size());
        literal(at_, end, end);
      }
    }
    return std::move(message_);
  }

 private:
  Span part(std::size_t begin, std::size_t end) const { return part_of(span_, text_.size(), begin, end); }

  void report(std::size_t begin, std::size_t end, std::string message, std::string hint) {
    diagnostics_.add(DiagnosticKind::bad_markup, part(begin, end), std::move(message), std::move(hint));
  }

  /// Takes `[begin, end)` as text and goes on at `next`.
  void literal(std::size_t begin, std::size_t end, std::size_t next) {
    const std::string_view text = text_.substr(begin, end - begin);
    const Span span = part(begin, next);
    if (message_.pieces.empty() || message_.pieces.back().placeholder) {
      message_.pieces.push_back({.text = std::string(text), .span = span});
    } else {
      message_.pieces.back().text += text;
      message_.pieces.back().span.end = span.end;
    }
    at_ = next;
  }

  void placeholder() {
    const std::size_t begin = at_;
    const std::size_t end = text_.find_first_of("{}", begin + 1);
    if (end == std::string_view::npos || text_[end] == '{') {
      report(begin, begin + 1, "'{' begins a placeholder that does not end", "write '{{' for a brace");
      return literal(begin, begin + 1, begin + 1);
    }
    const std::string_view inner = text_.substr(begin + 1, end - begin - 1);
    const std::size_t colon = inner.find(':');
    const std::string_view name = inner.substr(0, colon);
    Form form = Form::none;
    if (!is_name(name)) {
      report(begin, end + 1, quote(text_.substr(begin, end + 1 - begin)) + " is not a placeholder",
             "write '{name}', or '{{' for a brace");
      return literal(begin, end + 1, end + 1);
    }
    if (colon != std::string_view::npos) {
      const std::string_view word = inner.substr(colon + 1);
      if (word == "clause") {
        form = Form::clause;
      } else if (word == "noun") {
        form = Form::noun;
      } else {
        std::string hint = did_you_mean(word, {"clause", "noun"});
        report(begin + 1 + colon + (word.empty() ? 0 : 1), end, "unknown form " + quote(word),
               hint.empty() ? "a placeholder takes 'clause' or 'noun'" : std::move(hint));
      }
    }
    message_.pieces.push_back(
        {.text = std::string(name), .placeholder = true, .form = form, .span = part(begin, end + 1)});
    at_ = end + 1;
  }

  std::string_view text_;
  Span span_;
  Diagnostics& diagnostics_;
  Message message_;
  std::size_t at_ = 0;
};

}  // namespace

Span part_of(const Span& label, std::size_t size, std::size_t begin, std::size_t end) {
  if (label.end - label.begin != size) return label;
  return {label.file, label.begin + static_cast<std::uint32_t>(begin),
          label.begin + static_cast<std::uint32_t>(end)};
}

bool Message::is_foreign() const {
  return language != nullptr && std::ranges::any_of(pieces, [](const Piece& piece) {
           return !piece.placeholder && has_words(piece.text);
         });
}

const Message* MessageTable::find(std::string_view key) const {
  const auto found = messages.find(key);
  return found == messages.end() ? nullptr : &found->second;
}

Message parse_message(std::string_view text, const Span& span, Diagnostics& diagnostics) {
  return MessageParser(text, span, diagnostics).parse();
}

}  // namespace versus
