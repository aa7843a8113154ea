#pragma once

#include "registry/registry.h"

namespace versus {

/// Compares the codes with `registry.csv`, a copy of the registry that assigns them, in the form in which
/// IANA publishes it: the columns `Response Code`, `Description` and `Reference`. Reports codes that only one
/// of the two has, and phrases, specifications and deprecations that differ; one cell that differs is one
/// mistake. There is nothing to compare if neither the file nor `registry` in protocol.yaml is there.
void check_snapshot(const Sources& sources, const std::string& directory, const Registry& registry,
                    Diagnostics& diagnostics);

}  // namespace versus
