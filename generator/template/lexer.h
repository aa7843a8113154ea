#pragma once

#include <string_view>
#include <vector>

#include "diagnostic/diagnostic.h"
#include "source/source.h"

namespace versus {

/// A word of a template and where it stands.
struct Word {
  std::string_view text;
  Span span;
};

/// Literal text, or a tag split into words.
struct Token {
  bool tag = false;
  Span span;                ///< Literal text without the lines that disappear; a tag with its braces.
  std::vector<Word> words;  ///< Of a tag; never empty.
  bool alone = false;       ///< A block tag whose line disappears with it.
};

/// Splits a template into literal text and tags. Comments are dropped, and so is the white space around a
/// block tag or comment that has its line to itself. Reports tags that do not end or hold nothing.
std::vector<Token> lex(FileId file, std::string_view text, Diagnostics& diagnostics);

}  // namespace versus
