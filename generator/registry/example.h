#pragma once

#include <optional>
#include <string>
#include <vector>

#include "yaml/decode.h"

namespace versus {

struct HeaderLine {
  Located<std::string> name;
  std::string value;
};

struct ExampleBody {
  std::string type;  ///< Value of Content-Type.
  std::vector<std::string> lines;
};

/// What sets the example of one code apart from the protocol's.
struct Example {
  Located<std::string> method;      ///< Of the request that it answers.
  std::vector<HeaderLine> headers;  ///< One of a name that the protocol's example has stands in its place.
  std::optional<ExampleBody> body;
};

/// The response message that examples of all codes start from. In values, `{method}` stands for the method.
struct ExampleMessage {
  std::string version;  ///< First word of the status line.
  std::vector<HeaderLine> headers;
};

/// The lines of an example response, without line ends: the status line, header fields, and behind an empty
/// line the body. Content-Length counts the bytes of the body with each line ended by CR LF (RFC 3261
/// section 20.14).
std::vector<std::string> example_response(const ExampleMessage& message, int code, const std::string& phrase,
                                          const Example& example);

}  // namespace versus
