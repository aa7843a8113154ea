#pragma once

#include <cstddef>
#include <string>
#include <string_view>

#include "page/plan.h"
#include "page/site.h"

namespace versus {

/// Labels whose keys begin so are shown by scripts, which find them in the search index.
inline constexpr std::string_view script_labels = "script.";

/// With this the names of the indexes begin, as those of other data files do with the protocol's.
inline constexpr std::string_view search_index_name = "search";

/// Path of the index relative to the site. It has no hash of its bytes: else a text that changes would change
/// every page of its language, since all of them name the index.
std::string search_index_path(const Locale& locale);

/// What scripts search, as JSON: for each code of the site its address, its names, header fields, Q.850
/// causes, the codes it is confused with and its texts, all in the words of a locale; how addresses of
/// comparisons are made; and the labels that scripts show.
std::string search_index(const Site& site, const Plan& plan, std::size_t locale);

}  // namespace versus
