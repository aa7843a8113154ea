#include "page/host_files.h"

#include "page/data_files.h"
#include "page/data_json.h"
#include "page/named_files.h"
#include "page/search_index.h"

namespace versus {

std::vector<HostFile> host_files(const Site& site, const Sources& sources, const Plan& plan,
                                 const Comparer& comparer, const PageShares& shares,
                                 const std::vector<Asset>& assets) {
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
  for (std::size_t i = 0; i < site.locales.list.size(); ++i) {
    add(manifest_path(site, i), [&, i] { return manifest(site, plan, i, assets); });
    add(search_index_path(site.locales.list[i]), [&, i] { return search_index(site, plan, i); });
  }
  for (const FileId id : sources.under(root_directory))
    add(sources[id].path().substr(root_directory.size()), [&sources, id] { return sources[id].text(); });
  return files;
}

std::string sitemap(const Site& site, const Plan& plan, const Comparer& comparer, const PageShares& shares) {
  std::string xml =
      "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
      "<urlset xmlns=\"http://www.sitemaps.org/schemas/sitemap/0.9\">\n";
  for (std::size_t i = 0; i < plan.count(); ++i) {
    const PageId page = plan.page(i);
    if (!is_public(page.kind)) continue;
    if (!shares.own(page)) continue;
    if (page.kind == PageKind::comparison && !comparer.offered(page.a, page.b)) continue;
    xml += "<url><loc>";
    escape_html(site.base.absolute(plan.address(page)).text(), xml);
    xml += "</loc></url>\n";
  }
  return xml + "</urlset>\n";
}

std::string manifest_path(const Site& site, std::size_t locale) {
  return (locale == 0 ? "" : site.locales.list[locale].id + "/") + "manifest.webmanifest";
}

std::string manifest(const Site& site, const Plan& plan, std::size_t locale_index,
                     const std::vector<Asset>& assets) {
  const Locale& locale = site.locales.list[locale_index];
  const std::string home(site.base.local(plan.address({PageKind::home, locale_index})).text());
  OrderedJson json = {{"id", home},
                      {"name", site.config.name},
                      {"short_name", site.config.name},
                      {"lang", locale.language.tag},
                      {"dir", locale.language.direction},
                      {"start_url", home},
                      {"scope", home},
                      {"display", "minimal-ui"},
                      {"icons", OrderedJson::array()}};
  for (const ManifestIcon& icon : manifest_icons) {
    const Url url = asset_url(site, assets, icon.name);
    if (url.text().empty()) continue;
    const std::string size = std::to_string(icon.size);
    json["icons"].push_back({{"src", url.text()}, {"sizes", size + "x" + size}, {"type", "image/png"}});
    if (icon.maskable) json["icons"].back()["purpose"] = "maskable";
  }
  return json.dump(1) + '\n';
}

std::string robots(const Site& site) {
  return "User-agent: *\nAllow: /\n\nSitemap: " + std::string(site.base.absolute("sitemap.xml").text()) +
         "\n";
}

}  // namespace versus
