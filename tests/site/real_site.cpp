#include "site/real_site.h"

#include <algorithm>
#include <stdexcept>

namespace real_site {

const std::vector<Language>& languages() {
  static const std::vector<Language> list = {
      {"",
       "en",
       {"en"},
       {"Description", "When You See It", "How to Fix", "Key Differences", "When to Use Which"}},
      {"ja/",
       "ja",
       {"ja"},
       {"説明", "このコードが表示される場合", "解決方法", "主な違い", "どちらをいつ使うか"}},
      {"pt/",
       "pt-BR",
       {"pt-BR", "pt"},
       {"Descrição", "Quando você o vê", "Como corrigir", "Diferenças principais", "Quando usar qual"}},
  };
  return list;
}

const Page* Site::page(std::string_view address) const {
  const auto found = std::ranges::find(pages, address, &Page::address);
  return found == pages.end() ? nullptr : &*found;
}

Site render(const std::string& base) {
  const versus::InputOptions options{.base_url = versus::BaseUrl::from(base), .jobs = 4};
  versus::test::BuiltSite built =
      versus::test::build_site(versus::test::read_site(VERSUS_SOURCE_DIR), options);
  if (!built.report.empty()) throw std::runtime_error(built.report);
  Site site{base, std::string(options.base_url->prefix()), std::move(built.files), {}};
  for (const auto& [path, bytes] : site.files) {
    if (!path.ends_with(".html")) continue;
    Page page{.path = path, .address = path, .root = dom::parse(bytes)};
    if (path.ends_with("index.html"))
      page.address.resize(path.size() - std::string_view("index.html").size());
    for (const Language& language : languages()) {
      if (path.starts_with(language.prefix)) page.language = &language;  // English has none, and comes first.
    }
    site.pages.push_back(std::move(page));
  }
  return site;
}

const Site& published() {
  static const Site site = render("https://versus.example/");
  return site;
}

void Problems::add(const Page& page, std::string_view what, std::string_view detail) {
  text_.append(page.path).append(": ").append(what);
  if (!detail.empty()) text_.append(": ").append(detail);
  text_ += '\n';
}

}  // namespace real_site
