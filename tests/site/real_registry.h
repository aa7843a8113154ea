#pragma once

#include <string>
#include <vector>

#include "registry/registry.h"

/// The content of this repository.
namespace real_site {

/// The codes of content/sip; loaded once.
const versus::Registry& registry();

const versus::CodeFacts& code(int number);

/// The lines of the example message of a code.
std::vector<std::string> example(const versus::CodeFacts& code);

/// Numbers of all codes, ascending.
const std::vector<int>& numbers();

}  // namespace real_site
