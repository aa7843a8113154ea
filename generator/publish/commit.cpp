#include "publish/commit.h"

#include <cerrno>
#include <cstdio>
#include <functional>
#include <set>

#include <fcntl.h>
#include <unistd.h>

#include "publish/descent.h"
#include "publish/paths.h"

namespace versus::publishing {
namespace {

Failure interrupted(const Failure& reason) {
  return {reason.message + "; the site is partly updated and the next build completes it"};
}

/// Removes files and then the directories in which the next site has nothing, the deepest first.
std::optional<Failure> remove(const Site& site, const std::vector<std::string>& files, const Tree& next) {
  std::set<std::string_view, std::greater<>> directories;
  Descent descent(site.directory.get(), Descent::Missing::stop);
  for (const std::string& file : files) {
    for (auto up = parent_of(file); !up.empty() && !next.directories.contains(up); up = parent_of(up)) {
      if (!directories.insert(up).second) break;
    }
    const int directory = descent.enter(parent_of(file));
    // Gone already, or something new has taken its place: an earlier run came that far.
    if (directory < 0 && (errno == ENOENT || errno == ENOTDIR)) continue;
    if (directory < 0 || (!remove_file(directory, std::string(name_of(file))) && errno != EISDIR)) {
      return system_failure("remove", site.shown(file), errno);
    }
  }
  for (const std::string_view path : directories) {
    const int parent = descent.enter(parent_of(path));
    if (parent >= 0 && ::unlinkat(parent, std::string(name_of(path)).c_str(), AT_REMOVEDIR) == 0) continue;
    if (errno == ENOENT || errno == ENOTDIR || errno == ENOTEMPTY || errno == EEXIST) continue;
    return system_failure("remove directory", site.shown(path), errno);
  }
  return std::nullopt;
}

/// Moves every entry of one directory of the stage into its counterpart: a directory as a whole where the
/// site has none, a file over the one that is there.
std::optional<Failure> move_all(const Site& site, int from, int to, const std::string& prefix) {
  std::vector<Entry> entries;
  if (!list(from, entries)) return system_failure("list the stage of", site.shown(prefix), errno);
  for (const Entry& entry : entries) {
    const char* name = entry.name.c_str();
    const std::string path = prefix + entry.name;
    // Asked for before it is tried: renaming over a directory that is not empty fails for other reasons
    // first.
    Descriptor below_to;
    if (entry.kind == Kind::directory) {
      below_to = open_directory(to, entry.name);
      if (!below_to && errno != ENOENT) return system_failure("open directory", site.shown(path), errno);
    }
    if (!below_to) {
      if (::renameat(from, name, to, name) != 0) return system_failure("replace", site.shown(path), errno);
      continue;
    }
    const Descriptor below_from = open_directory(from, entry.name);
    if (!below_from) return system_failure("open the stage of", site.shown(path), errno);
    if (auto failure = move_all(site, below_from.get(), below_to.get(), path + "/")) return failure;
    if (::unlinkat(from, name, AT_REMOVEDIR) != 0) {
      return system_failure("remove the stage of", site.shown(path), errno);
    }
  }
  return std::nullopt;
}

std::optional<Failure> move_stage(const Site& site) {
  const Descriptor stage = open_directory(site.state.get(), stage_name);
  if (!stage && errno == ENOENT) return std::nullopt;
  if (!stage) return system_failure("open directory", site.state_path + "/" + stage_name, errno);
  return move_all(site, stage.get(), site.directory.get(), "");
}

}  // namespace

std::optional<Failure> check_rights(const Site& site, std::span<const std::string_view> staged,
                                    const Journal& journal, const Manifest& next) {
  const Tree tree(next);
  std::set<std::string, std::less<>> checked;
  Descent descent(site.directory.get(), Descent::Missing::stop);
  const auto check = [&](std::string_view directory) -> std::optional<Failure> {
    if (checked.contains(directory)) return std::nullopt;
    if (descent.enter(directory) < 0 && errno != ENOENT && errno != ENOTDIR) {
      return system_failure("open directory", site.shown(directory), errno);
    }
    const std::string reached = descent.reached_path();
    if (!checked.insert(reached).second) return std::nullopt;
    if (::faccessat(descent.reached(), ".", W_OK | X_OK, AT_EACCESS) == 0) return std::nullopt;
    return Failure{system_failure("write to directory", site.shown(reached), errno).message +
                   "; nothing was published"};
  };
  for (const std::string_view path : staged) {
    if (auto failure = check(parent_of(path))) return failure;
  }
  for (const auto* list : {&journal.clear, &journal.remove}) {
    for (const std::string_view path : *list) {
      std::string_view directory = parent_of(path);
      if (auto failure = check(directory)) return failure;
      // A directory that nothing is left in goes too, which changes the one above.
      while (!directory.empty() && !tree.directories.contains(directory)) {
        directory = parent_of(directory);
        if (auto failure = check(directory)) return failure;
      }
    }
  }
  return std::nullopt;
}

std::optional<Failure> carry_out(const Site& site, const Journal& journal, const Manifest& next) {
  const int state = site.state.get();
  Metadata data;
  if (metadata_at(state, next_manifest_name.c_str(), data)) {
    const Tree tree(next);
    if (auto failure = remove(site, journal.clear, tree)) return interrupted(*failure);
    if (auto failure = move_stage(site)) return interrupted(*failure);
    if (auto failure = remove(site, journal.remove, tree)) return interrupted(*failure);
    if (::renameat(state, next_manifest_name.c_str(), state, manifest_name.c_str()) != 0) {
      return interrupted(system_failure("replace", site.state_path + "/" + manifest_name, errno));
    }
  } else if (errno != ENOENT) {
    return interrupted(system_failure("examine", site.state_path + "/" + next_manifest_name, errno));
  }
  if (!remove_file(state, journal_name)) {
    return interrupted(system_failure("remove", site.state_path + "/" + journal_name, errno));
  }
  return std::nullopt;
}

std::optional<Failure> remove_leftovers(const Site& site) {
  for (const std::string& name :
       {stage_name, next_manifest_name, manifest_name + ".tmp", journal_name + ".tmp", stamp_name + ".tmp"}) {
    if (!remove_tree(site.state.get(), name)) {
      return system_failure("remove", site.state_path + "/" + name, errno);
    }
  }
  return std::nullopt;
}

}  // namespace versus::publishing
