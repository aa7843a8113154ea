#include "page/host_files.h"

namespace versus {

std::string sitemap(const Site& site, const Plan& plan) {
  std::string xml =
      "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
      "<urlset xmlns=\"http://www.sitemaps.org/schemas/sitemap/0.9\">\n";
  for (std::size_t i = 0; i < plan.count(); ++i) {
    const PageId page = plan.page(i);
    if (page.kind == PageKind::not_found) continue;
    xml += "<url><loc>";
    escape_html(site.base.absolute(plan.address(page)).text(), xml);
    xml += "</loc></url>\n";
  }
  return xml + "</urlset>\n";
}

std::string robots(const Site& site) {
  return "User-agent: *\nAllow: /\n\nSitemap: " + std::string(site.base.absolute("sitemap.xml").text()) +
         "\n";
}

}  // namespace versus
