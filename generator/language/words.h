#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace versus {

/// The words of UTF-8 text in a language (a BCP 47 tag), spelt as they are, as views into `text`: what stands
/// between spaces, without the marks at its ends, and in Japanese what ICU's dictionary finds, with the
/// Hiragana that follow it; a run of Katakana is one word. Nothing if ICU fails; a language that it does not
/// know is divided at spaces.
std::optional<std::vector<std::string_view>> words_of(std::string_view text, const std::string& language);

}  // namespace versus
