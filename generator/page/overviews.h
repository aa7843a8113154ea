#pragma once

#include "page/comparer.h"
#include "page/locale_views.h"
#include "page/page_views.h"
#include "page/plan.h"
#include "page/site.h"

/// Pages on all codes or pairs at once.
namespace versus {

/// What the facts say of a code, with sources, in the words of a locale.
std::vector<FactView> fact_views(const Site& site, const Comparer& comparer, const LocaleViews& views,
                                 std::size_t locale, std::size_t code);

/// All pairs of codes of a locale by row and column; without the view that all pages have in common.
MatrixPage matrix_page(const Site& site, const Plan& plan, const Comparer& comparer, const LocaleViews& views,
                       std::size_t locale);

/// All codes and comparisons of a locale in one file; without the view that all pages have in common.
CopyPage copy_page(const Site& site, const Comparer& comparer, const LocaleViews& views, std::size_t locale);

/// What addresses there are; without the view that all pages have in common.
NotFoundPage not_found_page(const Site& site);

}  // namespace versus
