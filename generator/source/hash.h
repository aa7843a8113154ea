#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace versus {

/// 128 bits of XXH3.
struct Hash {
  std::uint64_t high = 0;
  std::uint64_t low = 0;

  friend bool operator==(const Hash&, const Hash&) = default;
};

Hash hash(std::string_view bytes);

/// 32 lower-case hexadecimal digits.
std::string to_hex(const Hash& value);

/// The opposite of `to_hex`; nothing for any other text.
std::optional<Hash> from_hex(std::string_view text);

}  // namespace versus
