#include "source/hash.h"

#include <charconv>

#include <xxhash.h>

namespace versus {

Hash hash(std::string_view bytes) {
  const XXH128_hash_t value = XXH3_128bits(bytes.data(), bytes.size());
  return {value.high64, value.low64};
}

std::string to_hex(const Hash& value) {
  constexpr std::string_view digits = "0123456789abcdef";
  std::string result;
  for (const std::uint64_t half : {value.high, value.low}) {
    for (int shift = 60; shift >= 0; shift -= 4)
      result += digits[half >> shift & 15];
  }
  return result;
}

std::optional<Hash> from_hex(std::string_view text) {
  if (text.size() != 32) return std::nullopt;
  Hash value;
  std::from_chars(text.data(), text.data() + 16, value.high, 16);
  std::from_chars(text.data() + 16, text.data() + 32, value.low, 16);
  if (to_hex(value) != text) return std::nullopt;
  return value;
}

}  // namespace versus
