#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>
#include <vector>

#include "page/plan.h"

namespace versus {

/// Letters of a page's `<main>`, or of its whole body where it has none, and those of them in another
/// language than the page's: inside an element with another `lang`, but for names that are not translated
/// (`translate="no"`).
struct LetterCount {
  std::size_t all = 0;
  std::size_t foreign = 0;

  /// Foreign letters in percent, rounded up.
  int percent() const;
};

/// Counts in a page that templates made; characters of text other than white space are its letters.
LetterCount count_letters(std::string_view html, std::string_view language);

/// How much of each page is in the words of a fallback. Pages of locales that lack nothing are not looked at.
class PageShares {
 public:
  /// `lacking` tells by index of the locale whether it lacks anything; `offered_from` is the percentage of
  /// its own language from which a page is offered as its version in that language.
  PageShares(const Plan& plan, const std::vector<bool>& lacking, int offered_from);

  /// The pages to be measured, by their index in the plan.
  const std::vector<std::size_t>& open() const { return open_; }
  void set(std::size_t index, int percent) { percent_[index] = static_cast<std::uint8_t>(percent); }

  /// What of a page is in another language, in percent.
  int percent(const PageId& page) const;

  /// True if enough of a page is in its own language.
  bool own(const PageId& page) const { return 100 - percent(page) >= offered_from_; }

 private:
  const Plan& plan_;
  int offered_from_;
  std::vector<std::size_t> open_;
  std::vector<std::uint8_t> percent_;  ///< By index of the page; empty if no locale lacks anything.
};

}  // namespace versus
