#pragma once

#include <functional>
#include <string>
#include <vector>

#include "page/assets.h"
#include "page/comparer.h"
#include "page/plan.h"
#include "page/shares.h"
#include "page/site.h"

namespace versus {

/// A file that no template makes.
struct HostFile {
  std::string path;  ///< Relative to the site.
  /// Appends its bytes; safe from many threads.
  std::function<void(std::string& out)> append;
};

/// `sitemap.xml`, `robots.txt`, web application manifests, search indexes, the data files and their schemas,
/// and the files of `templates/root/`. What they are made from must outlive them.
std::vector<HostFile> host_files(const Site& site, const Sources& sources, const Plan& plan,
                                 const Comparer& comparer, const PageShares& shares,
                                 const std::vector<Asset>& assets);

/// Path of a locale's manifest, relative to the site.
std::string manifest_path(const Site& site, std::size_t locale);

/// `manifest.webmanifest` (W3C Web Application Manifest): the site as an application in the words of a
/// locale.
std::string manifest(const Site& site, const Plan& plan, std::size_t locale,
                     const std::vector<Asset>& assets);

/// `sitemap.xml` (sitemaps.org 0.9): every page that is offered to search engines in its own language, in the
/// order of the plan.
std::string sitemap(const Site& site, const Plan& plan, const Comparer& comparer, const PageShares& shares);

/// `robots.txt` (RFC 9309): everything may be read; names the sitemap.
std::string robots(const Site& site);

}  // namespace versus
