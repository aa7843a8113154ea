#pragma once

#include <map>
#include <string>

#include "registry/registry.h"

/// What files that name codes or list values have to hold.
namespace versus {

/// Reports a number that is no code of the registry; 0 has been reported by the decoder.
void check_named_code(const Registry& registry, const Located<int>& code, Diagnostics& diagnostics);

/// The values of a list that may each stand there once.
class Distinct {
 public:
  /// Reports a value that has been there before.
  void check(const std::string& value, const Span& span, Diagnostics& diagnostics);

 private:
  std::map<std::string, Span> seen_;
};

}  // namespace versus
