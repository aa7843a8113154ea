#include "publish/manifest.h"

#include <nlohmann/json.hpp>

#include "publish/paths.h"

namespace versus::publishing {
namespace {

constexpr int format = 1;

}  // namespace

std::string to_json(const Manifest& manifest) {
  std::string text = "{\"format\":" + std::to_string(format) + ",\"files\":[";
  std::string_view separator = "\n";
  for (const ManifestFile& file : manifest.files) {
    text.append(separator).append("[").append(nlohmann::json(file.path).dump());
    text.append(",").append(std::to_string(file.size)).append(",\"").append(to_hex(file.hash)).append("\"]");
    separator = ",\n";
  }
  return text + "\n]}\n";
}

std::optional<Manifest> parse_manifest(std::string_view json) {
  const auto root = nlohmann::json::parse(json, nullptr, /*allow_exceptions=*/false);
  if (!root.is_object() || root.value("format", nlohmann::json()) != format) return std::nullopt;
  const auto rows = root.find("files");
  if (rows == root.end() || !rows->is_array()) return std::nullopt;
  Manifest manifest;
  manifest.files.reserve(rows->size());
  for (const auto& row : *rows) {
    if (!row.is_array() || row.size() != 3 || !row[0].is_string() || !row[1].is_number_unsigned() ||
        !row[2].is_string()) {
      return std::nullopt;
    }
    const auto& path = row[0].get_ref<const std::string&>();
    const auto digest = from_hex(row[2].get_ref<const std::string&>());
    if (!digest || !path_mistake(path).empty()) return std::nullopt;
    if (!manifest.files.empty() && manifest.files.back().path >= path) return std::nullopt;
    manifest.files.push_back({path, row[1].get<std::uint64_t>(), *digest});
  }
  return manifest;
}

Tree::Tree(const Manifest& manifest) {
  files.reserve(manifest.files.size());
  directories.reserve(manifest.files.size());
  for (const ManifestFile& file : manifest.files) {
    files.insert(file.path);
    std::string_view up = parent_of(file.path);
    while (!up.empty() && directories.insert(up).second)
      up = parent_of(up);
  }
}

}  // namespace versus::publishing
