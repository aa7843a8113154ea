#pragma once

#include <string>
#include <string_view>

#include "template/value.h"

namespace versus {

/// Appends `text` percent-encoded as one component of an address (RFC 3986, 2.3): only unreserved characters
/// stay.
void escape_component(std::string_view text, std::string& out);

/// Escapes text of a label in a language (BCP 47) for an HTML element and appends it; its break marks become
/// `<wbr>`, and Japanese particles are joined to what they follow.
void escape_label(std::string_view text, const std::string& language, std::string& out);

/// Appends the tag that marks what follows as text of another language, up to `language_end`.
void append_language_begin(const Language& language, std::string& out);

constexpr std::string_view language_end = "</span>";

}  // namespace versus
