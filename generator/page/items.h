#pragma once

#include <vector>

#include "page/labels.h"
#include "page/views.h"

/// Statements with links to what they rest on, as pages of codes and of pairs list them.
namespace versus {

/// A link to a place in a specification, named in the words of a locale.
LinkView source_link(const Site& site, const Locale& locale, const SpecReference& reference);

/// A link to a file of an implementation's source, named like the implementation.
LinkView stack_link(const Site& site, const Locale& locale, const Stack& stack, const std::string& file);

/// A cause value of ITU-T Q.850 with its meaning, such as "17 (user busy)".
ProseText cause_text(const Locale& locale, int cause);

/// Adds a statement; one that is there already gets one more link, unless it has it.
void add_item(std::vector<ItemView>& items, ProseText text, LinkView link);

}  // namespace versus
