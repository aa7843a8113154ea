#pragma once

#include <array>
#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "page/site.h"

namespace versus {

enum class PageKind {
  home,
  all_codes,
  matrix,     ///< All comparisons in one table.
  copy,       ///< Everything in one file, to be kept.
  not_found,  ///< What hosts send for addresses that do not exist.
  offline,    ///< What browsers show of pages that they cannot reach.
  plain,      ///< A file of `templates/pages/`.
  response_class,
  code,
  historic,
  comparison
};

/// False for pages that no search engine is told of, whatever they say.
constexpr bool is_public(PageKind kind) {
  return kind != PageKind::copy && kind != PageKind::not_found && kind != PageKind::offline;
}

/// What stands between the codes of a pair in its address.
inline constexpr std::string_view between_codes = "-vs-";

/// One page: its kind, the index of its locale, and of what it is about: `a` counts plain pages, classes,
/// codes or historic codes, `b` codes.
struct PageId {
  PageKind kind = PageKind::home;
  std::size_t locale = 0;
  std::size_t a = 0;
  std::size_t b = 0;
};

/// All pages of a site by index, in memory proportional to the number of codes, not of pairs.
class Plan {
 public:
  explicit Plan(const Site& site);

  std::size_t count() const { return per_locale_ * site_->locales.list.size(); }
  PageId page(std::size_t index) const;

  /// The opposite of `page`.
  std::size_t index(const PageId& page) const;

  /// Address relative to the site: `sip/480-vs-486/`, `ja/sip/486/`, `404.html`.
  std::string address(const PageId& page) const;

  /// File that holds the page.
  std::string file(const PageId& page) const;

 private:
  /// A kind of which each locale has a page for each of a number of things.
  struct List {
    PageKind kind;
    std::size_t size;
  };

  const Site* site_;
  std::array<List, 4> lists_;
  std::size_t per_locale_ = 0;
};

}  // namespace versus
