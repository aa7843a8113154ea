#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "page/site.h"

namespace versus {

enum class PageKind { home, all_codes, response_class, code, historic, comparison, not_found };

/// What stands between the codes of a pair in its address.
inline constexpr std::string_view between_codes = "-vs-";

/// One page: its kind, the index of its locale, and of what it is about: `a` counts classes, codes or
/// historic codes, `b` codes.
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
  const Site* site_;
  std::size_t per_locale_ = 0;
};

}  // namespace versus
