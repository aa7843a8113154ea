#include "compare/methods.h"

#include <algorithm>

namespace versus {

bool names_methods(const CodeFacts& code) {
  return !code.methods.are.front().value.starts_with("any");
}

std::vector<std::string_view> answered_methods(const Registry& registry, const CodeFacts& code) {
  const bool any_but_cancel = code.methods.are.front().value == "any-but-cancel";
  std::vector<std::string_view> result;
  for (const std::string& method : registry.protocol.methods) {
    const bool named = std::ranges::count(code.methods.are, method, [](const Located<std::string>& m) {
                         return std::string_view(m.value);
                       }) > 0;
    const bool covered = method != "ACK" && !(any_but_cancel && method == "CANCEL");
    if (names_methods(code) ? named : covered) result.emplace_back(method);
  }
  return result;
}

std::vector<std::string_view> shared(const std::vector<std::string_view>& from,
                                     const std::vector<std::string_view>& other) {
  std::vector<std::string_view> result;
  std::ranges::copy_if(from, std::back_inserter(result),
                       [&](std::string_view value) { return std::ranges::count(other, value) > 0; });
  return result;
}

}  // namespace versus
