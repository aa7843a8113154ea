#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace versus {

/// Where a line may end inside of text that has no spaces: ZERO WIDTH SPACE. Authors may write it as well.
inline constexpr std::string_view break_mark = "\u200B";

/// Japanese text with break marks between its phrases: before a word that follows a particle, an ending or a
/// closing mark. Text in other languages stays as it is. `language` is a BCP 47 tag.
std::string with_phrase_breaks(std::string_view text, const std::string& language);

/// A space at which no line ends: NO-BREAK SPACE.
inline constexpr std::string_view no_break_space = "\u00A0";

/// Lets no line end between a number or word of other letters and the particle behind it, in Japanese text or
/// its markup from offset `from` on: a space before a hiragana becomes a `no_break_space`. Other languages
/// stay as they are.
void join_particles(std::string& text, const std::string& language, std::size_t from = 0);

/// The text without break marks.
std::string without_breaks(std::string_view text);

}  // namespace versus
