#pragma once

#include <functional>
#include <span>
#include <string>
#include <variant>
#include <vector>

#include "publish/publish.h"
#include "publish/site.h"

namespace versus::publishing {

/// What rendering one file came to.
struct Rendered {
  bool staged = false;  ///< It differs from the file of the site, or there is none.
  Hash hash;
  Metadata metadata;  ///< Of the file that the site has after the commit.
};

/// Renders every file in `jobs` threads, compares it with the bytes in the site, and writes what differs in
/// full under the same path below the stage. The result has the order of the paths and does not depend on the
/// number of threads.
std::variant<std::vector<Rendered>, Failure> stage_changes(const Site& site, int stage, const Output& output,
                                                           std::span<const std::string> paths,
                                                           const PublishOptions& options);

}  // namespace versus::publishing
