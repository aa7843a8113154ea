#pragma once

#include "registry/registry.h"

namespace versus {

/// Loads what may stand beside the codes of a protocol: `stacks.yaml` and `historic.yaml`. Reports codes in
/// them that the registry does not have, or that it has although they are historic, and entries that stand
/// twice.
void load_companions(const Sources& sources, const std::string& directory, Registry& registry,
                     Diagnostics& diagnostics);

}  // namespace versus
