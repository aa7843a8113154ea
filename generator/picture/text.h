#pragma once

#include <string>
#include <string_view>
#include <vector>

/// How much room text takes in a picture. The fonts of readers are not known: widths are those of a wide sans
/// serif, so that text is hardly ever wider than is said here.
namespace versus::picture {

/// A length in a picture, in tenths of a unit.
using Length = int;

constexpr Length text_size = 120;
constexpr Length ascent = 110;  ///< From the baseline to the top of a line.
constexpr Length descent = 30;  ///< From the baseline to the bottom of a line.
constexpr Length line_height = ascent + descent;

enum class Weight { regular, bold };

/// Width of a text on one line.
Length text_width(std::string_view text, Weight weight);

struct Line {
  std::string text;
  Length width = 0;
};

/// A text in lines.
struct Lines {
  std::vector<Line> lines;
  Length width = 0;  ///< Of the longest.

  Length height() const { return static_cast<Length>(lines.size()) * line_height; }
};

/// Room for a text.
struct Room {
  Length width = 0;            ///< That it should keep to.
  Length wider = 0;            ///< That it may take if it cannot.
  std::size_t most_lines = 1;  ///< At least 1.
};

/// Breaks a text into as few lines as fit into the width, about equally long; failing that, into lines as
/// short as the number of lines allows. What is too long even so ends in `…`. An empty text has no lines.
Lines wrap(std::string_view text, const Room& room, Weight weight);

}  // namespace versus::picture
