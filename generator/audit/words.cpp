#include "audit/words.h"

#include <array>
#include <cstdint>
#include <memory>

#include <unicode/ubrk.h>
#include <unicode/uchar.h>
#include <unicode/uloc.h>

#include "source/utf8.h"

namespace versus {

namespace {

bool is_word(std::string_view segment) {
  while (!segment.empty()) {
    const utf8::Character character = utf8::first(segment).value_or(utf8::Character{});
    if (u_isalnum(static_cast<UChar32>(character.code_point)) != 0) return true;
    segment.remove_prefix(character.bytes);
  }
  return false;
}

}  // namespace

std::optional<std::vector<std::string_view>> words_of(std::string_view text, const std::string& language) {
  UErrorCode error = U_ZERO_ERROR;
  std::array<char, ULOC_FULLNAME_CAPACITY> locale = {};
  uloc_forLanguageTag(language.c_str(), locale.data(), ULOC_FULLNAME_CAPACITY, nullptr, &error);
  const std::unique_ptr<UBreakIterator, decltype(&ubrk_close)> breaks(
      ubrk_open(UBRK_WORD, locale.data(), nullptr, 0, &error), &ubrk_close);
  UText storage = UTEXT_INITIALIZER;
  const std::unique_ptr<UText, decltype(&utext_close)> input(
      utext_openUTF8(&storage, text.data(), static_cast<std::int64_t>(text.size()), &error), &utext_close);
  if (U_SUCCESS(error)) ubrk_setUText(breaks.get(), input.get(), &error);
  if (U_FAILURE(error)) return std::nullopt;

  std::vector<std::string_view> words;
  std::size_t begin = 0;
  for (std::int32_t next = ubrk_next(breaks.get()); next != UBRK_DONE; next = ubrk_next(breaks.get())) {
    const auto end = static_cast<std::size_t>(next);
    const std::string_view segment = text.substr(begin, end - begin);
    if (is_word(segment)) words.push_back(segment);
    begin = end;
  }
  return words;
}

}  // namespace versus
