#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "diagnostic/diagnostic.h"
#include "template/value.h"

namespace versus {

/// A label compiled to literal text and named placeholders. In a label file a placeholder is written
/// `{name}`, or
/// `{name:clause}` and `{name:noun}` where the sentence around it is made for prose of that form.
struct Message {
  struct Piece {
    std::string text;  ///< Literal text, or the name of the placeholder.
    bool placeholder = false;
    Form form = Form::none;  ///< Form of prose that a placeholder asks for.
    Span span;               ///< Where the piece stands in the label file.
  };
  std::vector<Piece> pieces;
  Span span;                           ///< The whole label in its file.
  const Language* language = nullptr;  ///< Set when the label is shown in another language than its page's.

  /// True if it is, and has words of its own that have to be marked with that language.
  bool is_foreign() const;
};

/// Labels of one locale by key.
struct MessageTable {
  std::map<std::string, Message, std::less<>> messages;
  Language language{};  ///< Of the pages.

  const Message* find(std::string_view key) const;
};

/// A part of a label as a span of the file. Where the file spells the label in another way (escapes, folded
/// lines) offsets do not carry over, and the whole label stands for its part.
Span part_of(const Span& label, std::size_t size, std::size_t begin, std::size_t end);

/// Splits a label into pieces; reports braces that mean nothing and unknown forms at their place. `text` is
/// the label's text and `span` where it stands.
Message parse_message(std::string_view text, const Span& span, Diagnostics& diagnostics);

}  // namespace versus
