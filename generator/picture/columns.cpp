#include "picture/columns.h"

#include <algorithm>
#include <numeric>

namespace versus::picture {

namespace {

constexpr Length margin = 2 * (head_inset + 5);  ///< Left and right of a name, together.
constexpr Length most_width = 1000;  ///< Where there is room enough; the rest goes between columns.

Length sum(const std::vector<Length>& widths) {
  return std::accumulate(widths.begin(), widths.end(), Length{0});
}

/// Makes columns fill the width: the narrowest are widened, or if the names ask for too much, the widest are
/// narrowed.
void level(std::vector<Length>& columns, Length width) {
  std::vector<Length> sorted = columns;
  std::ranges::sort(sorted);
  const bool widen = sum(columns) <= width;
  if (widen) std::ranges::reverse(sorted);
  // Those that are on the other side of an equal share of what is left keep what they ask for.
  auto left = static_cast<Length>(sorted.size());
  for (const Length column : sorted) {
    if (left == 1 || (widen ? column <= width / left : column > width / left)) break;
    width -= column;
    --left;
  }
  const Length share = width / left;
  for (Length& column : columns)
    column = widen ? std::max(column, std::min(share, most_width)) : std::min(column, share);
}

}  // namespace

std::vector<Column> make_columns(const std::vector<Caption>& names, Length width) {
  constexpr std::size_t usual_lines = 2;
  constexpr std::size_t most_lines = 4;
  std::vector<Length> widths;
  std::size_t lines = usual_lines;
  while (true) {
    widths.clear();
    for (const Caption& name : names)
      widths.push_back(wrap(name.text, {0, width - margin, lines}, Weight::regular).width + margin);
    if (sum(widths) <= width || lines == most_lines) break;
    ++lines;
  }
  level(widths, width);

  const bool alone = names.size() == 1;
  const Length rest = width - sum(widths);
  const Length gap = alone ? 0 : rest / static_cast<Length>(names.size() - 1);
  Length x = alone ? rest / 2 : 0;
  std::vector<Column> columns;
  for (std::size_t i = 0; i < names.size(); ++i) {
    const Length room = widths[i] - margin;
    columns.push_back(
        {wrap(names[i].text, {room, room, lines}, Weight::regular), widths[i], x + widths[i] / 2});
    x += widths[i] + gap;
  }
  return columns;
}

}  // namespace versus::picture
