#pragma once

#include <string>
#include <string_view>

#include "yaml/decode.h"

namespace versus {

/// True if the text is a decimal number without sign.
bool is_digits(std::string_view text);

/// A place in a specification, written `RFC 3261 21.4.24`; the section may be absent.
struct SpecReference {
  std::string series;
  int number = 0;
  std::string section;
  Span span;

  bool same_document(const SpecReference& other) const {
    return series == other.series && number == other.number;
  }
  bool same_place(const SpecReference& other) const {
    return same_document(other) && section == other.section;
  }
};
bool decode_scalar(std::string_view text, const Node& node, SpecReference& reference, DecodeContext& context);

template <>
struct TextForm<SpecReference> {
  static constexpr std::string_view pattern = R"(^[^ ]+ [0-9]{1,6}( ([A-Z]|[0-9]+)(\.[0-9]+)*)?$)";
  static constexpr std::string_view description = "series, number and section, as in 'RFC 3261 21.4.24'";
};

}  // namespace versus
