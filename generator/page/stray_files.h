#pragma once

#include <array>
#include <string>
#include <string_view>

#include "diagnostic/diagnostic.h"
#include "source/source.h"

namespace versus {

/// The template of each kind of page, below `templates/`.
inline constexpr std::array<std::string_view, 10> page_templates = {
    "home.html",       "all.html",      "matrix.html", "class.html", "code.html",
    "comparison.html", "historic.html", "copy.html",   "404.html",   "offline.html"};

/// Reports every file under `content/`, `locales/` and `templates/` that nothing reads, since a file with a
/// wrong name would be passed over in silence, and every directory of a code without its facts. `protocol` is
/// the directory below `content/` that has the codes.
void check_files(const Sources& sources, const std::string& protocol, const std::string& source_locale,
                 Diagnostics& diagnostics);

}  // namespace versus
