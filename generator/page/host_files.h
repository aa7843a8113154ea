#pragma once

#include <string>

#include "page/plan.h"
#include "page/site.h"

namespace versus {

/// `sitemap.xml` (sitemaps.org 0.9): every page that is offered to search engines, in the order of the plan.
std::string sitemap(const Site& site, const Plan& plan);

/// `robots.txt` (RFC 9309): everything may be read; names the sitemap.
std::string robots(const Site& site);

}  // namespace versus
