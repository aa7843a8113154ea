#pragma once

#include <filesystem>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "publish/descriptor.h"
#include "publish/manifest.h"

namespace versus::publishing {

/// The directory of the site, and beside it the directory of what the publisher must remember. Both are
/// opened once; after that everything is named relative to the descriptors.
struct Site {
  std::string path;
  std::string state_path;
  Descriptor directory;
  Descriptor state;
  Descriptor lock;
  Mount mount;

  /// Path of a file of the site for a message.
  std::string shown(std::string_view file) const { return path + "/" + std::string(file); }
};

/// Names in the state directory.
inline const std::string lock_name = "lock";
inline const std::string manifest_name = "manifest.json";
inline const std::string next_manifest_name = "manifest.next";
inline const std::string journal_name = "journal";
inline const std::string stage_name = "stage";
inline const std::string stamp_name = "stamp";

/// Opens both directories, makes them where they are missing, and takes the lock. Refuses a site that is or
/// holds the root or the home directory, that touches one of the inputs, or that lies on another mount than
/// its neighbours.
std::variant<Site, Failure> open_site(const std::filesystem::path& out,
                                      std::span<const std::filesystem::path> inputs);

/// Paths of all that is in the site and that the manifest does not explain, in order; a directory with a `/`
/// behind. What is in such a directory is not listed.
std::variant<std::vector<std::string>, Failure> find_foreign(int directory, const std::string& path,
                                                             const Mount& mount, const Manifest& manifest);

/// Refuses to write to a site that holds anything that no build wrote.
std::optional<Failure> refuse_foreign(const Site& site, const Manifest& manifest);

}  // namespace versus::publishing
