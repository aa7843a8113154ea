#include "publish/journal.h"

#include <nlohmann/json.hpp>

#include "publish/paths.h"

namespace versus::publishing {
namespace {

bool stands_in_the_way(std::string_view file, const Tree& next) {
  if (next.directories.contains(file)) return true;
  for (std::string_view up = parent_of(file); !up.empty(); up = parent_of(up)) {
    if (next.files.contains(up)) return true;
  }
  return false;
}

bool read_paths(const nlohmann::json& list, std::vector<std::string>& paths) {
  if (!list.is_array()) return false;
  for (const auto& path : list) {
    if (!path.is_string() || !path_mistake(path.get_ref<const std::string&>()).empty()) return false;
    paths.push_back(path);
  }
  return true;
}

}  // namespace

Journal plan_removals(const Manifest& old, const Manifest& next) {
  const Tree tree(next);
  Journal journal;
  journal.manifest = hash(to_json(next));
  for (const ManifestFile& file : old.files) {
    if (tree.files.contains(file.path)) continue;
    (stands_in_the_way(file.path, tree) ? journal.clear : journal.remove).push_back(file.path);
  }
  return journal;
}

std::string to_text(const Journal& journal) {
  const nlohmann::json json = {
      {"clear", journal.clear}, {"remove", journal.remove}, {"manifest", to_hex(journal.manifest)}};
  const std::string body = json.dump() + "\n";
  return to_hex(hash(body)) + "\n" + body;
}

std::optional<Journal> parse_journal(std::string_view text) {
  const std::size_t end = text.find('\n');
  if (end == std::string_view::npos) return std::nullopt;
  const std::string_view body = text.substr(end + 1);
  if (from_hex(text.substr(0, end)) != hash(body)) return std::nullopt;
  const auto json = nlohmann::json::parse(body, nullptr, /*allow_exceptions=*/false);
  if (!json.is_object() || json.size() != 3) return std::nullopt;
  const auto manifest = json.value("manifest", nlohmann::json());
  const auto digest = manifest.is_string() ? from_hex(manifest.get_ref<const std::string&>()) : std::nullopt;
  Journal journal;
  if (!digest || !read_paths(json.value("clear", nlohmann::json()), journal.clear) ||
      !read_paths(json.value("remove", nlohmann::json()), journal.remove)) {
    return std::nullopt;
  }
  journal.manifest = *digest;
  return journal;
}

}  // namespace versus::publishing
