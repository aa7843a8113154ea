#include "diagnostic/excerpt.h"

#include <algorithm>
#include <optional>
#include <vector>

#include "source/utf8.h"

namespace versus {

namespace {

constexpr std::string_view replacement = "\xEF\xBF\xBD";  // U+FFFD
constexpr std::size_t tab_width = 4;
constexpr std::size_t widest = 120;  // Cells of a line that is shown whole.
constexpr std::size_t before = 50;   // Cells kept before the place in a line that is cut.

/// Controls, and the marks that turn the direction of writing: what they do must not happen on the reader's
/// terminal.
bool is_unsafe(char32_t c) {
  return c < 0x20 || (c >= 0x7F && c < 0xA0) || c == 0x061C || c == 0x200E || c == 0x200F ||
         (c >= 0x2028 && c <= 0x202E) || (c >= 0x2066 && c <= 0x2069) || c == 0xFEFF;
}

/// The character at the front of `text` as it may be shown.
struct Shown {
  std::string_view text;
  std::size_t cells;
  std::size_t bytes;  ///< Taken from the input.
};

Shown show(std::string_view text) {
  const auto character = utf8::first(text);
  if (!character) return {replacement, 1, 1};
  if (is_unsafe(character->code_point)) return {replacement, 1, character->bytes};
  return {text.substr(0, character->bytes), utf8::cells(character->code_point), character->bytes};
}

}  // namespace

std::string printable(std::string_view text) {
  std::string result;
  while (!text.empty()) {
    const Shown shown = show(text);
    result += shown.text;
    text.remove_prefix(shown.bytes);
  }
  return result;
}

Excerpt excerpt(std::string_view line, std::size_t begin, std::size_t end) {
  struct Cell {
    std::size_t byte;  ///< In the whole text.
    std::size_t cell;
  };
  begin = std::min(begin, line.size());
  end = std::clamp(end, begin, line.size());
  std::string text;
  std::vector<Cell> characters;  // Where each begins, with one more for the end.
  std::size_t cell = 0;
  std::optional<std::size_t> first;
  std::size_t last = 0;
  for (std::size_t at = 0; at < line.size();) {
    if (!first && at >= begin) first = cell;
    characters.push_back({text.size(), cell});
    if (line[at] == '\t') {
      const std::size_t spaces = tab_width - cell % tab_width;
      text.append(spaces, ' ');
      cell += spaces;
      ++at;
    } else {
      const Shown shown = show(line.substr(at));
      text += shown.text;
      cell += shown.cells;
      at += shown.bytes;
    }
    if (at <= end) last = cell;
  }
  characters.push_back({text.size(), cell});

  Excerpt result;
  result.column = first.value_or(cell);
  result.width = last > result.column ? last - result.column : 1;
  if (cell <= widest) {
    result.text = std::move(text);
    return result;
  }
  // Cut on both sides, at characters, with a mark of one cell where something is left out.
  const auto at_cell = [&](std::size_t wanted) {
    return *std::ranges::lower_bound(characters, std::min(wanted, cell), {}, &Cell::cell);
  };
  const Cell from = at_cell(result.column > before ? result.column - before : 0);
  const Cell to = at_cell(from.cell + widest);
  if (from.byte > 0) result.text += "…";
  result.text += std::string_view(text).substr(from.byte, to.byte - from.byte);
  if (to.byte < text.size()) result.text += "…";
  result.width = std::max<std::size_t>(1, std::min(result.column + result.width, to.cell) - result.column);
  result.column = result.column - from.cell + (from.byte > 0 ? 1 : 0);
  return result;
}

}  // namespace versus
