#pragma once

#include <array>
#include <string>
#include <string_view>
#include <vector>

#include "diagnostic/diagnostic.h"
#include "page/plan.h"
#include "page/site.h"
#include "source/source.h"
#include "template/template.h"

/// The files that pages load: those of `templates/assets/` and those made from the content.
namespace versus {

/// A file published below `assets/` under a name that holds a hash of its bytes, so that hosts can have it
/// cached for ever.
struct Asset {
  std::string name;  ///< As in `templates/assets/`.
  std::string path;  ///< Relative to the site.
  std::string text;
};

/// The files of `templates/assets/`; style sheets have lost their comments.
std::vector<Asset> load_assets(const Sources& sources);

/// Address of an asset; empty if there is none of that name.
Url asset_url(const Site& site, const std::vector<Asset>& assets, std::string_view name);

/// What the templates of a locale can ask the address of: assets, and the pages of `templates/pages/`.
Addresses addresses(const Site& site, const Plan& plan, std::size_t locale, const std::vector<Asset>& assets);

/// Name of the picture that stands for pages of a locale where they are shared; for those on a class of
/// responses if there is one of it (`slug` is empty for others).
std::string share_picture_name(const Locale& locale, std::string_view slug);

/// Icons of the web application manifest, with their widths; the site may lack them.
struct ManifestIcon {
  std::string_view name;
  int size;
  bool maskable;
};
inline constexpr std::array<ManifestIcon, 3> manifest_icons = {
    {{"icon-192.png", 192, false}, {"icon-512.png", 512, false}, {"icon-maskable-512.png", 512, true}}};

/// Reports assets that neither a template names, by `used`, nor the program.
void check_unused_assets(const Site& site, const Sources& sources, const Used& used,
                         Diagnostics& diagnostics);

}  // namespace versus
