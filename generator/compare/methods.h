#pragma once

#include <string_view>
#include <vector>

#include "registry/registry.h"

namespace versus {

/// Methods of the requests that a response can answer, by name and in the order of the protocol: `any` is all
/// but ACK (RFC 3261 section 17), `any-but-cancel` all but ACK and CANCEL.
std::vector<std::string_view> answered_methods(const Registry& registry, const CodeFacts& code);

/// True if the facts name the methods instead of saying `any`.
bool names_methods(const CodeFacts& code);

/// What is in `from`, in its order, and in `other` as well.
std::vector<std::string_view> shared(const std::vector<std::string_view>& from,
                                     const std::vector<std::string_view>& other);

}  // namespace versus
