// How wide text is taken to be, and where it is broken.

#include <string>
#include <string_view>
#include <vector>

#include "catch.h"
#include "picture/text.h"

using namespace versus::picture;

namespace {

std::string joined(const Lines& lines) {
  std::string text;
  for (const Line& line : lines.lines)
    text.append(text.empty() ? "" : "|").append(line.text);
  return text;
}

}  // namespace

TEST_CASE("the width of text follows the table", "[picture]") {
  struct Case {
    std::string_view text;
    versus::picture::Length regular;
    versus::picture::Length bold;
  };
  const Case cases[] = {
      {"", 0, 0},
      {"486", 231, 260},           // 3 × 64
      {"il", 82, 94},              // 2 × 34, bold 39
      {"w", 105, 118},             // 87, bold 98
      {"mW", 240, 269},            // 2 × 100, bold 112
      {"ACK", 263, 297},           // 70 + 79 + 70, bold 79 + 89 + 79
      {"発信側", 360, 360},        // full width, in any weight
      {"ｱ", 120, 135},             // half width, but not known
      {"\u00E9", 77, 87},          // é
      {"e\u0301", 77, 87},         // an accent takes no room
      {"\u200B", 0, 0},            // nor does a zero-width space
      {"\xFF", 120, 135},          // shown as U+FFFD
      {"\u05D0\u05D1", 240, 269},  // letters without case
  };
  for (const Case& c : cases) {
    INFO(c.text);
    CHECK(text_width(c.text, Weight::regular) == c.regular);
    CHECK(text_width(c.text, Weight::bold) == c.bold);
  }
}

TEST_CASE("text is broken where a reader would break it", "[picture]") {
  struct Case {
    std::string_view text;
    Room room;
    std::string_view lines;
  };
  const Case cases[] = {
      {"", {100, 1000, 2}, ""},
      {" ", {100, 1000, 2}, ""},
      {"486 Busy Here", {1000, 1000, 2}, "486 Busy Here"},
      // As few lines as fit, about equally long.
      {"Event state compositor", {1200, 3000, 3}, "Event state|compositor"},
      {"one two three four", {1000, 3000, 2}, "one two|three four"},
      {"one two three four", {510, 3000, 4}, "one two|three|four"},
      // Too narrow: wider lines rather than more.
      {"one two three four", {100, 3000, 2}, "one two|three four"},
      {"WWW-Authenticate", {100, 3000, 2}, "WWW-Authenticate"},
      {"Date, Identity", {700, 3000, 2}, "Date,|Identity"},
      // No room at all.
      {"one two three four", {100, 600, 2}, "one two|three f…"},
      {"Unbreakable", {100, 600, 2}, "Unbrea…"},
      {"発信側", {100, 200, 1}, "…"},
      {"発信側", {10, 10, 1}, "…"},
      {"…", {10, 10, 1}, "…"},
      // Japanese breaks between scripts rather than inside words,
      {"イベント状態コンポジター", {800, 3000, 2}, "イベント状態|コンポジター"},
      {"ユーザーが応答する", {800, 3000, 2}, "ユーザーが|応答する"},
      {"後でメッセージを保存する", {1000, 3000, 2}, "後でメッセージを|保存する"},
      // not between a number and what it counts,
      {"着信側の 2 台目の端末", {850, 3000, 2}, "着信側の|2 台目の端末"},
      // nor before a mark or a small letter, nor behind an opening bracket,
      {"ああああ、あああ", {600, 3000, 2}, "ああああ、|あああ"},
      {"ゲートウェイ", {370, 3000, 2}, "ゲート|ウェイ"},
      {"エッジプロキシ", {720, 3000, 2}, "エッジ|プロキシ"},
      {"ああああっあああ", {500, 3000, 2}, "あああ|あっあああ"},
      {"ああああ（あああ", {490, 3000, 2}, "ああああ|（あああ"},
      // and where the text itself says so.
      {"リダイレクトサーバー", {800, 3000, 2}, "リダイレク|トサーバー"},
      {"リダイレクト\u200Bサーバー", {800, 3000, 2}, "リダイレクト|サーバー"},
      // A no-break space holds.
      {"cause\u00A0"
       "27 b",
       {100, 3000, 3},
       "cause\u00A0"
       "27|b"},
  };
  for (const Case& c : cases) {
    INFO(c.text << " in " << c.room.width);
    CHECK(joined(wrap(c.text, c.room, Weight::regular)) == c.lines);
  }
}

TEST_CASE("lines know their widths", "[picture]") {
  const Lines lines = wrap("486 Busy Here", {700, 700, 2}, Weight::bold);
  REQUIRE(lines.lines.size() == 2);
  CHECK(lines.lines[0].width == text_width("486 Busy", Weight::bold));
  CHECK(lines.lines[1].width == text_width("Here", Weight::bold));
  CHECK(lines.width == lines.lines[0].width);
  CHECK(lines.height() == 2 * line_height);
}
