#include "page/locale_views.h"

#include <algorithm>

#include "page/data_files.h"
#include "page/describe_pages.h"
#include "page/flow_view.h"
#include "page/host_files.h"
#include "page/items.h"
#include "page/search_index.h"

namespace versus {

namespace {

ProseText condition_text(const Locale& locale, std::string_view condition) {
  return condition.empty() ? ProseText() : compose(locale, "condition." + std::string(condition));
}

TokenView token_view(const Site& site, const Locale& locale, const Plan& plan, std::size_t locale_index,
                     std::string_view axis, const CellToken& token) {
  switch (token.kind) {
    case CellToken::Kind::literal:
      return {.text = plain(token.text),
              .url = {},
              .condition = condition_text(locale, token.condition),
              .literal = true};
    case CellToken::Kind::cause: {
      ProseText cause = cause_text(locale, std::stoi(token.text));
      if (!token.condition.empty())
        cause = compose(locale, "gateway." + std::string(token.condition), {{"cause", std::move(cause)}});
      return {.text = std::move(cause), .url = {}, .condition = {}};
    }
    case CellToken::Kind::reference:
      return {.text = source_name(locale, token.reference),
              .url = Url::from(site.registry.address(token.reference)).value_or(Url()),
              .condition = {},
              .linked = true};
    case CellToken::Kind::response_class: {
      const auto& classes = site.registry.protocol.classes;
      std::size_t index = 0;
      while (classes[index].slug.value != token.text)
        ++index;
      return {.text = compose(
                  locale, "class.name_with_slug",
                  {{"slug", plain(token.text)}, {"name", compose(locale, "class." + token.text + ".name")}}),
              .url = site.base.local(plan.address({PageKind::response_class, locale_index, index, 0})),
              .condition = {},
              .linked = true};
    }
    case CellToken::Kind::label:
      break;
  }
  return {
      .text = compose(locale, "axis." + std::string(axis) + "." + token.text), .url = {}, .condition = {}};
}

/// A part that pages share; the line end that closes its file is not part of it.
template <typename View>
Html fragment(const Template& from, const View& view) {
  Html html;
  from.render(view, html.text);
  if (html.text.ends_with('\n')) html.text.pop_back();
  return html;
}

std::vector<Html> cell_row(const Site& site, const Plan& plan, std::size_t locale_index,
                           const CodeFacts& code, const LocaleTemplates& templates) {
  std::vector<Html> row;
  for (const Axis& axis : axes()) {
    const CellView view = cell_view(site, plan, locale_index, axis, code);
    row.push_back(fragment(templates.cell, CellPartial{&view}));
  }
  return row;
}

CodeView code_view(const Site& site, const Plan& plan, std::size_t locale_index, std::size_t index) {
  const Locale& locale = site.locales.list[locale_index];
  const CodeFacts& code = site.registry.codes[index];
  const CodeProse& prose = site.prose[locale_index][index];
  CodeView view;
  view.code = code.code.value;
  view.phrase = code.phrase.value;
  view.protocol_language = site.registry.protocol.language.text;
  view.gloss = prose.gloss;
  view.title = std::to_string(code.code.value) + " " + code.phrase.value;
  if (!prose.gloss.plain.empty()) {
    view.title =
        compose(locale, "code.name_with_gloss", {{"name", plain(view.title)}, {"gloss", prose.gloss}}).plain;
  }
  view.url = site.base.local(plan.address({PageKind::code, locale_index, index, 0}));
  view.edit_texts = edit_url(site.config, prose.file);
  view.edit_facts = edit_url(
      site.config, "content/" + site.registry.slug + "/codes/" + std::to_string(view.code) + "/facts.yaml");
  view.class_name = compose(locale, "class." + site.registry.class_of(code).slug.value + ".name");
  view.topic.text = &prose.topic;
  view.means.text = &prose.means;
  view.send_when.text = &prose.send_when;
  view.description.text = &prose.description;
  view.when_you_see_it.text = &prose.when_you_see_it;
  for (const ProseText& step : prose.how_to_fix)
    view.how_to_fix.push_back({&step});
  if (code.registered_phrase) view.registered_phrase = phrase(site, locale, code.registered_phrase->value);
  if (code.deprecated_by) {
    view.deprecated = true;
    view.deprecated_by = source_name(locale, *code.deprecated_by);
  }
  for (const FormerPhrase& former : code.former_phrases) {
    view.former_phrases.push_back({phrase(site, locale, former.phrase), source_name(locale, former.source)});
  }
  return view;
}

ClassView class_view(const Site& site, const Plan& plan, std::size_t locale_index, std::size_t index,
                     const std::vector<CodeView>& codes) {
  const Locale& locale = site.locales.list[locale_index];
  const ResponseClass& response_class = site.registry.protocol.classes[index];
  const std::string& slug = response_class.slug.value;
  ClassView view;
  view.slug = slug;
  view.phrase = phrase(site, locale, response_class.phrase);
  view.name = compose(locale, "class." + slug + ".name");
  if (view.phrase.language != nullptr) view.gloss = view.name;
  view.about = compose(locale, "class." + slug + ".about");
  view.url = site.base.local(plan.address({PageKind::response_class, locale_index, index, 0}));
  view.source = source_name(locale, response_class.source);
  view.source_url = Url::from(site.registry.address(response_class.source)).value_or(Url());
  for (const CodeView& code : codes) {
    if (code.code / 100 == response_class.digit())
      view.codes.push_back({code.code, code.url, &code.name, code.topic});
  }
  return view;
}

HistoricView historic_view(const Site& site, const Plan& plan, std::size_t locale_index, std::size_t index,
                           const std::vector<CodeView>& codes) {
  const Locale& locale = site.locales.list[locale_index];
  const HistoricCode& historic = site.registry.historic[index];
  HistoricView view{historic.code.value,
                    phrase(site, locale, historic.phrase),
                    site.base.local(plan.address({PageKind::historic, locale_index, index, 0})),
                    source_link(site, locale, historic.defined_in),
                    source_link(site, locale, historic.dropped_by),
                    {}};
  for (const Located<int>& other : historic.instead) {
    const CodeView& code = codes[site.registry.find(other.value)];
    view.instead.push_back({code.code, code.url, &code.name, code.topic});
  }
  return view;
}

PageView common_view(const Site& site, const Plan& plan, std::size_t locale_index) {
  const Locale& locale = site.locales.list[locale_index];
  const auto local = [&](PageKind kind) { return site.base.local(plan.address({kind, locale_index})); };
  PageView view;
  view.site_name = site.config.name;
  view.language = locale.language.tag;
  view.direction = locale.language.direction;
  view.root = site.base.local(plan.address({PageKind::home, 0}));
  view.home = local(PageKind::home);
  view.all_codes = local(PageKind::all_codes);
  view.matrix = local(PageKind::matrix);
  view.copy = local(PageKind::copy);
  view.offline = local(PageKind::offline);
  view.data = site.base.local(facts_path(site));
  view.search_index = site.base.local(search_index_path(locale));
  view.manifest = site.base.local(manifest_path(site, locale_index));
  view.edit_labels = edit_url(site.config, "locales/" + locale.id + ".yaml");
  return view;
}

}  // namespace

LocaleTemplates compile_templates(const Site& site, const Sources& sources, const Locale& locale,
                                  Addresses addresses, Used& used, Diagnostics& diagnostics) {
  const TemplateSet set(sources, "templates/", std::move(addresses));
  const auto compile = [&](std::string_view name, const Type& root) {
    return set.compile(name, root, locale.labels, used, diagnostics);
  };
  std::vector<Template> plain;
  for (const std::string& name : site.plain_pages)
    plain.push_back(compile("pages/" + name + ".html", *type_of<PlainPage>()));
  return {.home = compile("home.html", *type_of<HomePage>()),
          .all_codes = compile("all.html", *type_of<AllCodesPage>()),
          .matrix = compile("matrix.html", *type_of<MatrixPage>()),
          .copy = compile("copy.html", *type_of<CopyPage>()),
          .not_found = compile("404.html", *type_of<NotFoundPage>()),
          .offline = compile("offline.html", *type_of<OfflinePage>()),
          .plain = std::move(plain),
          .response_class = compile("class.html", *type_of<ClassPage>()),
          .code = compile("code.html", *type_of<CodePage>()),
          .comparison = compile("comparison.html", *type_of<ComparisonPage>()),
          .historic = compile("historic.html", *type_of<HistoricPage>()),
          .name = compile("partials/name.html", *type_of<CodePartial>()),
          .side = compile("partials/side.html", *type_of<SidePartial>()),
          .card = compile("partials/card.html", *type_of<CodePartial>()),
          .cell = compile("partials/cell.html", *type_of<CellPartial>())};
}

CellView cell_view(const Site& site, const Plan& plan, std::size_t locale, const Axis& axis,
                   const CodeFacts& code) {
  CellView view;
  Cell cell = axis.cell(site.registry, code);
  if (cell.empty()) cell.push_back({CellToken::Kind::label, "none", {}, {}});
  for (const CellToken& token : cell)
    view.items.push_back(token_view(site, site.locales.list[locale], plan, locale, axis.key, token));
  view.single = view.items.size() == 1;
  return view;
}

LocaleViews make_views(const Site& site, const Plan& plan, std::size_t locale,
                       const std::vector<Asset>& assets, const LocaleTemplates& templates) {
  LocaleViews views{.page = common_view(site, plan, locale),
                    .picture = {},
                    .class_pictures = {},
                    .codes = {},
                    .classes = {},
                    .historic = {},
                    .axes = {},
                    .cells = {},
                    .sources = SourceTable(site, site.locales.list[locale])};
  const auto picture = [&](std::string_view slug) {
    const Url url = asset_url(site, assets, share_picture_name(site.locales.list[locale], slug));
    return Url::from(url.text().empty() ? "" : std::string(site.base.origin()).append(url.text()))
        .value_or(Url());
  };
  views.picture = picture("");
  for (const ResponseClass& response_class : site.registry.protocol.classes)
    views.class_pictures.push_back(picture(response_class.slug.value));
  for (const Axis& axis : axes()) {
    views.axes.push_back(compose(site.locales.list[locale], "axis." + std::string(axis.key) + ".name"));
  }
  for (std::size_t i = 0; i < site.registry.codes.size(); ++i) {
    CodeView& view = views.codes.emplace_back(code_view(site, plan, locale, i));
    view.flow = flow_view(site, site.locales.list[locale], {&site.registry.codes[i]});
    view.message = example_response(site.registry.protocol.example, view.code,
                                    site.registry.codes[i].phrase.value, site.registry.codes[i].example);
    view.name = fragment(templates.name, CodePartial{&view});
    view.name_a = fragment(templates.side, SidePartial{&view, true});
    view.name_b = fragment(templates.side, SidePartial{&view, false});
    view.card = fragment(templates.card, CodePartial{&view});
    views.cells.push_back(cell_row(site, plan, locale, site.registry.codes[i], templates));
  }
  for (std::size_t i = 0; i < site.registry.protocol.classes.size(); ++i) {
    views.classes.push_back(class_view(site, plan, locale, i, views.codes));
  }
  for (std::size_t i = 0; i < site.registry.historic.size(); ++i)
    views.historic.push_back(historic_view(site, plan, locale, i, views.codes));
  return views;
}

}  // namespace versus
