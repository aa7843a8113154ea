#pragma once

#include <set>
#include <string>
#include <vector>

#include "compare/compare.h"
#include "page/plan.h"
#include "page/site.h"
#include "page/sources.h"
#include "page/views.h"
#include "template/template.h"

namespace versus {

/// A file of `templates/assets/`, published under a name that holds a hash of its bytes, so that hosts can
/// have it cached for ever.
struct Asset {
  std::string name;  ///< As in `templates/assets/`.
  std::string path;  ///< Relative to the site.
  std::string_view text;
};

/// The templates of one locale.
struct LocaleTemplates {
  Template home;
  Template all_codes;
  Template response_class;
  Template code;
  Template comparison;
  Template historic;
  Template not_found;
  Template name;
  Template card;
  Template cell;
};

/// Compiles all templates for a locale; adds the labels they show to `used_labels`.
LocaleTemplates compile_templates(const Sources& sources, const Locale& locale,
                                  std::set<std::string>& used_labels, Diagnostics& diagnostics);

/// What the pages of one locale share: each code, class and cell as a page shows it, made once.
struct LocaleViews {
  PageView page;                         ///< What all pages have in common.
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
