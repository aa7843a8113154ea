#include "registry/stacks.h"

#include <algorithm>

namespace versus {

std::vector<int> StackToCause::causes(int code) const {
  std::vector<int> result;
  for (const StackCause& row : are) {
    if (row.code.value == code) result.push_back(row.cause);
  }
  const bool none =
      std::ranges::any_of(unmapped, [&](const Located<int>& other) { return other.value == code; });
  if (!result.empty() || none) return result;
  for (const OtherwiseCause& row : otherwise) {
    if (std::ranges::any_of(row.codes, [&](const CodeGroupMember& member) { return member.has(code); }))
      return {row.cause};
  }
  return {};
}

}  // namespace versus
