#include "yaml/explain.h"

#include <algorithm>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "yaml/scalar.h"

namespace versus::yaml {

namespace {

struct Explanation {
  std::size_t begin;
  std::size_t end;
  std::string message;
  std::string hint;
  std::vector<Note> notes = {};
};

/// The file around the place where the parser failed.
class Explainer {
 public:
  /// `cursor` is where the last value before the failure ended.
  Explainer(std::size_t mark, std::size_t cursor, const Reader& reader, const TreeBuilder& builder)
      : text_(reader.file()),
        mark_(mark),
        cursor_(std::min(cursor, mark)),
        reader_(reader),
        builder_(builder) {}

  Explanation explain(Failure failure) const {
    switch (failure) {
      case Failure::key_expected:
        return with_quote(key_expected());
      case Failure::item_expected:
        return with_quote(item_expected());
      case Failure::flow_unclosed:
        return with_quote(flow_unclosed());
      case Failure::flow_end:
        return with_quote(
            {mark_, mark_ + 1, "a bracket that closes nothing", "put a text that has brackets in quotes"});
      case Failure::list_here:
        return {mark_, mark_ + 1, "a list cannot begin here",
                "begin it on a line of its own, or put the text in quotes"};
      case Failure::colon_here:
        return with_quote(colon_here());
      case Failure::character:
        return {mark_, mark_ + 1, "a text cannot begin with " + quoted_character(), "put the text in quotes"};
      case Failure::escape:
        return escape();
      case Failure::quote_unclosed:
        return {mark_, line_end(text_, mark_), "a quoted text does not end before this line",
                "add the closing quote"};
      case Failure::block_header:
        return {mark_, line_end(text_, mark_), "text on the line of '|' or '>'",
                "begin the text on the next line"};
      case Failure::tab:
        return {mark_, mark_ + 1, "a tab in the indentation", "indent with spaces"};
      case Failure::feature:
      case Failure::other:
        break;
    }
    return {mark_, line_end(text_, mark_), "text that cannot be read as YAML", "put it in quotes"};
  }

 private:
  bool first_on_line() const {
    const std::size_t start = mark_ - column_of(text_, mark_);
    return skip_blanks(text_, start) == mark_;
  }

  std::string quoted_character() const {
    return mark_ < text_.size() ? std::string({'\'', text_[mark_], '\''}) : std::string("nothing");
  }

  /// A text in quotes that goes over several lines may be one whose closing quote was forgotten.
  Explanation with_quote(Explanation explanation) const {
    if (const auto& quote = reader_.long_quote(); quote && quote->end + 1 >= explanation.begin) {
      explanation.notes.push_back({*quote, "a quoted text of several lines; is its closing quote missing?"});
    }
    return explanation;
  }

  Explanation key_expected() const {
    const std::size_t end = line_end(text_, mark_);
    const std::string_view line = text_.substr(mark_, end - mark_);
    if (line.starts_with(':')) {
      return {mark_, mark_ + 1, "a ':' without a space behind it", "write ': ' between key and value"};
    }
    if (!first_on_line()) return behind_value();
    if (after_comment()) return cut_by_comment();
    if (line.starts_with("- ") || line.find(": ") != std::string_view::npos || line.ends_with(':')) {
      return {mark_, end, "this line is not indented like those before it",
              "indent it like the key it belongs beside"};
    }
    return {mark_, end, "a line without a key",
            "write 'key: value', or indent the line under the text it belongs to"};
  }

  Explanation item_expected() const {
    if (!first_on_line()) return behind_value();
    if (after_comment()) return cut_by_comment();
    return {mark_, line_end(text_, mark_), "a line of a list without '- '",
            "begin an item with '- ', and indent all items alike"};
  }

  Explanation behind_value() const {
    std::size_t before = mark_;
    while (before > 0 && is_blank(text_[before - 1]))
      --before;
    if (before > 0 && (text_[before - 1] == ':' || text_[before - 1] == '-')) {
      return {mark_, mark_ + 1, "a text cannot begin with " + quoted_character(), "put the text in quotes"};
    }
    return {mark_, line_end(text_, mark_), "text behind the end of a value", "put the whole value in quotes"};
  }

  /// True where a plain text would go on but for a comment in it.
  bool after_comment() const {
    const auto open = builder_.innermost();
    return open && column_of(text_, mark_) > column_of(text_, open->begin) &&
           text_.substr(cursor_, mark_ - cursor_).find('#') != std::string_view::npos;
  }

  Explanation cut_by_comment() const {
    return {mark_, line_end(text_, mark_), "a text cannot go on after a comment",
            "put the text in quotes if ' #' belongs to it"};
  }

  Explanation flow_unclosed() const {
    const auto open = builder_.innermost();
    const std::size_t begin = open ? open->begin : mark_;
    const char closing = open && open->kind == Node::Kind::sequence ? ']' : '}';
    if (mark_ >= text_.size()) {
      return {begin, begin + 1, "a bracket that does not end", std::string("add the closing ") + closing};
    }
    Explanation result{mark_, mark_ + 1, std::string("expected ',' or '") + closing + "' here",
                       "put a text that has brackets, commas or colons in quotes"};
    if (open) {
      result.notes.push_back({reader_.span(begin, begin + 1), "the bracket stands here"});
    }
    return result;
  }

  Explanation colon_here() const {
    if (first_on_line()) return {mark_, mark_ + 1, "a ':' without a key", "write 'key: value'"};
    // A line that is indented too far continues the plain text before it.
    const auto& plain = reader_.long_plain();
    const bool continued = plain && skip_blanks(text_, plain->end) >= mark_;
    if (!continued && line_end(text_, cursor_) >= mark_) {
      return {mark_, mark_ + 1, "': ' within a plain text", "put the text in quotes"};
    }
    const std::size_t start = skip_blanks(text_, mark_ - column_of(text_, mark_));
    return {start, mark_ + 1, "a key within the text that the lines above begin",
            "indent it like the key it belongs beside, or put the text in quotes"};
  }

  Explanation escape() const {
    std::size_t begin = mark_ == 0 ? 0 : text_.rfind('\\', mark_ - 1);
    if (begin == std::string_view::npos) begin = mark_;
    return {begin, std::max(mark_, begin + 1), "an unknown escape in a text in double quotes",
            "write '\\\\' for a backslash, or use single quotes"};
  }

  std::string_view text_;
  std::size_t mark_;
  std::size_t cursor_;
  const Reader& reader_;
  const TreeBuilder& builder_;
};

}  // namespace

void explain(Failure failure, std::size_t mark, Reader& reader, const TreeBuilder& builder) {
  const std::size_t cursor = reader.cursor();
  const std::size_t at = std::min(mark, reader.file().size());
  // An anchor, a directive or an unclosed quote before the place is the better reason.
  const std::size_t last = failure == Failure::feature ? line_end(reader.file(), at) : at;
  if (reader.explain_gap(last, builder.min_column())) return;
  Explanation found = Explainer(at, cursor, reader, builder).explain(failure);
  reader.report(DiagnosticKind::yaml_syntax, found.begin, std::max(found.begin, found.end),
                std::move(found.message), std::move(found.hint), std::move(found.notes));
}

}  // namespace versus::yaml
