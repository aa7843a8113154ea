#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "compare/compare.h"
#include "page/comparer.h"
#include "page/locale_views.h"
#include "page/page_views.h"
#include "page/plan.h"
#include "page/shares.h"
#include "page/site.h"

namespace versus {

/// Makes the HTML pages: fills the view of each kind of page and renders its template. Safe from many threads
/// once made; what it is made from must outlive it.
class PageMaker {
 public:
  PageMaker(const Site& site, const Plan& plan, const Comparer& comparer, const PageShares& shares,
            const std::vector<LocaleTemplates>& templates, const std::vector<Asset>& assets);

  void render(const PageId& id, std::string& out) const;

 private:
  PageView page_view(const PageId& id) const;
  std::vector<CrumbView> crumbs(const PageId& id) const;
  bool indexed(const PageId& id) const;
  std::string headline(const PageId& id, const std::vector<CrumbView>& crumbs) const;
  Url picture(const PageId& id) const;
  std::size_t class_index(const CodeFacts& code) const;
  bool in_class(std::size_t response_class, std::size_t code) const;
  PairLinkView pair_link(std::size_t locale, std::size_t a, std::size_t b) const;
  Url local(const PageId& id) const;

  void add_steps(const PageId& id, ComparisonPage& view) const;
  void render_all_codes(const PageId& id, std::string& out) const;
  void render_code(const PageId& id, std::string& out) const;
  void render_comparison(const PageId& id, std::string& out) const;

  const Site& site_;
  const Plan& plan_;
  const Comparer& comparer_;
  const PageShares& shares_;
  const std::vector<LocaleTemplates>& templates_;
  std::vector<LocaleViews> views_;  ///< By index of the locale.
};

}  // namespace versus
