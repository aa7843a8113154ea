#pragma once

#include <vector>

#include "page/labels.h"
#include "page/views.h"

namespace versus {

/// The call flow of a code in the words of a locale, as a ladder diagram and as text. Several codes must have
/// the same flow.
FlowView flow_view(const Site& site, const Locale& locale, const std::vector<const CodeFacts*>& codes);

}  // namespace versus
