#pragma once

#include "page/labels.h"
#include "page/plan.h"
#include "page/views.h"

namespace versus {

/// A link to a place in a specification, named in the words of a locale.
LinkView source_link(const Site& site, const Locale& locale, const SpecReference& reference);

/// A cause value with its meaning, such as "17 (user busy)".
ProseText cause_text(const Locale& locale, int cause);

/// Fills in what only the page of a code shows: header fields, timers, gateways and
/// implementations.
void add_detail(const Site& site, const Locale& locale, const CodeFacts& code, CodePage& page);

}  // namespace versus
