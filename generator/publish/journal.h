#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "publish/manifest.h"
#include "source/hash.h"

namespace versus::publishing {

/// What a commit does beside moving everything that is staged. From the moment the journal is there the
/// commit will be completed, if not by this run then by the next.
struct Journal {
  std::vector<std::string>
      clear;  ///< Old files to remove first: they stand where a directory goes, or the reverse.
  std::vector<std::string> remove;  ///< Other old files, removed when all that is new is in place.
  Hash manifest;                    ///< Of the bytes of the manifest to come.
};

/// The removals that lead from one manifest to the next.
Journal plan_removals(const Manifest& old, const Manifest& next);

/// The text of a journal, guarded by a checksum.
std::string to_text(const Journal& journal);

/// Reads what `to_text` wrote; nothing if it is damaged or a path could lead out of the site.
std::optional<Journal> parse_journal(std::string_view text);

}  // namespace versus::publishing
