#include "page/plan.h"

namespace versus {

Plan::Plan(const Site& site) : site_(&site) {
  const std::size_t codes = site.registry.codes.size();
  const std::size_t pairs = codes * (codes - (codes > 0 ? 1 : 0)) / 2;
  per_locale_ = 3 + site.registry.protocol.classes.size() + codes + site.registry.historic.size() + pairs;
}

PageId Plan::page(std::size_t index) const {
  const std::size_t classes = site_->registry.protocol.classes.size();
  const std::size_t codes = site_->registry.codes.size();
  PageId page{.kind = PageKind::home, .locale = index / per_locale_};
  std::size_t rest = index % per_locale_;
  if (rest == 0) return page;
  if (rest == 1) return page.kind = PageKind::all_codes, page;
  if (rest == 2) return page.kind = PageKind::not_found, page;
  rest -= 3;
  page.kind = PageKind::response_class;
  if (rest < classes) return page.a = rest, page;
  rest -= classes;
  page.kind = PageKind::code;
  if (rest < codes) return page.a = rest, page;
  rest -= codes;
  page.kind = PageKind::historic;
  if (rest < site_->registry.historic.size()) return page.a = rest, page;
  rest -= site_->registry.historic.size();
  page.kind = PageKind::comparison;
  // Row `a` of the triangle of pairs holds the codes above it.
  while (rest >= codes - 1 - page.a)
    rest -= codes - 1 - page.a++;
  page.b = page.a + 1 + rest;
  return page;
}

std::size_t Plan::index(const PageId& page) const {
  const std::size_t classes = site_->registry.protocol.classes.size();
  const std::size_t codes = site_->registry.codes.size();
  const std::size_t first = page.locale * per_locale_;
  switch (page.kind) {
    case PageKind::home:
      return first;
    case PageKind::all_codes:
      return first + 1;
    case PageKind::not_found:
      return first + 2;
    case PageKind::response_class:
      return first + 3 + page.a;
    case PageKind::code:
      return first + 3 + classes + page.a;
    case PageKind::historic:
      return first + 3 + classes + codes + page.a;
    case PageKind::comparison:
      break;
  }
  const std::size_t rows = page.a * (codes - 1) - page.a * (page.a - 1) / 2;  // Pairs in the rows above.
  return first + 3 + classes + codes + site_->registry.historic.size() + rows + page.b - page.a - 1;
}

std::string Plan::address(const PageId& page) const {
  const Registry& registry = site_->registry;
  const auto code = [&](std::size_t i) { return std::to_string(registry.codes[i].code.value); };
  std::string address = page.locale == 0 ? "" : site_->locales.list[page.locale].id + "/";
  if (page.kind == PageKind::home) return address;
  if (page.kind == PageKind::not_found) return address + "404.html";
  address += registry.slug + "/";
  switch (page.kind) {
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
  return page.kind == PageKind::not_found ? at : at + "index.html";
}

}  // namespace versus
