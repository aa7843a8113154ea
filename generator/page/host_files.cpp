#include "page/host_files.h"

#include "page/data_files.h"

namespace versus {

std::vector<HostFile> host_files(const Site& site, const Plan& plan, const Comparer& comparer,
                                 const PageShares& shares) {
  std::vector<HostFile> files;
  for (std::size_t i = 0; i < site.locales.list.size(); ++i) {
    files.push_back(
        {pairs_path(site, i), [&, i](std::string& out) { append_pairs(site, plan, comparer, i, out); }});
    files.push_back({texts_path(site, i), [&, i](std::string& out) { append_texts(site, plan, i, out); }});
  }
  files.push_back({facts_path(site), [&](std::string& out) { append_facts(site, plan, out); }});
  const auto add = [&](std::string_view path, auto make) {
    files.push_back({std::string(path), [make](std::string& out) { out += make(); }});
  };
  add(facts_schema_path, [&] { return facts_schema(site); });
  add(texts_schema_path, [&] { return texts_schema(site); });
  add(pair_schema_path, [&] { return pair_schema(site); });
  add("sitemap.xml", [&] { return sitemap(site, plan, comparer, shares); });
  add("robots.txt", [&] { return robots(site); });
  return files;
}

std::string sitemap(const Site& site, const Plan& plan, const Comparer& comparer, const PageShares& shares) {
  std::string xml =
      "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
      "<urlset xmlns=\"http://www.sitemaps.org/schemas/sitemap/0.9\">\n";
  for (std::size_t i = 0; i < plan.count(); ++i) {
    const PageId page = plan.page(i);
    if (page.kind == PageKind::not_found) continue;
    if (!shares.own(page)) continue;
    if (page.kind == PageKind::comparison && !comparer.offered(page.a, page.b)) continue;
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
