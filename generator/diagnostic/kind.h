#pragma once

#include <cstdint>
#include <span>
#include <string_view>

namespace versus {

enum class Severity : std::uint8_t { error, warning };

/// Every kind of mistake that Versus can report. Each has a failing case under `tests/diagnostic/cases/`.
enum class DiagnosticKind : std::uint8_t {
#define VERSUS_DIAGNOSTIC(name, id, severity, about) name,
#include "diagnostic/kinds.def"
#undef VERSUS_DIAGNOSTIC
};

struct DiagnosticKindInfo {
  DiagnosticKind kind;
  std::string_view id;  ///< Printed in brackets behind the message, such as `unknown-key`.
  Severity severity;
  std::string_view about;  ///< One sentence for reports that describe their rules (SARIF).
};

/// All kinds, in the order of the enumeration.
std::span<const DiagnosticKindInfo> diagnostic_kinds();

const DiagnosticKindInfo& info(DiagnosticKind kind);

}  // namespace versus
