#include "picture/text.h"

#include <algorithm>
#include <cstdint>
#include <limits>
#include <optional>

#include "source/utf8.h"

namespace versus::picture {

namespace {

constexpr int full = 100;

bool has(std::u32string_view set, char32_t c) {
  return set.find(c) != std::u32string_view::npos;
}

/// Width of a character of regular weight in hundredths of the text's size.
int regular_width(char32_t c) {
  if (const std::size_t cells = utf8::cells(c); cells != 1) return cells == 0 ? 0 : full;
  if (has(U" !',.:;|Iijl", c)) return 34;
  if (has(U"\"()-/[]frt", c)) return 42;
  if (has(U"ABEFJKLPRSTVXYZ", c)) return 70;
  if (has(U"wM", c)) return 87;
  if (has(U"%@Wm", c)) return full;
  if (c >= U'0' && c <= U'9') return 64;
  if (utf8::is_lower(c)) return 64;
  if (utf8::is_upper(c)) return 79;
  return full;
}

int width_of(char32_t c, Weight weight) {
  const int width = regular_width(c);
  return weight == Weight::bold && utf8::cells(c) != 2 ? (width * 112 + 99) / 100 : width;
}

Length length(int hundredths) {
  return (hundredths * text_size + full - 1) / full;
}

utf8::Character first(std::string_view text) {
  return utf8::first(text).value_or(utf8::Character{0xFFFD, 1});
}

enum class Script { narrow, hiragana, katakana, wide };

Script script_of(char32_t c) {
  if (c >= 0x3041 && c <= 0x309F) return Script::hiragana;
  if (c >= 0x30A0 && c <= 0x30FF) return Script::katakana;
  return utf8::cells(c) == 2 ? Script::wide : Script::narrow;
}

constexpr std::u32string_view closing = U"、。，．・：；？！）］｝」』】〕〉》…,.:;!?)]}";
constexpr std::u32string_view small = U"ー々ぁぃぅぇぉっゃゅょゎァィゥェォッャュョヮヵヶ";
constexpr std::u32string_view opening = U"（［｛「『【〔〈《([{";
constexpr char32_t break_here = 0x200B;  // ZERO WIDTH SPACE

/// What is never broken, such as a word or a Japanese character.
struct Piece {
  std::size_t begin = 0;
  std::size_t end = 0;
  int left = 0;  ///< Where it stands on a single line, in hundredths of the text's size.
  int right = 0;
  bool inside_word = false;  ///< Beginning a line with it likely breaks a word.
};

bool is_gap(char32_t c) {
  return c == U' ' || c == break_here;
}

bool may_break(char32_t before, char32_t after) {
  if (is_gap(before)) return true;
  const bool words = script_of(before) == Script::narrow && script_of(after) == Script::narrow;
  return !words && !has(opening, before) && !has(closing, after) && !has(small, after);
}

/// A guess by the change of scripts, as Japanese writes no spaces between words.
bool is_inside_word(char32_t before, char32_t after) {
  const Script script = script_of(after);
  // A number is set apart from the word that counts: 2 台.
  if (before == U' ') return script != Script::narrow;
  if (before == break_here || has(closing, before)) return false;
  return script == script_of(before) || script == Script::hiragana;
}

std::vector<Piece> split(std::string_view text, Weight weight) {
  std::vector<Piece> pieces;
  char32_t before = break_here;
  int left = 0;
  for (std::size_t i = 0; i < text.size();) {
    const auto [c, bytes] = first(text.substr(i));
    const int right = left + width_of(c, weight);
    if (!is_gap(c)) {
      if (may_break(before, c)) pieces.push_back({i, i, left, left, is_inside_word(before, c)});
      pieces.back().end = i + bytes;
      pieces.back().right = right;
    }
    before = c;
    left = right;
    i += bytes;
  }
  return pieces;
}

/// The lines of a text, found by trying all ends of all lines.
class Wrapping {
 public:
  Wrapping(std::string_view text, Weight weight) : text_(text), pieces_(split(text, weight)) {}

  bool empty() const { return pieces_.empty(); }

  /// That many lines with the least sum of squares, or nothing if some would be wider than `width`.
  std::optional<Lines> lines(std::size_t count, Length width) const {
    const std::size_t n = pieces_.size();
    if (count > n) return std::nullopt;
    struct Best {
      std::int64_t cost = std::numeric_limits<std::int64_t>::max();
      std::size_t from = 0;
    };
    // best[k][end]: the first k lines hold the pieces before `end`.
    std::vector<std::vector<Best>> best(count + 1, std::vector<Best>(n + 1));
    best[0][0].cost = 0;
    for (std::size_t k = 1; k <= count; ++k) {
      for (std::size_t end = k; end <= n; ++end) {
        for (std::size_t from = end; from-- > k - 1;) {
          const Length line = this->width(from, end);
          if (line > width) break;
          const Best& before = best[k - 1][from];
          if (before.cost == Best{}.cost) continue;
          const std::int64_t cost = before.cost + std::int64_t{line} * line +
                                    (from > 0 && pieces_[from].inside_word ? broken_word : 0);
          if (cost <= best[k][end].cost) best[k][end] = {cost, from};
        }
      }
    }
    if (best[count][n].cost == Best{}.cost) return std::nullopt;
    Lines result{std::vector<Line>(count), 0};
    for (std::size_t k = count, end = n; k > 0; --k) {
      const std::size_t from = best[k][end].from;
      result.lines[k - 1] = {std::string(line(from, end)), this->width(from, end)};
      result.width = std::max(result.width, result.lines[k - 1].width);
      end = from;
    }
    return result;
  }

 private:
  /// As bad as lines that differ by about four characters.
  static constexpr std::int64_t broken_word = std::int64_t{9} * text_size * text_size;

  std::string_view line(std::size_t from, std::size_t end) const {
    return text_.substr(pieces_[from].begin, pieces_[end - 1].end - pieces_[from].begin);
  }
  Length width(std::size_t from, std::size_t end) const {
    return length(pieces_[end - 1].right - pieces_[from].left);
  }

  std::string_view text_;
  std::vector<Piece> pieces_;
};

}  // namespace

Length text_width(std::string_view text, Weight weight) {
  int sum = 0;
  while (!text.empty()) {
    const auto [c, bytes] = first(text);
    sum += width_of(c, weight);
    text.remove_prefix(bytes);
  }
  return length(sum);
}

Lines wrap(std::string_view text, const Room& room, Weight weight) {
  const Wrapping wrapping(text, weight);
  if (wrapping.empty()) return {};
  for (std::size_t count = 1; count <= room.most_lines; ++count) {
    if (auto lines = wrapping.lines(count, room.width)) return *std::move(lines);
  }
  for (std::size_t count = room.most_lines; count > 0; --count) {
    if (auto lines = wrapping.lines(count, room.wider)) return *std::move(lines);
  }
  constexpr std::string_view cut = "…";
  std::string shorter(text.ends_with(cut) ? text.substr(0, text.size() - cut.size()) : text);
  do {
    if (shorter.empty()) return {{{std::string(cut), text_width(cut, weight)}}, text_width(cut, weight)};
    shorter.pop_back();
  } while (utf8::find_invalid(shorter) || shorter.ends_with(' '));
  return wrap(shorter.append(cut), room, weight);
}

}  // namespace versus::picture
