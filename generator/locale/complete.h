#pragma once

#include <vector>

#include "locale/locale.h"

namespace versus {

/// Compares the labels of each locale with those of the source locale, and gives it those it lacks in the
/// words of the first of its fallbacks that has them.
void complete_labels(Locales& locales, std::vector<Translation>& translations, Diagnostics& diagnostics);

}  // namespace versus
