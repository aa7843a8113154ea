#pragma once

#include "page/plan.h"
#include "page/site.h"
#include "page/views.h"

namespace versus {

/// What a page is and where it stands, for search engines: JSON-LD in the words of schema.org (version 29), a
/// graph of the page and its breadcrumbs. Address, headline, picture and crumbs of the view are to be there.
Json linked_data(const Site& site, const PageId& page, const PageView& view);

}  // namespace versus
