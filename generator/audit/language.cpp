#include "audit/language.h"

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>
#include <cstdio>  // For cld2, which forgets it.

#include <cld2/public/compact_lang_det.h>
#include <cld2/public/encodings.h>
#include <unicode/uchar.h>
#include <unicode/uloc.h>
#include <unicode/uscript.h>

#include "language/tag.h"
#include "source/utf8.h"

namespace versus {

namespace {

constexpr std::size_t least_letters = 20;  // CLD2 is no guide to less.
// What CLD2 scores plain sentences is above 1000, less where they are full of names; short texts score at
// random.
constexpr double least_score = 600;
constexpr std::size_t short_letters = 40;
constexpr double least_short_score = 1300;
constexpr std::size_t sure_letters = 120;  // So many tell any language.
constexpr int sure_percent = 90;
constexpr std::size_t most_symbols = 2;  // Letters of another script that are no words, such as Ω.
constexpr std::size_t least_words = 3;   // Latin words that begin in lower case are no names.
constexpr std::size_t longest_run = 6;   // Of them, in text of another script.

/// The scripts that a language is written in.
std::vector<UScriptCode> scripts_of(const std::string& language) {
  UErrorCode error = U_ZERO_ERROR;
  std::array<char, ULOC_FULLNAME_CAPACITY> locale = {};
  uloc_forLanguageTag(language.c_str(), locale.data(), ULOC_FULLNAME_CAPACITY, nullptr, &error);
  std::vector<UScriptCode> scripts(8);
  const std::int32_t count =
      uscript_getCode(locale.data(), scripts.data(), static_cast<std::int32_t>(scripts.size()), &error);
  scripts.resize(U_SUCCESS(error) && count > 0 ? static_cast<std::size_t>(count) : 0);
  return scripts;
}

/// What there is of letters in a passage.
struct Letters {
  std::size_t all = 0;
  std::size_t own = 0;                         ///< Of the scripts of its language.
  std::size_t others = 0;                      ///< Of scripts that are neither its own nor Latin.
  UScriptCode foreign = USCRIPT_INVALID_CODE;  ///< A script that is neither its own nor Latin.
  std::size_t words = 0;                       ///< Latin words of two letters or more, in lower case.
  std::size_t run = 0;                         ///< The most Latin words in a row.
};

class LetterReader {
 public:
  explicit LetterReader(const std::vector<UScriptCode>& own) : own_(own) {}

  Letters read(std::string_view text) {
    while (!text.empty()) {
      const utf8::Character character = utf8::first(text).value_or(utf8::Character());
      add(static_cast<UChar32>(character.code_point));
      text.remove_prefix(character.bytes);
    }
    end_word();
    return letters_;
  }

 private:
  void add(UChar32 c) {
    if (u_isalpha(c) == 0) return end_word();
    UErrorCode error = U_ZERO_ERROR;
    const UScriptCode script = uscript_getScript(c, &error);
    ++letters_.all;
    const bool own = std::ranges::count(own_, script) > 0;
    if (own) ++letters_.own;
    if (script == USCRIPT_LATIN) {
      lower_ = lower_ && c >= 'a' && c <= 'z';
      ++length_;
      return;
    }
    end_word();
    run_ = 0;
    if (own || script == USCRIPT_COMMON || script == USCRIPT_INHERITED) return;
    letters_.foreign = script;
    ++letters_.others;
  }

  void end_word() {
    if (length_ > 0) letters_.run = std::max(letters_.run, ++run_);
    if (length_ > 1 && lower_) ++letters_.words;
    length_ = 0;
    lower_ = true;
  }

  const std::vector<UScriptCode>& own_;
  Letters letters_;
  std::size_t length_ = 0;
  std::size_t run_ = 0;
  bool lower_ = true;
};

/// What CLD2 says of a passage, if it is sure; a tag.
std::string detected(std::string_view text, const std::string& expected, double least, int& percent) {
  std::array<CLD2::Language, 3> languages = {};
  std::array<int, 3> percents = {};
  std::array<double, 3> scores = {};
  int bytes = 0;
  bool reliable = false;
  const CLD2::CLDHints hints = {expected.c_str(), nullptr, CLD2::UNKNOWN_ENCODING, CLD2::UNKNOWN_LANGUAGE};
  const CLD2::Language language = CLD2::ExtDetectLanguageSummary(
      text.data(), static_cast<int>(text.size()), true, &hints, 0, languages.data(), percents.data(),
      scores.data(), nullptr, &bytes, &reliable);
  percent = percents[0];
  if (!reliable || scores[0] < least) return {};
  return CLD2::LanguageCode(language);
}

std::string name_of(const std::string& tag) {
  std::array<UChar, 64> name = {};
  UErrorCode error = U_ZERO_ERROR;
  const std::int32_t length =
      uloc_getDisplayLanguage(tag.c_str(), "en", name.data(), static_cast<std::int32_t>(name.size()), &error);
  if (U_FAILURE(error)) return tag;
  return {name.begin(), name.begin() + length};
}

}  // namespace

std::optional<std::string> other_language(std::string_view text, const std::string& language,
                                          const std::vector<std::string>& site) {
  if (language.empty() || language == "zxx" || language == "und")
    return std::nullopt;  // In none, or unknown.
  const std::vector<UScriptCode> scripts = scripts_of(language);
  const Letters letters = LetterReader(scripts).read(text);
  const bool known = !scripts.empty();
  if (known && letters.others > most_symbols)
    return "with letters of the script " + std::string(uscript_getName(letters.foreign));
  const bool latin = std::ranges::count(scripts, USCRIPT_LATIN) > 0;
  if (known && !latin && ((letters.own == 0 && letters.words >= least_words) || letters.run >= longest_run))
    return "in Latin letters";
  if (letters.all < least_letters) return std::nullopt;
  int percent = 0;
  const std::string other =
      detected(text, language, letters.all < short_letters ? least_short_score : least_score, percent);
  if (other.empty() || same_language(other, language)) return std::nullopt;
  const bool of_site =
      std::ranges::any_of(site, [&](const std::string& tag) { return same_language(tag, other); });
  if (!of_site && (letters.all < sure_letters || percent < sure_percent)) return std::nullopt;
  return "in " + name_of(other);
}

}  // namespace versus
