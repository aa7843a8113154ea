#include "publish/paths.h"

#include <unordered_set>

#include "source/utf8.h"

namespace versus::publishing {
namespace {

/// The path with everything that is not printable ASCII shown as \xNN.
std::string in_quotes(std::string_view path) {
  constexpr std::string_view digits = "0123456789abcdef";
  std::string result = "\"";
  for (const char c : path) {
    const auto byte = static_cast<unsigned char>(c);
    if (byte >= 0x20 && byte < 0x7f) {
      result += c;
    } else {
      (result += "\\x") += {digits[byte >> 4], digits[byte & 15]};
    }
  }
  return result + "\"";
}

}  // namespace

std::string_view path_mistake(std::string_view path) {
  if (path.empty()) return "it is empty";
  if (path.front() == '/') return "it is absolute";
  if (path.find('\0') != std::string_view::npos) return "it holds a NUL";
  if (utf8::find_invalid(path)) return "it is not UTF-8";
  if (is_kept(path.substr(0, path.find('/')))) return "its first component is kept for git";
  for (std::size_t begin = 0; begin <= path.size();) {
    const std::size_t end = std::min(path.find('/', begin), path.size());
    const std::string_view component = path.substr(begin, end - begin);
    if (component.empty()) return "it has an empty component";
    if (component == "." || component == "..") return "it has a component that is no name";
    begin = end + 1;
  }
  return {};
}

std::optional<Failure> check_paths(std::span<const std::string> paths) {
  std::unordered_set<std::string_view> files;
  files.reserve(paths.size());
  for (const std::string& path : paths) {
    if (const std::string_view mistake = path_mistake(path); !mistake.empty()) {
      return Failure{"cannot publish a file as " + in_quotes(path) + ": " + std::string(mistake)};
    }
    if (!files.insert(path).second) return Failure{"cannot publish two files as " + in_quotes(path)};
  }
  for (const std::string& path : paths) {
    for (std::string_view up = parent_of(path); !up.empty(); up = parent_of(up)) {
      if (!files.contains(up)) continue;
      return Failure{"cannot publish both " + in_quotes(up) + " and " + in_quotes(path) +
                     ": the first would have to be a file and a directory"};
    }
  }
  return std::nullopt;
}

}  // namespace versus::publishing
