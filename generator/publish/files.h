#pragma once

#include <filesystem>
#include <map>
#include <optional>
#include <string>
#include <variant>

#include "publish/publish.h"

/// Single files that are no part of a site: nothing is remembered of them. All go into one directory.
namespace versus {

/// Bytes of files by name.
using NamedFiles = std::map<std::string, std::string>;

/// Writes files into a directory, which is made where there is none. A file of the same bytes is left alone;
/// another is replaced as a whole and keeps its permissions.
std::optional<Failure> put_files(const std::filesystem::path& directory, const NamedFiles& files);

/// Makes a directory with these files. False if something stands there already, which is left alone; on
/// failure nothing is left of the directory.
std::variant<bool, Failure> make_directory_of(const std::filesystem::path& directory,
                                              const NamedFiles& files);

}  // namespace versus
