#include "page/page_maker.h"

#include <algorithm>

#include "page/code_page.h"
#include "page/describe_pages.h"
#include "page/linked_data.h"
#include "page/overviews.h"

namespace versus {

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
  return is_public(id.kind);
}

PairLinkView PageMaker::pair_link(std::size_t locale, std::size_t a, std::size_t b) const {
  if (a > b) std::swap(a, b);
  return {site_.registry.codes[a].code.value, site_.registry.codes[b].code.value,
          local({PageKind::comparison, locale, a, b})};
}

std::vector<CrumbView> PageMaker::crumbs(const PageId& id) const {
  std::vector<CrumbView> crumbs;
  if (id.kind == PageKind::home || !is_public(id.kind)) return crumbs;
  const Registry& registry = site_.registry;
  const auto add = [&](ProseText name, const PageId& page) {
    crumbs.push_back({std::move(name), local(page)});
  };
  const Locale& locale = site_.locales.list[id.locale];
  if (id.kind == PageKind::plain) {
    add(word(locale, "pages", site_.plain_pages[id.a]), id);
    crumbs.back().current = true;
    return crumbs;
  }
  add(plain(registry.protocol.name), {PageKind::all_codes, id.locale});
  if (id.kind == PageKind::matrix) {
    add(word(locale, "matrix", "name"), id);
  } else if (id.kind == PageKind::response_class) {
    add(plain(registry.protocol.classes[id.a].slug.value), id);
  } else if (id.kind == PageKind::code) {
    const std::size_t index = class_index(registry.codes[id.a]);
    add(plain(registry.protocol.classes[index].slug.value), {PageKind::response_class, id.locale, index});
    add(plain(std::to_string(registry.codes[id.a].code.value)), id);
  } else if (id.kind == PageKind::historic) {
    add(plain(std::to_string(registry.historic[id.a].code.value)), id);
  } else if (id.kind == PageKind::comparison) {
    const PairLinkView pair = pair_link(id.locale, id.a, id.b);
    add(compose(locale, "comparison.heading_link",
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
  if (!is_public(id.kind)) return view;
  view.headline = headline(id, view.crumbs);
  view.picture = picture(id);
  if (offered) view.linked_data = linked_data(site_, id, view);
  return view;
}

std::string PageMaker::headline(const PageId& id, const std::vector<CrumbView>& crumbs) const {
  const Locale& locale = site_.locales.list[id.locale];
  const LocaleViews& views = views_[id.locale];
  const auto label = [&](std::string_view key) { return compose(locale, key).plain; };
  switch (id.kind) {
    case PageKind::home:
      return label("home.title");
    case PageKind::all_codes:
      return label("all.title");
    case PageKind::matrix:
    case PageKind::plain:
      return crumbs.back().name.plain;
    case PageKind::response_class:
      return compose(locale, "class.name_with_slug",
                     {{"slug", plain(views.classes[id.a].slug)}, {"name", views.classes[id.a].name}})
          .plain;
    case PageKind::code:
      return views.codes[id.a].title;
    case PageKind::historic:
      return std::to_string(views.historic[id.a].code) + ' ' + views.historic[id.a].phrase.plain;
    case PageKind::comparison:
      return compose(locale, "comparison.title",
                     {{"a", plain(views.codes[id.a].title)}, {"b", plain(views.codes[id.b].title)}})
          .plain;
    default:
      return {};
  }
}

Url PageMaker::picture(const PageId& id) const {
  const LocaleViews& views = views_[id.locale];
  const Url* picture = &views.picture;
  const auto of_class = [&](std::size_t code) {
    return &views.class_pictures[class_index(site_.registry.codes[code])];
  };
  if (id.kind == PageKind::response_class) picture = &views.class_pictures[id.a];
  if (id.kind == PageKind::code) picture = of_class(id.a);
  if (id.kind == PageKind::comparison && of_class(id.a) == of_class(id.b)) picture = of_class(id.a);
  return picture->text().empty() ? views.picture : *picture;
}

std::size_t PageMaker::class_index(const CodeFacts& code) const {
  return static_cast<std::size_t>(&site_.registry.class_of(code) - site_.registry.protocol.classes.data());
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
    case PageKind::matrix: {
      MatrixPage view = matrix_page(site_, plan_, comparer_, views_[id.locale], id.locale);
      view.page = page_view(id);
      return templates.matrix.render(view, out);
    }
    case PageKind::copy: {
      CopyPage view = copy_page(site_, comparer_, views_[id.locale], id.locale);
      view.page = page_view(id);
      view.page.canonical = site_.base.absolute(plan_.address({PageKind::home, id.locale}));
      return templates.copy.render(view, out);
    }
    case PageKind::not_found: {
      NotFoundPage view = not_found_page(site_);
      view.page = page_view(id);
      return templates.not_found.render(view, out);
    }
    case PageKind::offline:
      return templates.offline.render(OfflinePage{page_view(id)}, out);
    case PageKind::plain:
      return templates.plain[id.a].render(PlainPage{page_view(id)}, out);
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
  view.facts = fact_views(site_, comparer_, views, id.locale, id.a);
  add_detail(site_, locale, code, view);
  const auto link = [&](std::size_t i) {
    return CodeLinkView{views.codes[i].code, views.codes[i].url, &views.codes[i].name, views.codes[i].topic};
  };
  for (const std::size_t i : confused_with(site_.registry, id.a)) {
    view.confused.push_back(link(i));
    view.confused.back().url = pair_link(id.locale, id.a, i).url;
  }
  const std::size_t index = class_index(code);
  view.response_class = &views.classes[index];
  if (id.a > 0 && in_class(index, id.a - 1)) view.neighbours.push_back(link(id.a - 1));
  if (id.a + 1 < views.codes.size() && in_class(index, id.a + 1)) view.neighbours.push_back(link(id.a + 1));
  for (std::size_t i = 0; i < views.codes.size(); ++i) {
    if (i != id.a) view.pairs.push_back(pair_link(id.locale, id.a, i));
  }
  view.sources = views.sources.list({id.a});
  templates_[id.locale].code.render(view, out);
}

}  // namespace versus
