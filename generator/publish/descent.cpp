#include "publish/descent.h"

#include <cerrno>

#include <sys/stat.h>

namespace versus::publishing {

int Descent::enter(std::string_view directory) {
  std::size_t depth = 0;
  while (!directory.empty()) {
    const std::size_t slash = directory.find('/');
    const std::string_view name = directory.substr(0, slash);
    directory.remove_prefix(slash == std::string_view::npos ? directory.size() : slash + 1);
    if (depth == levels_.size() || levels_[depth].name != name) {
      levels_.resize(depth);
      Level next{std::string(name), {}};
      next.descriptor = step(next.name);
      if (!next.descriptor) return -1;
      levels_.push_back(std::move(next));
    }
    ++depth;
  }
  levels_.resize(depth);
  return reached();
}

std::string Descent::reached_path() const {
  std::string path;
  for (const Level& level : levels_)
    path.append(path.empty() ? "" : "/").append(level.name);
  return path;
}

Descriptor Descent::step(const std::string& name) const {
  const int parent = reached();
  if (missing_ == Missing::create) {
    // The mode is set also when another thread made the directory: it may not have come to setting it yet.
    if (::mkdirat(parent, name.c_str(), 0755) != 0 && errno != EEXIST) return {};
    if (::fchmodat(parent, name.c_str(), 0755, 0) != 0) return {};
  }
  return open_directory(parent, name);
}

}  // namespace versus::publishing
