#pragma once

#include <cstddef>
#include <vector>

#include "page/site.h"
#include "page/views.h"

namespace versus {

/// Name of a place in the words of a locale, such as "RFC 3261, section 21.4.24".
ProseText source_name(const Locale& locale, const SpecReference& reference);

/// The places in specifications that the codes of a site rest on, in the words of one locale. Made once, so
/// that the list of a page is a merge of two sorted rows.
class SourceTable {
 public:
  SourceTable(const Site& site, const Locale& locale);

  /// Sources of one or two codes, by index: each place once, in the order of series, number and section, with
  /// what it stands for. The views point into the table.
  std::vector<SourceView> list(const std::vector<std::size_t>& codes) const;

 private:
  struct Place {
    ProseText name;
    Url url;
  };
  struct Use {
    std::size_t place = 0;
    std::vector<Topic> topics;  ///< Sorted.
    ProseText words;            ///< The topics as a list inside a line.
  };
  const Registry* registry_;
  std::string_view separator_;
  std::vector<Place> places_;           ///< In the order of a table of contents.
  std::vector<std::vector<Use>> uses_;  ///< By index of the code, in the order of the places.
};

}  // namespace versus
