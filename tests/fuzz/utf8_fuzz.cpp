// Any bytes are taken for UTF-8, and what the functions say of them must agree with a decoder written from
// RFC 3629 here.

#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <iostream>
#include <string>
#include <string_view>

#include "diagnostic/excerpt.h"
#include "source/source.h"
#include "source/utf8.h"

namespace {

void require(bool holds, const char* what) {
  if (holds) return;
  std::cerr << "invariant broken: " << what << '\n';
  std::abort();
}

/// Length of the character at the front by the grammar of RFC 3629 section 4, or 0.
std::size_t reference_length(std::string_view text) {
  const auto byte = [&](std::size_t i) { return i < text.size() ? static_cast<unsigned char>(text[i]) : 0U; };
  const auto in = [&](std::size_t i, unsigned low, unsigned high) {
    return byte(i) >= low && byte(i) <= high;
  };
  const auto tail = [&](std::size_t i) { return in(i, 0x80, 0xBF); };
  if (byte(0) < 0x80) return 1;
  if (in(0, 0xC2, 0xDF)) return tail(1) ? 2 : 0;
  if (byte(0) == 0xE0) return in(1, 0xA0, 0xBF) && tail(2) ? 3 : 0;
  if (byte(0) == 0xED) return in(1, 0x80, 0x9F) && tail(2) ? 3 : 0;
  if (in(0, 0xE1, 0xEF)) return tail(1) && tail(2) ? 3 : 0;
  if (byte(0) == 0xF0) return in(1, 0x90, 0xBF) && tail(2) && tail(3) ? 4 : 0;
  if (byte(0) == 0xF4) return in(1, 0x80, 0x8F) && tail(2) && tail(3) ? 4 : 0;
  if (in(0, 0xF1, 0xF3)) return tail(1) && tail(2) && tail(3) ? 4 : 0;
  return 0;
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace versus;
  const std::string text(reinterpret_cast<const char*>(data), size);
  const std::string_view view = text;

  std::size_t at = 0;
  std::size_t characters = 0;
  bool valid = true;
  while (at < size) {
    const std::size_t length = reference_length(view.substr(at));
    const auto character = utf8::first(view.substr(at));
    require(character.has_value() == (length > 0), "first agrees with the grammar");
    if (valid && length == 0) {
      require(utf8::find_invalid(view) == at, "find_invalid finds the first bad byte");
      valid = false;
    }
    if (character) {
      require(character->bytes == length, "a character has its length");
      require(utf8::cells(character->code_point) <= 2, "a character takes at most two cells");
    }
    at += length > 0 ? length : 1;
    ++characters;
  }
  if (valid) require(!utf8::find_invalid(view), "valid text has no bad byte");
  require(utf8::count(view) == characters, "count counts characters");
  require(!utf8::find_invalid(printable(view)), "printable text is valid");

  const SourceFile file("input", text);
  for (std::uint32_t offset = 0; offset <= size; offset += static_cast<std::uint32_t>(size / 50 + 1)) {
    const Place place = file.place(offset);
    require(file.line_start(place.line) <= offset, "a line begins before its bytes");
    const std::size_t within = offset - file.line_start(place.line);
    require(place.column >= 1 && place.column <= within + 1, "a column is within its line");
    const Excerpt shown = excerpt(file.line(place.line), within, within + 5);
    require(!utf8::find_invalid(shown.text), "an excerpt is valid");
    require(shown.width >= 1, "a place is never without a caret");
  }
  return 0;
}
