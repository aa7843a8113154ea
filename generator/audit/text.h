#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace versus {

/// What a page says to its reader, and in which language.
struct PageText {
  std::string language;             ///< Of `<html lang>`; empty where there is none.
  std::optional<std::string> main;  ///< Text of the first `<main>`, a line end around each block; nothing
                                    ///< where there is none.
};

/// Reads a page as a browser does; scripts, style sheets, templates and comments are no text.
PageText page_text(std::string_view html);

}  // namespace versus
