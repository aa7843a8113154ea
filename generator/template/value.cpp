#include "template/value.h"

#include <algorithm>
#include <array>

#include "source/utf8.h"
#include "template/names.h"

namespace versus {

namespace {

/// A set of bytes.
using ByteSet = std::array<bool, 256>;

constexpr std::size_t byte_of(char c) {
  return static_cast<unsigned char>(c);
}

/// Browsers drop control characters and read a backslash as a slash; RFC 3986 knows none of these in an
/// address.
constexpr ByteSet foreign_to_addresses = [] {
  ByteSet bytes{};
  std::fill_n(bytes.begin(), 0x21, true);
  for (const char c : std::string_view("\x7F\"<>\\^`{|}"))
    bytes[byte_of(c)] = true;
  return bytes;
}();

/// What cannot stand in a script as it is, or begins what perhaps cannot.
constexpr ByteSet foreign_to_scripts = [] {
  ByteSet bytes{};
  std::fill(bytes.begin() + 0x80, bytes.end(), true);
  for (const char c : std::string_view("\0<>&", 4))
    bytes[byte_of(c)] = true;
  return bytes;
}();

auto find_one_of(std::string_view text, const ByteSet& bytes) {
  return std::ranges::find_if(text, [&](char c) { return bytes[byte_of(c)]; });
}

}  // namespace

std::optional<Url> Url::from(std::string_view text) {
  if (find_one_of(text, foreign_to_addresses) != text.end() || utf8::find_invalid(text)) return std::nullopt;
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
  while (true) {
    const auto plain = static_cast<std::size_t>(find_one_of(document, foreign_to_scripts) - document.begin());
    json.text_ += document.substr(0, plain);
    document.remove_prefix(plain);
    if (document.empty()) break;
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
