#include <cerrno>

#include "publish/paths.h"
#include "publish/site.h"

namespace versus::publishing {
namespace {

struct Search {
  const Tree& tree;
  const std::string& root;
  const Mount& mount;
  std::vector<std::string> foreign;
};

std::optional<Failure> search(Search& state, int directory, const std::string& prefix) {
  const std::string shown = prefix.empty() ? state.root : state.root + "/" + prefix;
  Mount mount;
  std::vector<Entry> entries;
  if (!mount_of(directory, mount)) return system_failure("examine", shown, errno);
  if (mount != state.mount) {
    return Failure{"refusing to write to " + state.root + ": another file system is mounted at " + shown};
  }
  if (!list(directory, entries)) return system_failure("list directory", shown, errno);
  for (Entry& entry : entries) {
    if (prefix.empty() && is_kept(entry.name)) continue;
    const std::string path = prefix + entry.name;
    if (entry.kind == Kind::directory && state.tree.directories.contains(path)) {
      const Descriptor below = open_directory(directory, entry.name);
      if (!below) return system_failure("open directory", state.root + "/" + path, errno);
      if (auto failure = search(state, below.get(), path + "/")) return failure;
    } else if (entry.kind != Kind::file || !state.tree.files.contains(path)) {
      state.foreign.push_back(entry.kind == Kind::directory ? path + "/" : path);
    }
  }
  return std::nullopt;
}

}  // namespace

std::variant<std::vector<std::string>, Failure> find_foreign(int directory, const std::string& path,
                                                             const Mount& mount, const Manifest& manifest) {
  const Tree tree(manifest);
  Search state{tree, path, mount, {}};
  if (auto failure = search(state, directory, "")) return *failure;
  return std::move(state.foreign);
}

std::optional<Failure> refuse_foreign(const Site& site, const Manifest& manifest) {
  auto found = find_foreign(site.directory.get(), site.path, site.mount, manifest);
  if (auto* failure = std::get_if<Failure>(&found)) return std::move(*failure);
  const auto& foreign = std::get<std::vector<std::string>>(found);
  if (foreign.empty()) return std::nullopt;
  constexpr std::size_t shown = 3;
  std::string message = "refusing to write to " + site.path + ": it holds ";
  message += foreign.size() == 1 ? "something" : std::to_string(foreign.size()) + " things";
  message += " that no build wrote: ";
  for (std::size_t i = 0; i < foreign.size() && i < shown; ++i)
    message.append(i == 0 ? "" : ", ").append(foreign[i]);
  if (foreign.size() > shown) message += ", …";
  message += "; move them away or choose another directory";
  if (manifest.files.empty()) message += " (nothing beside it remembers an earlier build)";
  return Failure{std::move(message)};
}

}  // namespace versus::publishing
