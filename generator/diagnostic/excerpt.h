#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace versus {

/// One line of a file made ready for a terminal: tabs expanded, control and bidirectional characters
/// replaced, and cut around the place of interest if it is long.
struct Excerpt {
  std::string text;
  std::size_t column = 0;  ///< Terminal cells of `text` before the place.
  std::size_t width = 1;   ///< Cells that the place takes within `text`; at least one.
};

/// `begin` and `end` are byte offsets in `line`.
Excerpt excerpt(std::string_view line, std::size_t begin, std::size_t end);

/// `text` with every character replaced that could steer a terminal or reorder what it shows.
std::string printable(std::string_view text);

}  // namespace versus
