#pragma once

#include <filesystem>
#include <string>

#include "source/source.h"

namespace versus {

/// Everything a site is made from, read once.
struct Inputs {
  Sources sources;
  std::string digest;   ///< Hash over the paths and bytes of all files.
  std::string failure;  ///< Why the disk could not be read; empty if it was.
};

/// The bytes of a file, or why they could not be read.
struct FileBytes {
  std::string text;
  std::string failure;  ///< Empty if they could.
};

/// Reads a file whole.
FileBytes read_file(const std::filesystem::path& path);

/// Names of the directories that hold the inputs, below the root.
inline constexpr std::string_view input_directories[] = {"content", "locales", "templates"};

/// Reads all files below the input directories of `root` on `jobs` threads. Hidden files and editors' backups
/// (`.x`, `x~`) are passed over. A directory that does not exist counts as empty.
Inputs read_inputs(const std::filesystem::path& root, unsigned jobs);

}  // namespace versus
