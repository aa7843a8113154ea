#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_set>
#include <vector>

#include "source/hash.h"

namespace versus::publishing {

/// One file that a build wrote.
struct ManifestFile {
  std::string path;
  std::uint64_t size = 0;
  Hash hash;
};

/// All files that the last build wrote, sorted by path. Nothing else in the site is ever replaced or removed.
struct Manifest {
  std::vector<ManifestFile> files;
};

/// The JSON of a manifest, one file per line.
std::string to_json(const Manifest& manifest);

/// Reads what `to_json` wrote; nothing if it is anything else, also if a path could lead out of the site.
std::optional<Manifest> parse_manifest(std::string_view json);

/// Files of a manifest and the directories that hold them, for look-up. Views into the manifest.
struct Tree {
  std::unordered_set<std::string_view> files;
  std::unordered_set<std::string_view> directories;

  explicit Tree(const Manifest& manifest);
};

}  // namespace versus::publishing
