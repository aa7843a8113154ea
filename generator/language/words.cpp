#include "language/words.h"

#include <array>
#include <cstdint>
#include <memory>
#include <utility>

#include <unicode/ubrk.h>
#include <unicode/uchar.h>
#include <unicode/uloc.h>

#include "source/utf8.h"

namespace versus {

namespace {

/// How a segment and the one before it make words.
enum class Kind : std::uint8_t {
  gap,       ///< White space or East Asian punctuation: parts words.
  han,       ///< Begins a word.
  hiragana,  ///< A particle or an ending: belongs to the word before it.
  katakana,  ///< Loan words, which the dictionary cuts into pieces: a run is one word.
  spelt,     ///< Letters and digits of scripts that put spaces between words: `sip:bob@example.net` is one.
  joint      ///< Other marks: inside a word they belong to it, at its ends they do not.
};

Kind kind_of(std::string_view segment) {
  const auto character = static_cast<UChar32>(utf8::first(segment).value_or(utf8::Character{}).code_point);
  if (u_isUWhiteSpace(character) != 0) return Kind::gap;
  switch (ublock_getCode(character)) {
    case UBLOCK_KATAKANA:
      return Kind::katakana;
    case UBLOCK_HIRAGANA:
      return Kind::hiragana;
    case UBLOCK_CJK_UNIFIED_IDEOGRAPHS:
      return Kind::han;
    case UBLOCK_CJK_SYMBOLS_AND_PUNCTUATION:
    case UBLOCK_HALFWIDTH_AND_FULLWIDTH_FORMS:
      return u_isalnum(character) != 0 ? Kind::spelt : Kind::gap;
    default:
      return u_isalnum(character) != 0 ? Kind::spelt : Kind::joint;
  }
}

/// Puts the segments of a text together to words.
class Words {
 public:
  explicit Words(std::string_view text) : text_(text) {}

  void add(std::size_t begin, std::size_t end) {
    const Kind kind = kind_of(text_.substr(begin, end - begin));
    if (kind == Kind::joint) return;  // Taken in if more of the same word follows.
    const bool joins = kind == Kind::hiragana
                           ? last_ != Kind::gap
                           : kind == last_ && (kind == Kind::katakana || kind == Kind::spelt);
    if (joins) {
      words_.back() = text_.substr(begin_, end - begin_);
    } else if (kind != Kind::gap) {
      words_.push_back(text_.substr(begin, end - begin));
      begin_ = begin;
    }
    last_ = kind;
  }

  std::vector<std::string_view> all() && { return std::move(words_); }

 private:
  std::string_view text_;
  std::vector<std::string_view> words_;
  std::size_t begin_ = 0;  ///< Of the last word.
  Kind last_ = Kind::gap;
};

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

  Words words(text);
  std::size_t begin = 0;
  for (std::int32_t next = ubrk_next(breaks.get()); next != UBRK_DONE; next = ubrk_next(breaks.get())) {
    const auto end = static_cast<std::size_t>(next);
    words.add(begin, end);
    begin = end;
  }
  return std::move(words).all();
}

}  // namespace versus
