#pragma once

#include <vector>

#include "picture/columns.h"
#include "picture/ladder.h"

namespace versus::picture {

constexpr Length picture_width = 3000;
constexpr Length edge = 20;           ///< Kept free along the sides of the picture.
constexpr Length event_margin = 20;   ///< Above and below the box of an event.
constexpr Length event_padding = 20;  ///< Above and below its text.
constexpr Length event_ends = 50;     ///< Left and right of its text.
constexpr Length above_text = 10;
constexpr Length below_arrow = 50;

/// A step with the place it takes.
struct Row {
  const LadderStep* step = nullptr;
  Lines label;
  Lines detail;
  Length middle = 0;  ///< Of its text, from the left.
  Length top = 0;
  Length height = 0;

  Length bottom() const { return top + height; }
};

struct Layout {
  std::vector<Column> columns;
  Length heads = 0;  ///< Height of the boxes with the participants' names.
  std::vector<Row> rows;
  Length height = 0;
};

Layout lay_out(const Ladder& ladder);

}  // namespace versus::picture
