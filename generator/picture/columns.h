#pragma once

#include <string>
#include <vector>

#include "picture/ladder.h"
#include "picture/text.h"

namespace versus::picture {

constexpr Length head_inset = 10;  ///< Between the box with a name and the edges of its column.

/// The column of one participant of a ladder diagram.
struct Column {
  Lines name;
  Length width = 0;
  Length line = 0;  ///< Where its line stands, from the left.
};

/// Divides a width among participants: equally, unless a name asks for more.
std::vector<Column> make_columns(const std::vector<Caption>& names, Length width);

}  // namespace versus::picture
