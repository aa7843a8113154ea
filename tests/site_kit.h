#pragma once

#include <filesystem>
#include <map>
#include <set>
#include <string>
#include <string_view>

#include "command/command.h"
#include "diagnostic/kind.h"

/// Whole sites in memory: inputs from the repository, changes to them, and what they become.
namespace versus::test {

/// Bytes of files by path.
using Files = std::map<std::string, std::string>;

/// Every file below a directory; empty if there is none.
Files read_files(const std::filesystem::path& directory);

/// The content, locales and templates below a directory.
Files read_site(const std::filesystem::path& root);

/// A file of changes to a site and what `versus check` says of the changed site, divided by a line `==`.
struct ChangedSite {
  std::string changes;  ///< With the dividing line.
  std::string report;
};
ChangedSite read_changes(const std::filesystem::path& file);

/// Applies changes to files. Blocks begin with the line
/// `@@ path`: lines `- old`, which must stand in the file once, become lines `+ new`;
/// `++ path`: the lines that follow are a new file;
/// `!! path`: the bytes that follow in hexadecimal digits are a new file;
/// `xx path`: there is no such file.
/// Lines before the first block say what the changes are for.
Files apply_changes(Files files, std::string_view changes);

/// What inputs become.
struct BuiltSite {
  Files files;         ///< Empty if the inputs are wrong.
  std::string report;  ///< As `versus check` prints it.
  std::set<DiagnosticKind> kinds;
};

enum class InputOrder { sorted, reversed };

BuiltSite build_site(const Files& inputs, const InputOptions& options = {},
                     InputOrder order = InputOrder::sorted);

/// True if expected results are to be written instead of compared: `UPDATE_GOLDEN=1`.
bool updates_golden();

void write_file(const std::filesystem::path& path, const std::string& bytes);

}  // namespace versus::test
