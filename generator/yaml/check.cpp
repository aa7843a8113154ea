#include "yaml/check.h"

#include <cstddef>
#include <string>
#include <string_view>

#include "source/utf8.h"
#include "yaml/scalar.h"

namespace versus::yaml {

namespace {

std::string code_point_name(char32_t c) {
  constexpr std::string_view digits = "0123456789ABCDEF";
  std::string name = "U+";
  for (int shift = 12; shift >= 0; shift -= 4)
    name += digits[(c >> shift) & 0xF];
  return name;
}

bool is_control(char32_t c) {
  return (c < 0x20 && c != '\t' && c != '\n' && c != '\r') || (c >= 0x7F && c < 0xA0);
}

}  // namespace

bool check_text(const Sources& sources, FileId file, Diagnostics& diagnostics) {
  const std::string_view text = sources[file].text();
  const auto report = [&](DiagnosticKind kind, std::size_t at, std::size_t length, std::string message,
                          std::string hint) {
    diagnostics.add(kind, {file, static_cast<std::uint32_t>(at), static_cast<std::uint32_t>(at + length)},
                    std::move(message), std::move(hint));
    return false;
  };
  if (const auto invalid = utf8::find_invalid(text)) {
    return report(DiagnosticKind::invalid_utf8, *invalid, 1, "a byte that is not UTF-8",
                  "save the file as UTF-8");
  }
  bool indentation = true;
  for (std::size_t i = 0; i < text.size();) {
    const char byte = text[i];
    if (byte == '\t' && indentation) {
      const std::size_t content = skip_blanks(text, i);
      if (content < text.size() && !is_space(text[content]) && text[content] != '#') {
        return report(DiagnosticKind::yaml_syntax, i, 1, "a tab in the indentation", "indent with spaces");
      }
    }
    if (byte == '\r' && !text.substr(i + 1).starts_with('\n')) {
      return report(DiagnosticKind::yaml_syntax, i, 1, "a carriage return without a line feed",
                    "end lines with a line feed");
    }
    indentation = byte == '\n' || (indentation && is_blank(byte));
    // What begins below 0xC2 is ASCII; the controls above it, and the mark U+FEFF, are the only others
    // refused.
    const auto c = static_cast<unsigned char>(byte) < 0x80
                       ? utf8::Character{static_cast<unsigned char>(byte), 1}
                       : utf8::first(text.substr(i)).value_or(utf8::Character{});
    if (is_control(c.code_point)) {
      return report(DiagnosticKind::yaml_syntax, i, c.bytes,
                    "the control character " + code_point_name(c.code_point), "remove it");
    }
    if (c.code_point == 0xFEFF) {
      return report(DiagnosticKind::yaml_syntax, i, c.bytes, "a byte order mark",
                    "save the file as UTF-8 without byte order mark");
    }
    i += c.bytes;
  }
  return true;
}

}  // namespace versus::yaml
