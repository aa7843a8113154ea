#pragma once

#include <memory>
#include <string>
#include <string_view>

struct XXH3_state_s;

namespace versus {

/// A 128-bit XXH3 hash over a sequence of strings; ("ab", "c") and ("a", "bc") differ.
class Digest {
 public:
  Digest();

  void add(std::string_view bytes);

  /// The hash of all added so far, as 32 hexadecimal digits.
  std::string hex() const;

 private:
  std::unique_ptr<XXH3_state_s, int (*)(XXH3_state_s*)> state_;
};

}  // namespace versus
