#pragma once

#include "page/labels.h"

namespace versus {

/// Labels of what only the pages of codes show: header fields, timers, gateways, implementations and call
/// flows; those that these codes show are required.
void add_detail_labels(const Registry& registry, std::vector<ProgramLabel>& labels);

}  // namespace versus
