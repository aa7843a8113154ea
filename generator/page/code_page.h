#pragma once

#include "page/labels.h"
#include "page/page_views.h"
#include "page/plan.h"

namespace versus {

/// Fills in what only the page of a code shows: header fields, timers, gateways and
/// implementations.
void add_detail(const Site& site, const Locale& locale, const CodeFacts& code, CodePage& page);

}  // namespace versus
