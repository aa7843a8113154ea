#include "page/assets.h"

#include <algorithm>
#include <set>

#include "page/named_files.h"
#include "page/style_sheet.h"
#include "source/hash.h"

namespace versus {

namespace {

/// Asset names as templates write them.
constexpr std::string_view below_templates = "assets/";

Asset make_asset(std::string name, std::string_view content) {
  std::string text = name.ends_with(".css") ? without_comments(content) : std::string(content);
  const std::size_t dot = std::min(name.rfind('.'), name.size());
  std::string path = "assets/";
  path.append(name, 0, dot).append(".").append(to_hex(hash(text)), 0, 12).append(name, dot);
  return {std::move(name), std::move(path), std::move(text)};
}

}  // namespace

std::vector<Asset> load_assets(const Sources& sources) {
  std::vector<Asset> assets;
  for (const FileId id : sources.under(asset_directory)) {
    const SourceFile& file = sources[id];
    assets.push_back(make_asset(file.path().substr(asset_directory.size()), file.text()));
  }
  return assets;
}

Url asset_url(const Site& site, const std::vector<Asset>& assets, std::string_view name) {
  const auto found = std::ranges::find(assets, name, &Asset::name);
  return found == assets.end() ? Url() : site.base.local(found->path);
}

Addresses addresses(const Site& site, const Plan& plan, std::size_t locale,
                    const std::vector<Asset>& assets) {
  Addresses addresses;
  for (const Asset& asset : assets)
    addresses.emplace(std::string(below_templates) + asset.name, site.base.local(asset.path));
  for (std::size_t i = 0; i < site.plain_pages.size(); ++i) {
    addresses.emplace("pages/" + site.plain_pages[i] + ".html",
                      site.base.local(plan.address({PageKind::plain, locale, i})));
  }
  return addresses;
}

std::string share_picture_name(const Locale& locale, std::string_view slug) {
  std::string name = "share-" + locale.id;
  if (!slug.empty()) name.append("-").append(slug);
  return name + ".png";
}

void check_unused_assets(const Site& site, const Sources& sources, const Used& used,
                         Diagnostics& diagnostics) {
  std::set<std::string, std::less<>> known;
  for (const ManifestIcon& icon : manifest_icons)
    known.emplace(icon.name);
  for (const Locale& locale : site.locales.list) {
    known.insert(share_picture_name(locale, ""));
    for (const ResponseClass& response_class : site.registry.protocol.classes)
      known.insert(share_picture_name(locale, response_class.slug.value));
  }
  for (const FileId id : sources.under(asset_directory)) {
    const std::string name = sources[id].path().substr(asset_directory.size());
    if (!is_plain(name) || known.contains(name) || used.files.contains(std::string(below_templates) + name))
      continue;
    diagnostics.add(DiagnosticKind::unexpected_file, {id, 0, 0}, "no template names this asset",
                    "name it with '{{url assets/" + name + "}}', or leave it out");
  }
}

}  // namespace versus
