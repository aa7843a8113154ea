#pragma once

#include <span>
#include <string_view>

#include "publish/site.h"

/// The stamp tells without reading any file that nothing has changed since a publication. It only saves time:
/// without it the next run compares every byte.
namespace versus::publishing {

/// What a stamp vouches for. The manifest is part of it, so that a stamp from before a commit does not hold
/// after it.
struct Stamped {
  std::string_view digest;  ///< Of the inputs.
  const Manifest& manifest;
  Hash manifest_hash;  ///< Of its bytes on the disk.
};

/// Puts the stamp of a publication. `files` is what the files of the manifest were when their bytes were
/// compared or written, in its order. A failure is of no consequence.
void write_stamp(const Site& site, const Stamped& stamped, std::span<const Metadata> files, unsigned jobs);

/// True if the stamp is for that digest and no file and no directory of the site was touched since.
bool stamp_holds(const Site& site, const Stamped& stamped, unsigned jobs);

}  // namespace versus::publishing
