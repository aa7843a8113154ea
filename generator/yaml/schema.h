#pragma once

#include <string>
#include <string_view>

#include "yaml/shape.h"

namespace versus {

/// The JSON Schema (draft 2020-12) of files of a shape, for editors. It says what the tables say: what the
/// loader checks beyond them (forms of prose, facts that exclude each other) it accepts. On the other hand it
/// wants quotes around every text that YAML reads as a number or a truth value. `id` is the address of the
/// schema, if it has one.
std::string json_schema(const Shape& shape, std::string_view title, std::string_view id = {});

}  // namespace versus
