#include "registry/example.h"

#include <algorithm>
#include <string_view>

namespace versus {

namespace {

std::string line(std::string_view name, std::string_view value) {
  std::string result(name);
  result.append(": ").append(value);
  return result;
}

std::string filled(std::string value, std::string_view method) {
  constexpr std::string_view placeholder = "{method}";
  const std::size_t at = value.find(placeholder);
  if (at != std::string::npos) value.replace(at, placeholder.size(), method);
  return value;
}

}  // namespace

std::vector<std::string> example_response(const ExampleMessage& message, int code, const std::string& phrase,
                                          const Example& example) {
  std::vector<std::string> lines = {message.version + ' ' + std::to_string(code) + ' ' + phrase};
  const auto own = [&](const std::string& name) {
    return std::ranges::find(example.headers, name,
                             [](const HeaderLine& header) { return header.name.value; });
  };
  for (const HeaderLine& header : message.headers) {
    const auto replaced = own(header.name.value);
    lines.push_back(line(header.name.value, replaced == example.headers.end()
                                                ? filled(header.value, example.method.value)
                                                : replaced->value));
  }
  for (const HeaderLine& header : example.headers) {
    const auto known = [](const HeaderLine& h) -> const std::string& { return h.name.value; };
    if (std::ranges::count(message.headers, header.name.value, known) == 0)
      lines.push_back(line(header.name.value, header.value));
  }
  std::size_t length = 0;
  if (example.body) {
    lines.push_back(line("Content-Type", example.body->type));
    for (const std::string& text : example.body->lines)
      length += text.size() + 2;
  }
  lines.push_back(line("Content-Length", std::to_string(length)));
  if (example.body) {
    lines.emplace_back();
    lines.insert(lines.end(), example.body->lines.begin(), example.body->lines.end());
  }
  return lines;
}

}  // namespace versus
