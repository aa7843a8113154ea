#include "yaml/skeleton.h"

namespace versus {

namespace {

bool reads_as(const std::string& written, std::string_view text) {
  Sources sources;
  Diagnostics diagnostics;
  const FileId file = sources.add("text.yaml", "key: " + written + "\n");
  const auto node = parse_yaml(sources, file, diagnostics);
  DecodeContext context{sources, diagnostics};
  std::string read;
  return node && node->entries.size() == 1 && decode(node->entries.front().value, read, context) &&
         diagnostics.empty() && read == text;
}

std::string quoted(std::string_view text) {
  std::string result(1, '"');
  for (const char c : text) {
    if (c == '"' || c == '\\') result += '\\';
    result += c;
  }
  return result += '"';
}

void append(const Shape& shape, const std::map<std::string_view, std::string>& given,
            const std::string& indent, std::string& out) {
  for (const Shape::Key& key : shape.keys) {
    if (!key.required) continue;
    out.append(indent).append(key.name).append(":");
    if (const auto value = given.find(key.name); value != given.end()) out.append(" ").append(value->second);
    out += '\n';
    append(key.value, {}, indent + "  ", out);
  }
}

}  // namespace

std::optional<std::string> yaml_text(std::string_view text) {
  for (std::string written : {std::string(text), quoted(text)}) {
    if (reads_as(written, text)) return written;
  }
  return std::nullopt;
}

std::string skeleton(const Shape& shape, const std::map<std::string_view, std::string>& given) {
  std::string result;
  append(shape, given, {}, result);
  return result;
}

}  // namespace versus
