#include "source/source.h"

#include "catch.h"
#include "source/utf8.h"

using namespace versus;

TEST_CASE("a place counts lines and characters from one", "[source]") {
  const SourceFile file("a.yaml", "ab\n話中x\r\n\nend");
  CHECK(file.place(0).line == 1);
  CHECK(file.place(1).column == 2);
  CHECK(file.place(3).line == 2);
  CHECK(file.place(3 + 6).column == 3);
  CHECK(file.place(999).line == 4);
  CHECK(file.line(2) == "話中x");
  CHECK(file.line(3).empty());
  CHECK(file.line(4) == "end");
  CHECK(file.line(5).empty());
}

TEST_CASE("files below a prefix come in the order of their paths", "[source]") {
  Sources sources;
  const FileId b = sources.add("content/b", "2");
  const FileId a = sources.add("content/a", "1");
  sources.add("templates/c", "3");
  CHECK(sources.under("content/") == std::vector{a, b});
  CHECK(*sources.find("content/a") == a);
  CHECK(sources.find("content/") == nullptr);
}

TEST_CASE("UTF-8 is checked by RFC 3629", "[source]") {
  CHECK_FALSE(utf8::find_invalid("plain 話中 é 😀"));
  CHECK(utf8::find_invalid("ab\xff") == 2U);
  CHECK(utf8::find_invalid("\xc0\xaf") == 0U);          // overlong
  CHECK(utf8::find_invalid("x\xed\xa0\x80") == 1U);     // surrogate
  CHECK(utf8::find_invalid("\xf4\x90\x80\x80") == 0U);  // past U+10FFFF
  CHECK(utf8::find_invalid("\xe8\xa9") == 0U);          // cut off
}

TEST_CASE("terminal cells", "[source]") {
  CHECK(utf8::cells(U'a') == 1);
  CHECK(utf8::cells(U'話') == 2);
  CHECK(utf8::cells(0x0301) == 0);
}
