#pragma once

#include <set>
#include <string>
#include <vector>

#include "page/plan.h"
#include "page/site.h"
#include "page/views.h"
#include "template/template.h"

namespace versus {

/// The templates of one locale.
struct LocaleTemplates {
  Template home;
  Template all_codes;
  Template response_class;
  Template code;
  Template comparison;
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
  std::vector<CodeView> codes;           ///< By index of the code.
  std::vector<ClassView> classes;        ///< By index of the class.
  std::vector<ProseText> axes;           ///< Names of the axes.
  std::vector<std::vector<Html>> cells;  ///< By index of the code and of the axis.
};

/// Makes the views of a locale; `files` says where its pages stand.
LocaleViews make_views(const Site& site, const Plan& plan, std::size_t locale,
                       const LocaleTemplates& templates);

/// Name of a source in the words of a locale, such as "RFC 3261, section 21.4.24".
ProseText source_name(const Locale& locale, const SpecReference& reference);

/// Sources of one or two codes, each place once in the order of series, number and section, with what it
/// stands for.
std::vector<SourceView> source_list(const Site& site, const Locale& locale,
                                    const std::vector<const CodeFacts*>& codes);

}  // namespace versus
