#pragma once

#include <string>
#include <string_view>

namespace versus {

/// Where a line may end inside of text that has no spaces: ZERO WIDTH SPACE. Authors may write it as well.
inline constexpr std::string_view break_mark = "\u200B";

/// Japanese text with break marks between its phrases: before a word that follows a particle, an ending or a
/// closing mark. Text in other languages stays as it is. `language` is a BCP 47 tag.
std::string with_phrase_breaks(std::string_view text, const std::string& language);

/// Japanese text, or its markup, in which no line ends between a number or word of other letters and the
/// particle behind it: the space before a hiragana becomes a NO-BREAK SPACE. Text in other languages stays as
/// it is.
std::string with_joined_particles(std::string text, const std::string& language);

/// The text without break marks.
std::string without_breaks(std::string_view text);

}  // namespace versus
