#pragma once

#include <array>
#include <optional>
#include <utility>
#include <vector>

#include "registry/registry.h"

namespace versus {

/// Which of two responses on two branches of one forked request a proxy sends back (RFC 3261 section 16.7).
enum class ForkChoice {
  a,               ///< The first of the two that were asked for.
  b,               ///< The second.
  any,             ///< The specification leaves it to the proxy.
  first_received,  ///< The one that arrives first.
  merged,          ///< One response made of the two.
  both,            ///< Two 2xx to an INVITE: each is forwarded at once (step 5).
  provisional,     ///< At least one is provisional, and only final responses compete.
  never_together   ///< No request can be answered by the one and the other.
};

template <>
struct EnumNames<ForkChoice> {
  static constexpr std::array names = {std::pair{"a", ForkChoice::a},
                                       std::pair{"b", ForkChoice::b},
                                       std::pair{"any", ForkChoice::any},
                                       std::pair{"first-received", ForkChoice::first_received},
                                       std::pair{"merged", ForkChoice::merged},
                                       std::pair{"both", ForkChoice::both},
                                       std::pair{"provisional", ForkChoice::provisional},
                                       std::pair{"never-together", ForkChoice::never_together}};
};

/// What one authority does with the two responses.
struct ForkResult {
  const Stack* stack = nullptr;  ///< An implementation; the specification if null.
  ForkChoice choice = ForkChoice::any;
  bool at_once = false;  ///< The response sent back does not wait for the other branches (step 5).
  std::optional<Challenges> challenges =
      {};        ///< What becomes of those of the other branch, if both challenge.
  int a_as = 0;  ///< The code that arrives if `a` is sent back; 0 if it cannot be.
  int b_as = 0;  ///< Likewise of `b`.

  friend bool operator==(const ForkResult&, const ForkResult&) = default;
};

/// What each authority does with two different codes as the answers of two branches: the specification, then
/// the implementations whose order is known, in the order of their file. The request is an INVITE if both
/// answer it, and otherwise one that both do. With the codes swapped the results are, too.
std::vector<ForkResult> fork_results(const Registry& registry, const CodeFacts& a, const CodeFacts& b);

}  // namespace versus
