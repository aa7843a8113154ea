#pragma once

#include <string>

#include "diagnostic/diagnostic.h"
#include "source/source.h"

namespace versus {

/// Reports every file under `content/` and `locales/` that nothing reads, since a file with a wrong name
/// would be passed over in silence, and every directory of a code without its facts. `protocol` is the
/// directory below `content/` that has the codes.
void check_files(const Sources& sources, const std::string& protocol, const std::string& source_locale,
                 Diagnostics& diagnostics);

}  // namespace versus
