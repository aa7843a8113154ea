#include "source/inputs.h"

#include <algorithm>
#include <cerrno>
#include <cstring>
#include <fstream>
#include <sstream>
#include <system_error>
#include <vector>

#include "source/hash.h"
#include "source/parallel.h"

namespace versus {

namespace fs = std::filesystem;

namespace {

/// What editors and systems leave behind; of hidden names only the one that hosts look for is meant.
bool passed_over(const fs::path& path) {
  const std::string name = path.filename().string();
  return (name.starts_with('.') && name != ".well-known") || name.ends_with('~');
}

/// Paths of all files below `directory`, relative to `root`; sets `failure` where a directory cannot be read.
void list_files(const fs::path& root, const fs::path& directory, std::vector<std::string>& paths,
                std::string& failure) {
  std::error_code error;
  if (!fs::exists(directory, error) && !error) return;
  fs::recursive_directory_iterator entry(directory, error);
  for (const fs::recursive_directory_iterator end; !error && entry != end; entry.increment(error)) {
    if (passed_over(entry->path())) {
      entry.disable_recursion_pending();
    } else if (entry->is_directory(error)) {
      // The iterator does not enter it, so that links cannot run in a circle.
      if (entry->is_symlink(error))
        failure = entry->path().string() + " is a symbolic link to a directory, and is not read";
    } else if (!entry->is_regular_file(error)) {
      failure = "cannot read " + entry->path().string() + ": it is not a file";
    } else {
      paths.push_back(entry->path().lexically_relative(root).generic_string());
    }
  }
  if (error) failure = "cannot read " + directory.string() + ": " + error.message();
}

}  // namespace

FileBytes read_file(const fs::path& path) {
  std::ifstream in(path, std::ios::binary);
  std::ostringstream bytes;
  if (in && in.peek() != std::ifstream::traits_type::eof()) bytes << in.rdbuf();
  if (bytes.fail() || (!in.good() && !in.eof()))
    return {{}, "cannot read " + path.string() + ": " + std::strerror(errno)};
  return {std::move(bytes).str(), {}};
}

Inputs read_inputs(const fs::path& root, unsigned jobs) {
  Inputs inputs;
  std::vector<std::string> paths;
  for (const std::string_view name : input_directories)
    list_files(root, root / name, paths, inputs.failure);
  std::ranges::sort(paths);

  std::vector<FileBytes> files(paths.size());
  parallel_for(paths.size(), jobs, [&](std::size_t i) { files[i] = read_file(root / paths[i]); });

  std::string listing;
  for (std::size_t i = 0; i < paths.size(); ++i) {
    if (inputs.failure.empty()) inputs.failure = files[i].failure;
    listing += paths[i] + '\n' + to_hex(hash(files[i].text)) + '\n';
    inputs.sources.add(std::move(paths[i]), std::move(files[i].text));
  }
  inputs.digest = to_hex(hash(listing));
  return inputs;
}

}  // namespace versus
