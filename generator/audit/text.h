#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace versus {

/// Text that stands in one piece: a paragraph, a cell, a part of it in another language, the page's title or
/// description, a label in an attribute. Without what is literal or not to be translated, nor, where nothing
/// can be marked up, what is so elsewhere on the page.
struct Passage {
  std::string text;      ///< Its white space as single spaces.
  std::string language;  ///< BCP 47, of the nearest `lang`.
};

/// What a page says to its reader, and in which language.
struct PageText {
  std::string language;             ///< Of `<html lang>`; empty where there is none.
  std::optional<std::string> main;  ///< Text of the first `<main>`, a line end around each block; nothing
                                    ///< where there is none.
  std::vector<Passage> passages;    ///< Of the whole page, in its order.
};

/// Reads a page as a browser does; scripts, style sheets, templates and comments are no text.
PageText page_text(std::string_view html);

}  // namespace versus
