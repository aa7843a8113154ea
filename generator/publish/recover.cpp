#include <algorithm>
#include <cerrno>

#include "publish/commit.h"

namespace versus::publishing {
namespace {

Failure damaged(const Site& site, std::string_view name) {
  return {site.state_path + "/" + std::string(name) +
          " is damaged, so an interrupted build cannot be completed; remove " + site.state_path +
          " and what is in " + site.path + ", then build again"};
}

/// True if every path is in `old` and none in `next`: nothing but what an earlier build wrote is removed.
bool removable(const std::vector<std::string>& paths, const Tree& old, const Tree& next) {
  return std::ranges::all_of(
      paths, [&](const std::string& path) { return old.files.contains(path) && !next.files.contains(path); });
}

/// Checks the journal against everything else that the state directory holds, and reads the manifest to come.
/// That is empty if it has its final name already.
std::variant<Manifest, Failure> verify(const Site& site, const Journal& journal) {
  const int state = site.state.get();
  std::string old_text;
  if (!read_file(state, manifest_name, old_text) && errno != ENOENT) {
    return system_failure("read", site.state_path + "/" + manifest_name, errno);
  }
  std::string next_text;
  if (!read_file(state, next_manifest_name, next_text)) {
    if (errno != ENOENT) return system_failure("read", site.state_path + "/" + next_manifest_name, errno);
    if (hash(old_text) != journal.manifest) return damaged(site, manifest_name);
    return Manifest();
  }
  const auto old = old_text.empty() ? std::optional(Manifest()) : parse_manifest(old_text);
  if (!old) return damaged(site, manifest_name);
  auto next = hash(next_text) == journal.manifest ? parse_manifest(next_text) : std::nullopt;
  if (!next) return damaged(site, next_manifest_name);
  const Tree old_tree(*old);
  const Tree next_tree(*next);
  if (!removable(journal.clear, old_tree, next_tree) || !removable(journal.remove, old_tree, next_tree)) {
    return damaged(site, journal_name);
  }
  const Descriptor stage = open_directory(state, stage_name);
  const std::string stage_path = site.state_path + "/" + stage_name;
  if (!stage) {
    if (errno == ENOENT) return std::move(*next);
    return system_failure("open directory", stage_path, errno);
  }
  auto foreign = find_foreign(stage.get(), stage_path, site.mount, *next);
  if (auto* failure = std::get_if<Failure>(&foreign)) return std::move(*failure);
  if (!std::get<std::vector<std::string>>(foreign).empty()) return damaged(site, stage_name);
  return std::move(*next);
}

}  // namespace

std::variant<bool, Failure> recover(const Site& site) {
  std::string text;
  const bool unfinished = read_file(site.state.get(), journal_name, text);
  if (!unfinished && errno != ENOENT) {
    return system_failure("read", site.state_path + "/" + journal_name, errno);
  }
  if (unfinished) {
    const auto journal = parse_journal(text);
    if (!journal) return damaged(site, journal_name);
    auto next = verify(site, *journal);
    if (auto* failure = std::get_if<Failure>(&next)) return std::move(*failure);
    if (auto failure = carry_out(site, *journal, std::get<Manifest>(next))) return std::move(*failure);
  }
  if (auto failure = remove_leftovers(site)) return std::move(*failure);
  return unfinished;
}

}  // namespace versus::publishing
