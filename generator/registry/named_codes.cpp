#include "registry/named_codes.h"

namespace versus {

void check_named_code(const Registry& registry, const Located<int>& code, Diagnostics& diagnostics) {
  if (code.value == 0 || registry.find(code.value) < registry.codes.size()) return;
  diagnostics.add(DiagnosticKind::unknown_value, code.span, "there is no code " + std::to_string(code.value),
                  "leave it out, or add the code");
}

void Distinct::check(const std::string& value, const Span& span, Diagnostics& diagnostics) {
  if (const auto [first, added] = seen_.emplace(value, span); !added) {
    diagnostics.add(DiagnosticKind::duplicate_value, span, "'" + value + "' stands twice", {},
                    {{first->second, "first given here"}});
  }
}

}  // namespace versus
