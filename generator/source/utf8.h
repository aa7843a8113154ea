#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string_view>

/// What Versus needs to know of UTF-8 (RFC 3629), on top of utf8proc.
namespace versus::utf8 {

/// One decoded character: its code point and the number of bytes it took.
struct Character {
  char32_t code_point = 0;
  std::size_t bytes = 1;
};

/// The character at the front of `text`, or nothing where the bytes are not UTF-8. `text` must not be empty.
std::optional<Character> first(std::string_view text);

/// The character at the end of valid UTF-8. `text` must not be empty.
std::string_view last(std::string_view text);

/// Offset of the first byte that is not part of valid UTF-8, or nothing if all of it is valid.
std::optional<std::size_t> find_invalid(std::string_view text);

/// Number of characters; an invalid byte counts as one character.
std::size_t count(std::string_view text);

/// Terminal cells that the character takes: 0 for combining marks, 2 for East Asian wide characters, else 1.
std::size_t cells(char32_t code_point);

/// True for a letter of any script (general category L).
bool is_letter(char32_t code_point);

/// True for a letter that has another upper-case form.
bool is_lower(char32_t code_point);

/// True for a letter that has another lower-case form.
bool is_upper(char32_t code_point);

}  // namespace versus::utf8
