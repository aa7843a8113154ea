#pragma once

#include <string>
#include <vector>

#include "compare/compare.h"
#include "page/assets.h"
#include "page/plan.h"
#include "page/site.h"
#include "page/sources.h"
#include "page/views.h"
#include "template/template.h"

namespace versus {

/// The templates of one locale.
struct LocaleTemplates {
  Template home;
  Template all_codes;
  Template matrix;
  Template copy;
  Template not_found;
  Template offline;
  std::vector<Template> plain;  ///< By index of the page.
  Template response_class;
  Template code;
  Template comparison;
  Template historic;
  Template name;
  Template side;
  Template card;
  Template cell;
};

/// Compiles all templates for a locale; adds what they name to `used`.
LocaleTemplates compile_templates(const Site& site, const Sources& sources, const Locale& locale,
                                  Addresses addresses, Used& used, Diagnostics& diagnostics);

/// What the pages of one locale share: each code, class and cell as a page shows it, made once.
struct LocaleViews {
  PageView page;                         ///< What all pages have in common.
  Url picture;                           ///< Stands for pages where they are shared; may be empty.
  std::vector<Url> class_pictures;       ///< The same by index of the class.
  std::vector<CodeView> codes;           ///< By index of the code.
  std::vector<ClassView> classes;        ///< By index of the class.
  std::vector<HistoricView> historic;    ///< By index of the historic code.
  std::vector<ProseText> axes;           ///< Names of the axes.
  std::vector<std::vector<Html>> cells;  ///< By index of the code and of the axis.
  SourceTable sources;
};

/// What an axis says of a code in the words of a locale; where the facts say nothing, its words for that.
CellView cell_view(const Site& site, const Plan& plan, std::size_t locale, const Axis& axis,
                   const CodeFacts& code);

LocaleViews make_views(const Site& site, const Plan& plan, std::size_t locale,
                       const std::vector<Asset>& assets, const LocaleTemplates& templates);

}  // namespace versus
