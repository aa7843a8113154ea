#pragma once

#include "page/comparer.h"
#include "page/locale_views.h"
#include "page/plan.h"
#include "page/site.h"
#include "page/page_views.h"

/// Pages on all codes or pairs at once.
namespace versus {

/// What the facts say of a code, with sources, in the words of a locale.
std::vector<FactView> fact_views(const Site& site, const Comparer& comparer, const LocaleViews& views,
                                 std::size_t locale, std::size_t code);

MatrixPage matrix_page(const Site& site, const Plan& plan, const Comparer& comparer, const LocaleViews& views,
                       std::size_t locale);

CopyPage copy_page(const Site& site, const Comparer& comparer, const LocaleViews& views, std::size_t locale);

NotFoundPage not_found_page(const Site& site);

}  // namespace versus
