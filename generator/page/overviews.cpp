#include "page/overviews.h"

#include <algorithm>
#include <string>

#include "page/items.h"

namespace versus {

namespace {

MatrixRowView matrix_row(const Site& site, const Plan& plan, const Comparer& comparer,
                         const LocaleViews& views, std::size_t locale, std::size_t row) {
  MatrixRowView view{&views.codes[row], {}};
  for (std::size_t column = 0; column < views.codes.size(); ++column) {
    const auto [a, b] = std::minmax(row, column);
    MatrixCellView& cell = view.cells.emplace_back();
    cell.a = views.codes[a].code;
    cell.b = views.codes[b].code;
    if (a == b) continue;
    cell.url = site.base.local(plan.address({PageKind::comparison, locale, a, b}));
    cell.kinship = enum_name(comparer.cls(a, b));
  }
  return view;
}

/// A file on somebody's disk has no site around it.
Html with_absolute_links(const Html& html, const BaseUrl& base) {
  std::string from = "href=\"";
  from += base.prefix();
  std::string to = "href=\"";
  to.append(base.origin()).append(base.prefix());
  Html result;
  std::size_t done = 0;
  for (std::size_t at = html.text.find(from); at != std::string::npos; at = html.text.find(from, done)) {
    result.text.append(html.text, done, at - done).append(to);
    done = at + from.size();
  }
  result.text.append(html.text, done);
  return result;
}

/// The texts of a list's objects, separated by spaces.
template <typename List, typename Text>
std::string joined(const List& list, const Text& text) {
  std::string all;
  for (const auto& item : list) {
    if (!all.empty()) all += ' ';
    all += text(item);
  }
  return all;
}

}  // namespace

std::vector<FactView> fact_views(const Site& site, const Comparer& comparer, const LocaleViews& views,
                                 std::size_t locale, std::size_t code) {
  std::vector<FactView> facts;
  for (std::size_t i = 0; i < axes().size(); ++i) {
    if (!comparer.says(code, i) || axes()[i].sources == nullptr) continue;
    FactView& fact = facts.emplace_back(FactView{&views.axes[i], &views.cells[code][i], {}});
    for (const SpecReference& source : axes()[i].sources(site.registry, site.registry.codes[code]))
      fact.sources.push_back(source_link(site, site.locales.list[locale], source));
  }
  return facts;
}

MatrixPage matrix_page(const Site& site, const Plan& plan, const Comparer& comparer, const LocaleViews& views,
                       std::size_t locale) {
  MatrixPage page;
  std::size_t row = 0;
  for (const ClassView& response_class : views.classes) {
    MatrixClassView& group = page.classes.emplace_back();
    group.response_class = &response_class;
    group.size = static_cast<int>(response_class.codes.size());
    for (const std::size_t end = row + response_class.codes.size(); row < end; ++row)
      group.rows.push_back(matrix_row(site, plan, comparer, views, locale, row));
  }
  return page;
}

CopyPage copy_page(const Site& site, const Comparer& comparer, const LocaleViews& views, std::size_t locale) {
  CopyPage page;
  page.classes = views.classes;
  for (std::size_t a = 0; a < views.codes.size(); ++a) {
    CopyCodeView& code = page.codes.emplace_back(CopyCodeView{&views.codes[a], {}});
    for (FactView& fact : fact_views(site, comparer, views, locale, a))
      code.facts.push_back({fact.axis, with_absolute_links(*fact.cell, site.base), std::move(fact.sources)});
    for (std::size_t b = a + 1; b < views.codes.size(); ++b)
      page.pairs.push_back({views.codes[a].code, views.codes[b].code, comparer.compare(locale, a, b)});
  }
  return page;
}

NotFoundPage not_found_page(const Site& site) {
  NotFoundPage page;
  page.protocol = site.registry.slug;
  const auto number = [](const auto& code) { return std::to_string(code.code.value); };
  page.codes = joined(site.registry.codes, number);
  page.historic = joined(site.registry.historic, number);
  page.locales =
      joined(std::span(site.locales.list).subspan(1), [](const Locale& locale) { return locale.id; });
  return page;
}

}  // namespace versus
