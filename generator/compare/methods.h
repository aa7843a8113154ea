#pragma once

#include <string_view>
#include <vector>

#include "registry/registry.h"

namespace versus {

/// True if the protocol has this method, and a response can answer its requests: `any` is all but ACK (RFC
/// 3261 section 17), `any-but-cancel` all but ACK and CANCEL.
bool answers(const Registry& registry, const CodeFacts& code, std::string_view method);

/// Methods of the requests that a response can answer, in the order of the protocol.
std::vector<std::string_view> answered_methods(const Registry& registry, const CodeFacts& code);

/// True if there is a request that either response can answer.
bool answer_the_same(const Registry& registry, const CodeFacts& a, const CodeFacts& b);

/// True if the facts name the methods instead of saying `any`.
bool names_methods(const CodeFacts& code);

}  // namespace versus
