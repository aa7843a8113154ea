#include "registry/stacks.h"

namespace versus {

bool decode_scalar(std::string_view text, const Node& node, CodeGroupMember& member, DecodeContext& context) {
  member.span = node.span;
  const auto digit = [&](std::size_t i) { return text[i] >= '0' && text[i] <= '9'; };
  const bool code = text.size() == 3 && digit(0) && digit(1) && digit(2);
  if (code || (text.size() == 3 && digit(0) && text.ends_with("xx"))) {
    member.text = text;
    return true;
  }
  context.diagnostics.add(
      DiagnosticKind::bad_format, node.span,
      std::string(1, '\'').append(text).append("' is neither a code nor a class of codes"),
      std::string("write ").append(TextForm<CodeGroupMember>::description));
  return false;
}

}  // namespace versus
