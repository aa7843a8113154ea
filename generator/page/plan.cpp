#include "page/plan.h"

#include <algorithm>
#include <array>

namespace versus {

namespace {

/// The kinds of which each locale has one page.
constexpr std::array singles = {PageKind::home, PageKind::all_codes, PageKind::matrix,
                                PageKind::copy, PageKind::not_found, PageKind::offline};

}  // namespace

Plan::Plan(const Site& site)
    : site_(&site),
      lists_{{{PageKind::plain, site.plain_pages.size()},
              {PageKind::response_class, site.registry.protocol.classes.size()},
              {PageKind::code, site.registry.codes.size()},
              {PageKind::historic, site.registry.historic.size()}}} {
  const std::size_t codes = site.registry.codes.size();
  per_locale_ = singles.size() + codes * (codes - (codes > 0 ? 1 : 0)) / 2;
  for (const List& list : lists_)
    per_locale_ += list.size;
}

PageId Plan::page(std::size_t index) const {
  PageId page{.kind = PageKind::home, .locale = index / per_locale_};
  std::size_t rest = index % per_locale_;
  if (rest < singles.size()) return page.kind = singles[rest], page;
  rest -= singles.size();
  for (const List& list : lists_) {
    page.kind = list.kind;
    if (rest < list.size) return page.a = rest, page;
    rest -= list.size;
  }
  page.kind = PageKind::comparison;
  // Row `a` of the triangle of pairs holds the codes above it.
  const std::size_t codes = site_->registry.codes.size();
  while (rest >= codes - 1 - page.a)
    rest -= codes - 1 - page.a++;
  page.b = page.a + 1 + rest;
  return page;
}

std::size_t Plan::index(const PageId& page) const {
  std::size_t index = page.locale * per_locale_;
  if (const auto* single = std::ranges::find(singles, page.kind); single != singles.end())
    return index + static_cast<std::size_t>(single - singles.begin());
  index += singles.size();
  for (const List& list : lists_) {
    if (list.kind == page.kind) return index + page.a;
    index += list.size;
  }
  const std::size_t codes = site_->registry.codes.size();
  const std::size_t rows = page.a * (codes - 1) - page.a * (page.a - 1) / 2;  // Pairs in the rows above.
  return index + rows + page.b - page.a - 1;
}

std::string Plan::address(const PageId& page) const {
  const Registry& registry = site_->registry;
  const std::string& locale = site_->locales.list[page.locale].id;
  const auto code = [&](std::size_t i) { return std::to_string(registry.codes[i].code.value); };
  if (page.kind == PageKind::copy) return "copy/" + registry.slug + "-" + locale + ".html";
  std::string address = page.locale == 0 ? "" : locale + "/";
  if (page.kind == PageKind::home) return address;
  if (page.kind == PageKind::not_found) return address + "404.html";
  if (page.kind == PageKind::offline) return address + "offline.html";
  if (page.kind == PageKind::plain) return address + site_->plain_pages[page.a] + "/";
  address += registry.slug + "/";
  switch (page.kind) {
    case PageKind::matrix:
      return address + "matrix/";
    case PageKind::response_class:
      return address + registry.protocol.classes[page.a].slug.value + "/";
    case PageKind::code:
      return address + code(page.a) + "/";
    case PageKind::historic:
      return address + std::to_string(registry.historic[page.a].code.value) + "/";
    case PageKind::comparison:
      return address + code(page.a).append(between_codes) + code(page.b) + "/";
    default:
      return address;
  }
}

std::string Plan::file(const PageId& page) const {
  const std::string at = address(page);
  return at.empty() || at.ends_with('/') ? at + "index.html" : at;
}

}  // namespace versus
