#include "template/escape.h"

#include <algorithm>
#include <array>
#include <cctype>
#include <cstdint>

#include "language/phrases.h"
#include "source/utf8.h"

namespace versus {

namespace {

constexpr std::string_view replacement = "\xEF\xBF\xBD";  // U+FFFD

/// What stands for a byte in HTML; empty for one that stands for itself.
constexpr std::string_view entity(char c) {
  switch (c) {
    case '&':
      return "&amp;";
    case '<':
      return "&lt;";
    case '>':
      return "&gt;";
    case '"':
      return "&quot;";
    case '\'':
      return "&#39;";
    case '\0':
      return replacement;
    default:
      return {};
  }
}

enum class Byte : std::uint8_t { plain, special, high };

constexpr std::array<Byte, 256> html_bytes = [] {
  std::array<Byte, 256> bytes{};
  for (std::size_t i = 0; i < bytes.size(); ++i) {
    bytes[i] = i >= 0x80 ? Byte::high : entity(static_cast<char>(i)).empty() ? Byte::plain : Byte::special;
  }
  return bytes;
}();

Byte byte_kind(char c) {
  return html_bytes[static_cast<unsigned char>(c)];
}

constexpr bool unreserved(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '-' || c == '.' ||
         c == '_' || c == '~';
}

}  // namespace

void escape_html(std::string_view text, std::string& out) {
  std::size_t kept = 0;  // Bytes before this offset are in `out`.
  const auto replace = [&](std::size_t at, std::string_view with) {
    out.append(text, kept, at - kept).append(with);
    kept = at + 1;
  };
  for (std::size_t i = 0; true;) {
    while (i < text.size() && byte_kind(text[i]) == Byte::plain)
      ++i;
    if (i == text.size()) break;
    if (byte_kind(text[i]) == Byte::special) {
      replace(i, entity(text[i]));
      ++i;
      continue;
    }
    const auto character = utf8::first(text.substr(i));
    if (!character) replace(i, replacement);
    i += character ? character->bytes : 1;
  }
  out.append(text, kept);
}

void escape_component(std::string_view text, std::string& out) {
  constexpr std::string_view digits = "0123456789ABCDEF";
  const auto percent = [&](std::string_view bytes) {
    for (const char c : bytes) {
      const auto byte = static_cast<unsigned char>(c);
      out += '%';
      out += digits[byte >> 4U];
      out += digits[byte & 15U];
    }
  };
  while (!text.empty()) {
    const auto character = utf8::first(text);
    const std::size_t bytes = character ? character->bytes : 1;
    if (unreserved(text[0])) {
      out += text[0];
    } else {
      percent(character && character->code_point != 0 ? text.substr(0, bytes) : replacement);
    }
    text.remove_prefix(bytes);
  }
}

void escape_label(std::string_view text, const std::string& language, std::string& out) {
  const std::size_t begin = out.size();
  for (std::size_t at = text.find(break_mark); at != std::string_view::npos; at = text.find(break_mark)) {
    escape_html(text.substr(0, at), out);
    out += "<wbr>";
    text.remove_prefix(at + break_mark.size());
  }
  escape_html(text, out);
  join_particles(out, language, begin);
}

bool has_words(std::string_view text) {
  return std::ranges::any_of(text, [](unsigned char c) { return c >= 0x80 || std::isalpha(c) != 0; });
}

void append_language_begin(const Language& language, std::string& out) {
  out += "<span lang=\"";
  escape_html(language.tag, out);
  out += "\" dir=\"";
  escape_html(language.direction, out);
  out += language.names ? "\" translate=\"no\">" : "\">";
}

}  // namespace versus
