#pragma once

#include <optional>
#include <span>
#include <string>
#include <string_view>

#include "publish/publish.h"

/// Paths of the site: relative, `/` between components, in byte order where they are sorted.
namespace versus::publishing {

/// Path of the directory that holds `path`; empty for the site itself.
inline std::string_view parent_of(std::string_view path) {
  const std::size_t slash = path.rfind('/');
  return slash == std::string_view::npos ? std::string_view() : path.substr(0, slash);
}

/// Last component of a path.
inline std::string_view name_of(std::string_view path) {
  return path.substr(path.rfind('/') + 1);
}

/// True for entries at the top of a site that are neither written nor minded: `.git` and `.gitignore`.
inline bool is_kept(std::string_view path) {
  return path == ".git" || path == ".gitignore";
}

/// What is wrong with a path as the path of a file of the site, or an empty text: it must be relative UTF-8
/// without NUL and without empty, `.` or `..` components, and not begin with a kept entry.
std::string_view path_mistake(std::string_view path);

/// Checks every path, and that no two are equal and none is a directory of another.
std::optional<Failure> check_paths(std::span<const std::string> paths);

}  // namespace versus::publishing
