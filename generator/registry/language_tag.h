#pragma once

#include <string>
#include <string_view>

#include "yaml/decode.h"

namespace versus {

/// A BCP 47 tag: subtags of one to eight letters and digits, joined by hyphens (RFC 5646 section 2.1).
struct LanguageTag {
  std::string text;
};

bool is_language_tag(std::string_view text);
bool decode_scalar(std::string_view text, const Node& node, LanguageTag& tag, DecodeContext& context);

template <>
struct TextForm<LanguageTag> {
  static constexpr std::string_view pattern = "^[A-Za-z0-9]{1,8}(-[A-Za-z0-9]{1,8})*$";
  static constexpr std::string_view description = "a BCP 47 tag, as in 'en' or 'pt-BR'";
};

}  // namespace versus
