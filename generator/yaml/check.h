#pragma once

#include "diagnostic/diagnostic.h"
#include "source/source.h"

namespace versus::yaml {

/// Checks that the file is text as Versus takes it, before a parser sees it: valid UTF-8 without byte order
/// mark and control characters, indented by spaces. Reports the first mistake; true if there is none.
bool check_text(const Sources& sources, FileId file, Diagnostics& diagnostics);

}  // namespace versus::yaml
