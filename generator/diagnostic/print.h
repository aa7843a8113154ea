#pragma once

#include <cstdint>
#include <ostream>

#include "diagnostic/diagnostic.h"
#include "source/source.h"

namespace versus {

enum class ReportFormat : std::uint8_t { text, json, sarif, github };

/// For people: path, line and column, message and kind, then the line with a caret under the place and the
/// hint. Nothing of the inputs that could steer a terminal gets through. `color` adds ANSI colours.
void print_text(std::ostream& out, const Sources& sources, const Diagnostics& diagnostics, bool color);

/// One JSON object: the list of diagnostics, and how many errors and warnings there are.
void print_json(std::ostream& out, const Sources& sources, const Diagnostics& diagnostics);

/// A SARIF 2.1.0 log with one run.
void print_sarif(std::ostream& out, const Sources& sources, const Diagnostics& diagnostics);

/// Workflow commands that GitHub Actions shows beside the lines of a change.
void print_github(std::ostream& out, const Sources& sources, const Diagnostics& diagnostics);

/// Prints the diagnostics in their order. `color` matters to `ReportFormat::text` only.
void print(std::ostream& out, ReportFormat format, const Sources& sources, const Diagnostics& diagnostics,
           bool color);

}  // namespace versus
