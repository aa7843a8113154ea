#include "registry/language_tag.h"

namespace versus {

bool is_language_tag(std::string_view text) {
  std::size_t length = 0;
  for (const char c : text) {
    const bool alphanumeric = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
    if (c == '-' ? length == 0 : !alphanumeric || length == 8) return false;
    length = c == '-' ? 0 : length + 1;
  }
  return length > 0;
}

bool decode_scalar(std::string_view text, const Node& node, LanguageTag& tag, DecodeContext& context) {
  tag.text = text;
  if (is_language_tag(text)) return true;
  context.diagnostics.add(DiagnosticKind::bad_format, node.span, "'" + tag.text + "' is not a language tag",
                          std::string("write ").append(TextForm<LanguageTag>::description));
  return false;
}

}  // namespace versus
