#include "registry/reference.h"

#include <algorithm>
#include <charconv>

namespace versus {

namespace {

/// `21.4.24`: numbers joined by dots, the first of which may be a letter as in an appendix.
bool is_section(std::string_view text) {
  for (bool first = true;; first = false) {
    const std::size_t dot = text.find('.');
    const std::string_view part = text.substr(0, dot);
    const bool appendix = first && part.size() == 1 && part[0] >= 'A' && part[0] <= 'Z';
    if (!is_digits(part) && !appendix) return false;
    if (dot == std::string_view::npos) return true;
    text.remove_prefix(dot + 1);
  }
}

}  // namespace

bool is_digits(std::string_view text) {
  return !text.empty() && std::ranges::all_of(text, [](char c) { return c >= '0' && c <= '9'; });
}

bool decode_scalar(std::string_view text, const Node& node, SpecReference& reference,
                   DecodeContext& context) {
  reference.span = node.span;
  const std::size_t number_at = text.find(' ') + 1;
  const std::size_t number_end = std::min(text.find(' ', number_at), text.size());
  const std::string_view number = text.substr(number_at, number_end - number_at);
  const std::string_view section =
      number_end < text.size() ? text.substr(number_end + 1) : std::string_view();
  const bool good = number_at > 1 && is_digits(number) && number.size() <= 6 &&
                    (number_end == text.size() || is_section(section));
  if (!good) {
    context.diagnostics.add(DiagnosticKind::bad_format, node.span,
                            std::string(1, '\'').append(text).append("' is not a place in a specification"),
                            std::string("write ").append(TextForm<SpecReference>::description));
    return false;
  }
  reference.series = text.substr(0, number_at - 1);
  std::from_chars(number.data(), number.data() + number.size(), reference.number);
  reference.section = section;
  return true;
}

}  // namespace versus
