#include "page/page_maker.h"

#include <algorithm>

#include "page/code_page.h"
#include "page/describe.h"
#include "page/flow_view.h"
#include "page/items.h"

namespace versus {

namespace {

/// The lines of a message, each marked if the other message does not have it.
std::vector<MessageLineView> marked_lines(const std::vector<std::string>& own,
                                          const std::vector<std::string>& other) {
  std::vector<MessageLineView> lines;
  for (const std::string& line : own)
    lines.push_back({line, !line.empty() && std::ranges::count(other, line) == 0});
  return lines;
}

}  // namespace

PageMaker::PageMaker(const Site& site, const Plan& plan, const Comparer& comparer, const PageShares& shares,
                     const std::vector<LocaleTemplates>& templates, const std::vector<Asset>& assets)
    : site_(site), plan_(plan), comparer_(comparer), shares_(shares), templates_(templates) {
  for (std::size_t i = 0; i < site.locales.list.size(); ++i) {
    views_.push_back(make_views(site, plan, i, assets, templates[i]));
  }
}

Url PageMaker::local(const PageId& id) const {
  return site_.base.local(plan_.address(id));
}

bool PageMaker::in_class(std::size_t response_class, std::size_t code) const {
  return site_.registry.codes[code].code.value / 100 ==
         site_.registry.protocol.classes[response_class].digit();
}

bool PageMaker::indexed(const PageId& id) const {
  if (id.kind == PageKind::comparison) return comparer_.offered(id.a, id.b);
  return id.kind != PageKind::not_found;
}

PairLinkView PageMaker::pair_link(std::size_t locale, std::size_t a, std::size_t b) const {
  if (a > b) std::swap(a, b);
  return {site_.registry.codes[a].code.value, site_.registry.codes[b].code.value,
          local({PageKind::comparison, locale, a, b})};
}

std::vector<CrumbView> PageMaker::crumbs(const PageId& id) const {
  std::vector<CrumbView> crumbs;
  if (id.kind == PageKind::home || id.kind == PageKind::not_found) return crumbs;
  const Registry& registry = site_.registry;
  const auto add = [&](ProseText name, const PageId& page) {
    crumbs.push_back({std::move(name), local(page)});
  };
  add(plain(registry.protocol.name), {PageKind::all_codes, id.locale});
  if (id.kind == PageKind::response_class) {
    add(plain(registry.protocol.classes[id.a].slug.value), id);
  } else if (id.kind == PageKind::code) {
    const ResponseClass& response_class = registry.class_of(registry.codes[id.a]);
    const auto index = static_cast<std::size_t>(&response_class - registry.protocol.classes.data());
    add(plain(response_class.slug.value), {PageKind::response_class, id.locale, index});
    add(plain(std::to_string(registry.codes[id.a].code.value)), id);
  } else if (id.kind == PageKind::historic) {
    add(plain(std::to_string(registry.historic[id.a].code.value)), id);
  } else if (id.kind == PageKind::comparison) {
    const PairLinkView pair = pair_link(id.locale, id.a, id.b);
    add(compose(site_.locales.list[id.locale], "comparison.heading_link",
                {{"a", plain(std::to_string(pair.a))}, {"b", plain(std::to_string(pair.b))}}),
        id);
  }
  crumbs.back().current = true;
  return crumbs;
}

PageView PageMaker::page_view(const PageId& id) const {
  const std::vector<Locale>& locales = site_.locales.list;
  PageView view = views_[id.locale].page;
  PageId source = id;
  source.locale = 0;
  const bool offered = shares_.own(id);
  view.canonical = site_.base.absolute(plan_.address(offered ? id : source));
  view.indexed = indexed(id);
  view.foreign = shares_.percent(id);
  view.untranslated = view.foreign > 0;
  view.crumbs = crumbs(id);
  PageId other = id;
  for (other.locale = 0; other.locale < locales.size(); ++other.locale) {
    const Locale& locale = locales[other.locale];
    const std::string address = plan_.address(other);
    for (const Located<std::string>& tag : locale.hreflang) {
      if (offered && shares_.own(other)) view.alternates.push_back({tag.value, site_.base.absolute(address)});
    }
    view.languages.push_back(
        {locale.name, locale.language.tag, site_.base.local(address), other.locale == id.locale});
  }
  if (offered) view.alternates.push_back({"x-default", site_.base.absolute(plan_.address(source))});
  return view;
}

void PageMaker::render(const PageId& id, std::string& out) const {
  const LocaleTemplates& templates = templates_[id.locale];
  switch (id.kind) {
    case PageKind::home:
      return templates.home.render(HomePage{page_view(id), views_[id.locale].classes}, out);
    case PageKind::all_codes:
      return render_all_codes(id, out);
    case PageKind::response_class:
      return templates.response_class.render(ClassPage{page_view(id), &views_[id.locale].classes[id.a]}, out);
    case PageKind::code:
      return render_code(id, out);
    case PageKind::comparison:
      return render_comparison(id, out);
    case PageKind::historic:
      return templates.historic.render(HistoricPage{page_view(id), &views_[id.locale].historic[id.a]}, out);
    case PageKind::not_found:
      return templates.not_found.render(NotFoundPage{page_view(id)}, out);
  }
}

void PageMaker::render_all_codes(const PageId& id, std::string& out) const {
  AllCodesPage view;
  view.page = page_view(id);
  if (const auto& registry = site_.registry.protocol.registry) {
    view.registry = {phrase(site_, site_.locales.list[id.locale], registry->name.value),
                     Url::from(registry->address).value_or(Url())};
    view.registry_date = registry->retrieved.text;
  }
  view.classes = views_[id.locale].classes;
  view.historic = views_[id.locale].historic;
  templates_[id.locale].all_codes.render(view, out);
}

void PageMaker::render_code(const PageId& id, std::string& out) const {
  const LocaleViews& views = views_[id.locale];
  const Locale& locale = site_.locales.list[id.locale];
  const CodeFacts& code = site_.registry.codes[id.a];
  CodePage view;
  view.page = page_view(id);
  view.code = &views.codes[id.a];
  for (std::size_t i = 0; i < axes().size(); ++i) {
    if (!comparer_.says(id.a, i) || axes()[i].sources == nullptr) continue;
    FactView& fact = view.facts.emplace_back(FactView{&views.axes[i], &views.cells[id.a][i], {}});
    for (const SpecReference& source : axes()[i].sources(site_.registry, code))
      fact.sources.push_back(source_link(site_, locale, source));
  }
  add_detail(site_, locale, code, view);
  const auto link = [&](std::size_t i) {
    return CodeLinkView{views.codes[i].url, &views.codes[i].name, views.codes[i].topic};
  };
  for (const std::size_t i : confused_with(site_.registry, id.a)) {
    view.confused.push_back(link(i));
    view.confused.back().url = pair_link(id.locale, id.a, i).url;
  }
  const ResponseClass& response_class = site_.registry.class_of(code);
  const auto class_index = static_cast<std::size_t>(&response_class - site_.registry.protocol.classes.data());
  view.response_class = &views.classes[class_index];
  if (id.a > 0 && in_class(class_index, id.a - 1)) view.neighbours.push_back(link(id.a - 1));
  if (id.a + 1 < views.codes.size() && in_class(class_index, id.a + 1))
    view.neighbours.push_back(link(id.a + 1));
  for (std::size_t i = 0; i < views.codes.size(); ++i) {
    if (i != id.a) view.pairs.push_back(pair_link(id.locale, id.a, i));
  }
  view.sources = views.sources.list({id.a});
  templates_[id.locale].code.render(view, out);
}

void PageMaker::render_comparison(const PageId& id, std::string& out) const {
  const LocaleViews& views = views_[id.locale];
  ComparisonPage view;
  view.page = page_view(id);
  view.a = &views.codes[id.a];
  view.b = &views.codes[id.b];
  view.pair = comparer_.compare(id.locale, id.a, id.b);
  for (std::size_t i = 0; i < axes().size(); ++i) {
    if (!comparer_.says(id.a, i) && !comparer_.says(id.b, i)) continue;
    // An empty cell and one that says so in a fact read alike: then there is no difference to show.
    const Html& a_cell = views.cells[id.a][i];
    const Html& b_cell = views.cells[id.b][i];
    (a_cell.text == b_cell.text ? view.shared : view.differences)
        .push_back({&views.axes[i], &a_cell, &b_cell});
  }
  const CodeFacts& code_a = site_.registry.codes[id.a];
  const CodeFacts& code_b = site_.registry.codes[id.b];
  if (same_steps(code_a.flow, code_b.flow)) {
    view.one_flow = true;
    view.flow = flow_view(site_, site_.locales.list[id.locale], {&code_a, &code_b});
  }
  view.message_a = marked_lines(view.a->message, view.b->message);
  view.message_b = marked_lines(view.b->message, view.a->message);
  for (const CodePair& pair : comparer_.related(id.a, id.b)) {
    const std::size_t other = pair.a == id.a || pair.a == id.b ? pair.b : pair.a;
    auto entry = std::ranges::find(view.related, views.codes[other].code, &RelatedView::code);
    if (entry == view.related.end())
      entry = view.related.insert(entry, {views.codes[other].code, views.codes[other].topic, {}});
    entry->pairs.push_back(pair_link(id.locale, pair.a, pair.b));
  }
  view.sources = views.sources.list({id.a, id.b});
  templates_[id.locale].comparison.render(view, out);
}

}  // namespace versus
