#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "publish/descriptor.h"

namespace versus::publishing {

/// Walks from a root to the directories of many files, one component at a time and through no symbolic link.
/// Keeps the descriptors that the next directory shares with the last one. For one thread.
class Descent {
 public:
  enum class Missing { stop, create };

  Descent(int root, Missing missing) : root_(root), missing_(missing) {}

  /// Descriptor of the directory of that path (empty: the root), or -1 with `errno`, which is ENOENT where
  /// there is none (and ENOTDIR where something else stands in its place). It is valid until the next call.
  int enter(std::string_view directory);

  /// Descriptor of the deepest directory on the way that the last `enter` reached, and its path.
  int reached() const { return levels_.empty() ? root_ : levels_.back().descriptor.get(); }
  std::string reached_path() const;

 private:
  struct Level {
    std::string name;
    Descriptor descriptor;
  };

  Descriptor step(const std::string& name) const;

  int root_;
  Missing missing_;
  std::vector<Level> levels_;
};

}  // namespace versus::publishing
