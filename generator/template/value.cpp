#include "template/value.h"

#include <algorithm>

#include "source/utf8.h"
#include "template/names.h"

namespace versus {

namespace {

/// Browsers drop control characters and read a backslash as a slash; RFC 3986 knows none of these in an
/// address.
bool foreign_to_addresses(char c) {
  const auto byte = static_cast<unsigned char>(c);
  return byte <= 0x20 || byte == 0x7F || std::string_view("\"<>\\^`{|}").find(c) != std::string_view::npos;
}

}  // namespace

std::optional<Url> Url::from(std::string_view text) {
  if (std::ranges::any_of(text, foreign_to_addresses) || utf8::find_invalid(text)) return std::nullopt;
  if (text.starts_with("//")) return std::nullopt;  // Another host under whatever scheme the page has.

  const std::size_t end = text.find_first_of(":/?#");
  if (end != std::string_view::npos && text[end] == ':') {
    std::string scheme(text.substr(0, end));
    std::ranges::transform(scheme, scheme.begin(), to_lower);
    const std::string_view rest = text.substr(end + 1);
    const bool web = scheme == "http" || scheme == "https";
    if (!web && scheme != "mailto") return std::nullopt;
    // Without a host a browser takes the first segment of the path for one.
    if (web && (!rest.starts_with("//") || rest.find_first_of("/?#", 2) == 2 || rest.size() == 2))
      return std::nullopt;
  }
  Url url;
  url.text_ = text;
  return url;
}

Json Json::from(std::string_view document) {
  Json json;
  while (!document.empty()) {
    const auto character = utf8::first(document);
    const char32_t code_point = character ? character->code_point : 0;
    const std::size_t bytes = character ? character->bytes : 1;
    switch (code_point) {
      case U'<':
        json.text_ += "\\u003c";
        break;
      case U'>':
        json.text_ += "\\u003e";
        break;
      case U'&':
        json.text_ += "\\u0026";
        break;
      case 0x2028:
        json.text_ += "\\u2028";
        break;
      case 0x2029:
        json.text_ += "\\u2029";
        break;
      case 0:
        json.text_ += "\xEF\xBF\xBD";
        break;
      default:
        json.text_ += document.substr(0, bytes);
    }
    document.remove_prefix(bytes);
  }
  return json;
}

}  // namespace versus
