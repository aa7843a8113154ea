#pragma once

#include <map>
#include <optional>
#include <string>
#include <string_view>

#include "yaml/shape.h"

namespace versus {

/// How a text is written as the value of a key, in double quotes where it needs them; nothing if no YAML that
/// Versus takes reads as this text.
std::optional<std::string> yaml_text(std::string_view text);

/// A file of that shape to be filled in: every required key in order, the value written for it in `given` by
/// key of the file, and behind the other keys none, which the loader reports.
std::string skeleton(const Shape& shape, const std::map<std::string_view, std::string>& given);

}  // namespace versus
