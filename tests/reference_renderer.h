#pragma once

#include <map>
#include <string>
#include <string_view>

#include <nlohmann/json.hpp>

/// A naive renderer of the template language: interprets the text anew each time, looks every name up in
/// JSON, and learns from Gumbo's parse of the finished page in what place each value stands. Shares no code
/// with the engine.
namespace reference {

struct Input {
  std::map<std::string, std::string> files;
  std::map<std::string, std::string> labels;  ///< `{name}`, `{name:clause}`, `{{` and `}}`.
  nlohmann::json data;  ///< Prose is `{"plain", "html", "lang", "dir"}`, other typed values `{"html"}`,
                        ///< `{"url"}`, `{"json"}`.
};

std::string render(const Input& input, const std::string& page);

}  // namespace reference
