#include "source/digest.h"

#include <cstdint>

#include <xxhash.h>

namespace versus {

Digest::Digest()
    : state_(XXH3_createState(),
             [](XXH3_state_s* state) { return static_cast<int>(XXH3_freeState(state)); }) {
  XXH3_128bits_reset(state_.get());
}

void Digest::add(std::string_view bytes) {
  const std::uint64_t size = bytes.size();
  XXH3_128bits_update(state_.get(), &size, sizeof size);
  XXH3_128bits_update(state_.get(), bytes.data(), bytes.size());
}

std::string Digest::hex() const {
  XXH128_canonical_t bytes;
  XXH128_canonicalFromHash(&bytes, XXH3_128bits_digest(state_.get()));
  std::string text;
  for (const unsigned char byte : bytes.digest) {
    text += "0123456789abcdef"[byte >> 4];
    text += "0123456789abcdef"[byte & 15];
  }
  return text;
}

}  // namespace versus
