#pragma once

#include "page/labels.h"
#include "page/views.h"

namespace versus {

/// The call flow of a code in the words of a locale, as a ladder diagram and as text.
FlowView flow_view(const Site& site, const Locale& locale, const CodeFacts& code);

}  // namespace versus
