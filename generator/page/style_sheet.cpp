#include "page/style_sheet.h"

#include <algorithm>

namespace versus {

namespace {

constexpr std::string_view blanks = " \t";

/// Where a string or an address without quotes that begins at `from` ends; `from` where neither begins.
std::size_t end_of_literal(std::string_view css, std::size_t from) {
  constexpr std::string_view address = "url(";
  std::string_view closing = css.substr(from, 1);
  std::size_t at = from + 1;
  if (css.substr(from).starts_with(address)) {
    at = css.find_first_not_of(blanks, from + address.size());
    if (at == std::string_view::npos || css[at] == '"' || css[at] == '\'') return from;
    closing = ")";
  } else if (closing != "\"" && closing != "'") {
    return from;
  }
  while (at < css.size() && css[at] != closing.front())
    at += css[at] == '\\' ? 2 : 1;
  return std::min(at + 1, css.size());
}

}  // namespace

std::string without_comments(std::string_view css) {
  std::string result;
  std::size_t kept = 0;  // What is before this offset is in `result`, or left out.
  std::size_t at = 0;
  while (at < css.size()) {
    if (const std::size_t end = end_of_literal(css, at); end != at) {
      at = end;
      continue;
    }
    if (!css.substr(at).starts_with("/*")) {
      at += css[at] == '\\' ? 2 : 1;
      continue;
    }
    std::size_t end = css.find("*/", at + 2);
    if (end == std::string_view::npos) break;
    end += 2;
    if (!css.substr(at).starts_with("/*!")) {
      const std::size_t before = css.substr(0, at).find_last_not_of(blanks) + 1;
      const std::size_t after = std::min(css.find_first_not_of(blanks, end), css.size());
      const bool begins_line = before == 0 || css[before - 1] == '\n';
      if (begins_line && (after == css.size() || css[after] == '\n')) {
        result += css.substr(kept, before - kept);
        end = std::min(after + 1, css.size());
      } else {
        result.append(css.substr(kept, at - kept)).append("/**/");
      }
      kept = end;
    }
    at = end;
  }
  return result.append(css.substr(kept));
}

}  // namespace versus
