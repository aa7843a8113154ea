#include "compare/response_lines.h"

#include <algorithm>

namespace versus {

namespace {

char lower(char c) {
  return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
}

std::string lower(std::string_view text) {
  std::string result(text);
  std::ranges::transform(result, result.begin(), [](char c) { return lower(c); });
  return result;
}

std::string_view trimmed(std::string_view text) {
  const std::size_t begin = std::min(text.find_first_not_of(" \t"), text.size());
  return text.substr(begin, text.find_last_not_of(" \t") + 1 - begin);
}

/// The parts between separators that stand in no quoted string.
std::vector<std::string_view> parts(std::string_view text, char separator) {
  std::vector<std::string_view> result;
  bool quoted = false;
  std::size_t begin = 0;
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (quoted && text[i] == '\\')
      ++i;
    else if (text[i] == '"')
      quoted = !quoted;
    else if (text[i] == separator && !quoted) {
      result.push_back(trimmed(text.substr(begin, i - begin)));
      begin = i + 1;
    }
  }
  result.push_back(trimmed(text.substr(begin)));
  return result;
}

}  // namespace

std::string_view status_code(const std::vector<std::string>& lines) {
  if (lines.empty()) return {};
  const std::vector<std::string_view> words = parts(lines.front(), ' ');
  return words.size() < 2 ? std::string_view() : words[1];
}

std::vector<std::string_view> header_values(const std::vector<std::string>& lines, std::string_view name) {
  std::vector<std::string_view> result;
  for (std::size_t i = 1; i < lines.size() && !lines[i].empty(); ++i) {
    const std::string_view line = lines[i];
    const std::size_t colon = line.find(':');
    if (colon != std::string_view::npos && lower(trimmed(line.substr(0, colon))) == lower(name))
      result.push_back(trimmed(line.substr(colon + 1)));
  }
  return result;
}

std::string media_type(const std::vector<std::string>& lines) {
  const std::vector<std::string_view> types = header_values(lines, "Content-Type");
  return types.empty() ? std::string() : lower(parts(types.front(), ';').front());
}

std::string_view cseq_method(const std::vector<std::string>& lines) {
  const std::vector<std::string_view> values = header_values(lines, "CSeq");
  return values.empty() ? std::string_view() : parts(values.front(), ' ').back();
}

bool lacks_to_tag(const std::vector<std::string>& lines) {
  const std::vector<std::string_view> values = header_values(lines, "To");
  if (values.empty()) return false;
  // A parameter of the URI stands inside the angle brackets.
  const std::size_t uri_end = values.front().rfind('>');
  const std::string_view rest =
      uri_end == std::string_view::npos ? values.front() : values.front().substr(uri_end);
  return std::ranges::none_of(parts(rest, ';'),
                              [](std::string_view part) { return lower(part).starts_with("tag="); });
}

std::vector<std::string> q850_causes(const std::vector<std::string>& lines) {
  std::vector<std::string> result;
  for (const std::string_view value : header_values(lines, "Reason")) {
    for (const std::string_view reason : parts(value, ',')) {
      const std::vector<std::string_view> words = parts(reason, ';');
      if (lower(words.front()) != "q.850") continue;
      for (const std::string_view word : words) {
        if (lower(word).starts_with("cause=")) result.emplace_back(word.substr(6));
      }
    }
  }
  return result;
}

}  // namespace versus
