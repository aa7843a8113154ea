#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace versus {

/// What a passage that should be in `language` (BCP 47) is in instead, in words such as "in English" or "with
/// Hangul letters"; nothing if it is in its language as far as can be told. Scripts are told apart in any
/// text, languages in about a sentence and more; another one of `site`, the languages of the site, is found
/// more easily.
std::optional<std::string> other_language(std::string_view text, const std::string& language,
                                          const std::vector<std::string>& site);

}  // namespace versus
