#pragma once

#include "registry/registry.h"

namespace versus {

/// Reports facts of one code that exclude each other or that its class rules out, methods that the protocol
/// does not have, and a flow or example that does not fit. The protocol and the code must be sound.
void check_facts(const Registry& registry, const CodeFacts& code, Diagnostics& diagnostics);

/// Reports codes that facts name but the registry does not have, and a code that is confused with itself.
void check_named_codes(const Registry& registry, Diagnostics& diagnostics);

}  // namespace versus
