#pragma once

#include <string_view>

namespace versus {

/// The language of a BCP 47 tag, without script or region: `pt` of `pt-BR`.
inline std::string_view base_language(std::string_view tag) {
  return tag.substr(0, tag.find('-'));
}

/// True if two BCP 47 tags name the same language, whatever script or region: `pt-BR` and `pt`.
inline bool same_language(std::string_view a, std::string_view b) {
  return base_language(a) == base_language(b);
}

}  // namespace versus
