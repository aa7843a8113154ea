#include "source/utf8.h"

#include <utf8proc.h>

namespace versus::utf8 {

std::optional<Character> first(std::string_view text) {
  utf8proc_int32_t code_point = 0;
  const auto bytes = utf8proc_iterate(reinterpret_cast<const utf8proc_uint8_t*>(text.data()),
                                      static_cast<utf8proc_ssize_t>(text.size()), &code_point);
  if (bytes <= 0) return std::nullopt;
  return Character{static_cast<char32_t>(code_point), static_cast<std::size_t>(bytes)};
}

std::string_view last(std::string_view text) {
  std::size_t begin = text.size() - 1;
  while (begin > 0 && (static_cast<unsigned char>(text[begin]) & 0xC0U) == 0x80)
    --begin;
  return text.substr(begin);
}

std::optional<std::size_t> find_invalid(std::string_view text) {
  for (std::size_t i = 0; i < text.size();) {
    if (static_cast<unsigned char>(text[i]) < 0x80) {
      ++i;
      continue;
    }
    const auto character = first(text.substr(i));
    if (!character) return i;
    i += character->bytes;
  }
  return std::nullopt;
}

std::size_t count(std::string_view text) {
  std::size_t characters = 0;
  while (!text.empty()) {
    text.remove_prefix(first(text).value_or(Character{}).bytes);
    ++characters;
  }
  return characters;
}

std::size_t cells(char32_t code_point) {
  const int width = utf8proc_charwidth(static_cast<utf8proc_int32_t>(code_point));
  return width < 0 ? 0 : static_cast<std::size_t>(width);
}

bool is_letter(char32_t code_point) {
  const utf8proc_category_t category = utf8proc_category(static_cast<utf8proc_int32_t>(code_point));
  return category >= UTF8PROC_CATEGORY_LU && category <= UTF8PROC_CATEGORY_LO;
}

bool is_lower(char32_t code_point) {
  const auto value = static_cast<utf8proc_int32_t>(code_point);
  return utf8proc_toupper(value) != value;
}

bool is_upper(char32_t code_point) {
  const auto value = static_cast<utf8proc_int32_t>(code_point);
  return utf8proc_tolower(value) != value;
}

}  // namespace versus::utf8
