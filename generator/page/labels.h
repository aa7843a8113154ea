#pragma once

#include <map>
#include <set>
#include <string>
#include <string_view>

#include "page/site.h"

namespace versus {

/// A label that the program itself composes, its placeholders filled; it carries the language it is shown in,
/// and so does each part of it. The label must be one of those that `check_program_labels` asks for.
ProseText compose(const Locale& locale, std::string_view key,
                  const std::map<std::string_view, ProseText>& arguments = {});

/// Protocol text or a text in the page's own language.
ProseText plain(std::string_view text);

/// Checks that the source locale has every label the program composes, with the placeholders it fills, and
/// that no label of it is left that neither the program nor, by `used_by_templates`, a template shows.
void check_program_labels(const Site& site, const Sources& sources,
                          const std::set<std::string>& used_by_templates, Diagnostics& diagnostics);

}  // namespace versus
