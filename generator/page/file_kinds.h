#pragma once

#include <map>
#include <string>
#include <string_view>

#include "yaml/shape.h"

namespace versus {

/// Directory of the schemas, below the root.
inline constexpr std::string_view schema_directory = "content/schemas";

/// Name of the schema of a kind of YAML file, such as `facts`.
std::string schema_name(std::string_view kind);

/// The schemas of all kinds of YAML files by the names of their files.
std::map<std::string, std::string> schema_files();

}  // namespace versus
