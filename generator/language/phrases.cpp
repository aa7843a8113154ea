#include "language/phrases.h"

#include <algorithm>

#include "language/tag.h"
#include "language/words.h"
#include "source/utf8.h"

namespace versus {

namespace {

bool is_any_of(std::string_view character, std::string_view characters) {
  return characters.find(character) != std::string_view::npos;
}

bool begins_with_hiragana(std::string_view text) {
  const char32_t point = utf8::first(text).value_or(utf8::Character()).code_point;
  return point >= 0x3041 && point <= 0x309F;
}

/// True if a phrase may end with the character.
bool ends_phrase(std::string_view character) {
  return begins_with_hiragana(character) || is_any_of(character, "、。，．：；！？）」』】〉》");
}

}  // namespace

std::string with_phrase_breaks(std::string_view text, const std::string& language) {
  if (base_language(language) != "ja") return std::string(text);
  std::string result;
  std::size_t done = 0;
  for (const std::string_view word : words_of(text, language).value_or(std::vector<std::string_view>())) {
    auto at = static_cast<std::size_t>(word.data() - text.data());
    // What opens before a word belongs to it.
    while (at > done && is_any_of(utf8::last(text.substr(0, at)), "（「『【〈《(["))
      at -= utf8::last(text.substr(0, at)).size();
    if (at == 0 || at == done || !ends_phrase(utf8::last(text.substr(0, at)))) continue;
    result.append(text.substr(done, at - done)).append(break_mark);
    done = at;
  }
  return result.append(text.substr(done));
}

void join_particles(std::string& text, const std::string& language, std::size_t from) {
  if (base_language(language) != "ja") return;
  for (std::size_t at = text.find(' ', from); at != std::string::npos; at = text.find(' ', at + 1)) {
    if (begins_with_hiragana(std::string_view(text).substr(at + 1))) text.replace(at, 1, no_break_space);
  }
}

std::string without_breaks(std::string_view text) {
  std::string result(text);
  for (std::size_t at = result.find(break_mark); at != std::string::npos; at = result.find(break_mark, at))
    result.erase(at, break_mark.size());
  return result;
}

}  // namespace versus
