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
  Explainer(std::string_view text, FileId file, std::size_t mark, const TreeBuilder& builder)
      : text_(text), file_(file), mark_(mark), builder_(builder) {}

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
    if (const auto& quote = builder_.long_quote(); quote && quote->end + 1 >= explanation.begin) {
      explanation.notes.push_back({*quote, "a quoted text of several lines; is its closing quote missing?"});
    }
    return explanation;
  }

  Explanation key_expected() const {
    const std::size_t end = line_end(text_, mark_);
    const std::string_view line = text_.substr(mark_, end - mark_);
    if (!first_on_line()) {
      return {mark_, end, "text behind the end of a value", "put the whole value in quotes"};
    }
    if (after_comment()) {
      return {mark_, end, "a text cannot go on after a comment",
              "put the text in quotes if ' #' belongs to it"};
    }
    const bool has_key = line.find(": ") != std::string_view::npos || line.ends_with(':');
    if (line.starts_with("- ") || has_key) {
      return {mark_, end, "this line is not indented like those before it",
              "indent it like the key it belongs beside"};
    }
    return {mark_, end, "a line without a key",
            "write 'key: value', or indent the line under the text it belongs to"};
  }

  Explanation item_expected() const {
    const std::size_t end = line_end(text_, mark_);
    if (!first_on_line()) {
      return {mark_, end, "text behind the end of a value", "put the whole value in quotes"};
    }
    if (after_comment()) {
      return {mark_, end, "a text cannot go on after a comment",
              "put the text in quotes if ' #' belongs to it"};
    }
    return {mark_, end, "a line of a list without '- '",
            "begin an item with '- ', and indent all items alike"};
  }

  /// True where a plain text on the line before was cut short by ' #'.
  bool after_comment() const {
    const std::size_t start = mark_ - column_of(text_, mark_);
    if (start == 0) return false;
    const std::size_t previous = start - 1 - column_of(text_, start - 1);
    const std::string_view line = text_.substr(previous, start - previous);
    const std::size_t comment = line.find(" #");
    return comment != std::string_view::npos && skip_blanks(line, 0) < comment;
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
      result.notes.push_back(
          {{file_, static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(begin + 1)},
           "the bracket stands here"});
    }
    return result;
  }

  Explanation colon_here() const {
    if (first_on_line()) return {mark_, mark_ + 1, "a ':' without a key", "write 'key: value'"};
    // The key of the value that was being read is the last thing that the builder took.
    const std::size_t value = std::min(builder_.cursor(), mark_);
    if (line_end(text_, value) >= mark_) {
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
  FileId file_;
  std::size_t mark_;
  const TreeBuilder& builder_;
};

}  // namespace

void explain(Failure failure, std::size_t mark, const Sources& sources, FileId file, TreeBuilder& builder,
             Diagnostics& diagnostics) {
  const std::string_view text = sources[file].text();
  // An anchor, a directive or an unclosed quote before the place is the better reason.
  const bool feature = failure == Failure::feature;
  if (builder.explain_gap(feature ? line_end(text, std::min(mark, text.size())) : mark)) return;
  const std::size_t at = std::min(mark, text.size());
  Explanation found = Explainer(text, file, at, builder).explain(failure);
  const auto limit = [&](std::size_t offset) {
    return static_cast<std::uint32_t>(std::min(offset, text.size()));
  };
  diagnostics.add(DiagnosticKind::yaml_syntax,
                  {file, limit(found.begin), limit(std::max(found.begin, found.end))},
                  std::move(found.message), std::move(found.hint), std::move(found.notes));
}

}  // namespace versus::yaml
