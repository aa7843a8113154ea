#pragma once

#include <compare>
#include <cstddef>

namespace versus {

/// Indices of two codes of a registry.
struct CodePair {
  std::size_t a = 0;
  std::size_t b = 0;

  friend auto operator<=>(const CodePair&, const CodePair&) = default;
};

}  // namespace versus
