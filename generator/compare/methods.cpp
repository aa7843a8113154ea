#include "compare/methods.h"

#include <algorithm>

namespace versus {

namespace {

/// The same of a method that the protocol has.
bool covers(const CodeFacts& code, std::string_view method) {
  if (!names_methods(code))
    return method != "ACK" && (method != "CANCEL" || code.methods.are.front().value != "any-but-cancel");
  return std::ranges::any_of(code.methods.are,
                             [&](const Located<std::string>& named) { return named.value == method; });
}

}  // namespace

bool names_methods(const CodeFacts& code) {
  return !code.methods.are.front().value.starts_with("any");
}

bool answers(const Registry& registry, const CodeFacts& code, std::string_view method) {
  return std::ranges::count(registry.protocol.methods, method) > 0 && covers(code, method);
}

std::vector<std::string_view> answered_methods(const Registry& registry, const CodeFacts& code) {
  std::vector<std::string_view> result;
  for (const std::string& method : registry.protocol.methods) {
    if (covers(code, method)) result.emplace_back(method);
  }
  return result;
}

bool answer_the_same(const Registry& registry, const CodeFacts& a, const CodeFacts& b) {
  return std::ranges::any_of(registry.protocol.methods, [&](const std::string& method) {
    return covers(a, method) && covers(b, method);
  });
}

}  // namespace versus
