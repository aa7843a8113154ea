#include "locale/form.h"

#include <algorithm>
#include <cctype>
#include <optional>

#include "source/utf8.h"

namespace versus {

namespace {

/// Checks one text and reports at the places of its parts.
class FormCheck {
 public:
  FormCheck(const RawProse& prose, Form form, const Typography& typography, DecodeContext& context)
      : prose_(prose),
        form_(form),
        typography_(typography),
        context_(context),
        text_(mask_literals(prose.text)) {}

  void run() {
    if (typography_.sentence_end.empty()) return;  // The label file could not be read.
    if (text_.find_first_not_of(" \n") == std::string::npos) {
      context_.diagnostics.add(DiagnosticKind::wrong_form, prose_.node.span, "an empty text",
                               "write the text, or leave out the key");
      return;
    }
    if (form_ == Form::sentences) {
      check_sentences();
    } else {
      check_fragment();
    }
    check_doubled_words();
    check_doubled_stops();
  }

 private:
  void report(DiagnosticKind kind, std::size_t begin, std::size_t end, std::string message,
              std::string hint) {
    context_.diagnostics.add(kind, scalar_part(context_.sources, prose_.node, begin, end), std::move(message),
                             std::move(hint));
  }

  /// The sentence end that the text before `end` closes with, if any.
  std::optional<std::string_view> stop_before(std::size_t end) const {
    for (const std::string& stop : typography_.sentence_end) {
      if (std::string_view(text_).substr(0, end).ends_with(stop)) return stop;
    }
    return std::nullopt;
  }

  std::size_t word_end(std::size_t begin) const {
    return std::min(text_.find_first_of(" \n", begin), text_.size());
  }

  /// Where the last word begins, or the last sentence in a language that sets no spaces.
  std::size_t last_word() const {
    std::size_t begin = text_.find_last_of(" \n") + 1;
    for (const std::string& stop : typography_.sentence_end) {
      const std::size_t at = text_.rfind(stop);
      if (at != std::string::npos) begin = std::max(begin, at + stop.size());
    }
    return begin;
  }

  void check_sentences() {
    if (!stop_before(text_.size())) {
      report(DiagnosticKind::wrong_form, last_word(), text_.size(), "a sentence without a stop at its end",
             "end it with '" + typography_.sentence_end.front() + "'");
    }
    if (!typography_.capital) return;
    for (std::size_t begin = 0; begin < text_.size();) {
      const auto character = utf8::first(std::string_view(text_).substr(begin));
      if (character && utf8::is_lower(character->code_point) && (begin == 0 || stop_before(begin - 1))) {
        report(DiagnosticKind::wrong_form, begin, word_end(begin), "a sentence that begins in lower case",
               "begin it with a capital letter");
      }
      begin = text_.find_first_not_of(" \n", word_end(begin));
      if (begin == std::string::npos) return;
    }
  }

  void check_fragment() {
    const char* name = form_ == Form::clause ? "a clause" : "a noun phrase";
    if (const auto stop = stop_before(text_.size())) {
      report(DiagnosticKind::wrong_form, text_.size() - stop->size(), text_.size(),
             std::string(name) + " that ends like a sentence", "leave out the '" + std::string(*stop) + "'");
    }
    const std::size_t end = word_end(0);
    std::string word = text_.substr(0, end);
    if (typography_.capital && is_capitalised(word)) {
      report(DiagnosticKind::wrong_form, 0, end, std::string(name) + " that begins like a sentence",
             "begin in lower case; put another word before a name");
    }
    std::ranges::transform(word, word.begin(),
                           [](unsigned char c) { return static_cast<char>(std::tolower(c)); });
    if (std::ranges::count(typography_.openers, word) > 0) {
      report(DiagnosticKind::wrong_form, 0, end,
             std::string(name) + " that begins with '" + word + "', which the sentence around it supplies",
             "leave out the '" + word + "'");
    }
  }

  /// `The` and `A` are capitalised; `SIP` and `Request-URI` are names that have to be written so.
  static bool is_capitalised(std::string_view word) {
    const auto initial = utf8::first(word);
    if (!initial || !utf8::is_upper(initial->code_point)) return false;
    word.remove_prefix(initial->bytes);
    while (!word.empty()) {
      const auto character = utf8::first(word);
      if (!character || utf8::is_upper(character->code_point)) return false;
      if (character->code_point >= U'0' && character->code_point <= U'9') return false;
      word.remove_prefix(character->bytes);
    }
    return true;
  }

  void check_doubled_words() {
    std::string previous;
    for (std::size_t begin = text_.find_first_not_of(" \n"); begin != std::string::npos;) {
      const std::size_t end = word_end(begin);
      std::string word = text_.substr(begin, end - begin);
      std::ranges::transform(word, word.begin(),
                             [](unsigned char c) { return static_cast<char>(std::tolower(c)); });
      const bool is_word = std::isalpha(static_cast<unsigned char>(word[0])) != 0 || (word[0] & 0x80) != 0;
      if (is_word && word.substr(0, word.find_first_of(".,;:?!")) == previous) {
        report(DiagnosticKind::doubled_word, begin, begin + previous.size(),
               "'" + previous + "' stands twice in a row", "leave one out");
      }
      previous = std::move(word);
      begin = text_.find_first_not_of(" \n", end);
    }
  }

  void check_doubled_stops() {
    for (const std::string& stop : typography_.sentence_end) {
      const std::size_t at = text_.find(stop + stop);
      if (at == std::string::npos) continue;
      report(DiagnosticKind::wrong_form, at, at + 2 * stop.size(), "two stops in a row", "leave one out");
    }
  }

  const RawProse& prose_;
  Form form_;
  const Typography& typography_;
  DecodeContext& context_;
  std::string text_;
};

}  // namespace

bool decode_scalar(std::string_view text, const Node& node, RawProse& prose, DecodeContext&) {
  prose.text = text;
  while (prose.text.ends_with('\n'))
    prose.text.pop_back();
  prose.node = node;
  return true;
}

std::string mask_literals(std::string text) {
  for (std::size_t open = text.find('`'); open != std::string::npos;) {
    const std::size_t close = text.find('`', open + 1);
    if (close == std::string::npos) break;
    text.replace(open, close - open, close - open, '`');
    open = text.find('`', close + 1);
  }
  return text;
}

void check_form(const RawProse& prose, Form form, const Typography& typography, DecodeContext& context) {
  FormCheck(prose, form, typography, context).run();
}

ProseText render_markup(const RawProse& prose, DecodeContext& context) {
  ProseText result;
  const std::string_view text = prose.text;
  for (std::size_t begin = 0; begin < text.size();) {
    const std::size_t open = std::min(text.find('`', begin), text.size());
    escape_html(text.substr(begin, open - begin), result.html);
    result.plain += text.substr(begin, open - begin);
    if (open == text.size()) break;
    const std::size_t close = text.find('`', open + 1);
    if (close == std::string_view::npos || close == open + 1) {
      context.diagnostics.add(
          DiagnosticKind::bad_markup,
          scalar_part(context.sources, prose.node, open, std::min(open + 2, text.size())),
          close == open + 1 ? "backticks with nothing between them" : "a backtick without its partner",
          "put literal protocol text between two backticks");
      break;
    }
    const std::string_view literal = text.substr(open + 1, close - open - 1);
    result.html += "<code>";
    escape_html(literal, result.html);
    result.html += "</code>";
    result.plain += literal;
    begin = close + 1;
  }
  return result;
}

}  // namespace versus
