#pragma once

#include <string>
#include <string_view>

/// The text with its ASCII letters in lower case.
inline std::string lower(std::string_view text) {
  std::string result(text);
  for (char& c : result)
    c = c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c;
  return result;
}
