#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace versus {

/// The words of UTF-8 text as ICU finds them in that language (a BCP 47 tag), spelt as they are: segments
/// with a letter or a digit, as views into `text`. Nothing if ICU has no data for it.
std::optional<std::vector<std::string_view>> words_of(std::string_view text, const std::string& language);

}  // namespace versus
