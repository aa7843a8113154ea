#pragma once

#include <cstddef>
#include <vector>

#include "compare/kinship.h"
#include "compare/tell_apart.h"
#include "page/labels.h"
#include "page/views.h"

namespace versus {

/// The causes of Q.850 that an implementation makes of a code.
struct CodeCauses {
  ProseText list;
  bool departs = false;  ///< The specifications name a cause, and there are others.
};

/// Those who say what becomes of responses, in the words of one locale.
struct Authorities {
  LinkView fork;                                ///< The specification on forking.
  std::vector<LinkView> forks;                  ///< Of each implementation, by index.
  std::vector<LinkView> to_causes;              ///< Likewise.
  std::vector<std::vector<CodeCauses>> causes;  ///< By index of the implementation and of the code.
};

/// Compares the codes of a site in the words of its locales, for pages and for data. Safe from many threads
/// once made; the site must outlive it.
class Comparer {
 public:
  explicit Comparer(const Site& site);

  /// What is to be said of two codes, the lower one first.
  PairView compare(std::size_t locale, std::size_t a, std::size_t b) const;

  /// False if the facts of a code say nothing on an axis, for which its cell may have words.
  bool says(std::size_t code, std::size_t axis) const { return says_[code][axis]; }

  PairClass cls(std::size_t a, std::size_t b) const { return kinships_.cls(a, b); }

  /// Why the two belong together, as far as the facts tell.
  Kinship kinship(std::size_t a, std::size_t b) const { return kinships_.of(a, b); }

  /// True if the site offers the comparison to search engines.
  bool offered(std::size_t a, std::size_t b) const;

  /// The comparisons that a reader of this one goes to next, the nearest first.
  std::vector<CodePair> related(std::size_t a, std::size_t b) const;

 private:
  const Site& site_;
  Kinships kinships_;
  Observer observer_;
  std::vector<Authorities> authorities_;  ///< By index of the locale.
  std::vector<std::vector<bool>> says_;   ///< By index of the code and of the axis.
};

/// Labels for what only comparisons show; those that this registry's pairs can show are required.
void add_comparison_labels(const Registry& registry, std::vector<ProgramLabel>& labels);

}  // namespace versus
