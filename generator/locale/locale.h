#pragma once

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "locale/terms.h"
#include "locale/translation.h"
#include "template/message.h"
#include "template/value.h"
#include "yaml/shape.h"

namespace versus {

enum class Direction { ltr, rtl };

/// Choices of a language that texts are checked against and composed with.
struct Typography {
  bool capital = false;                   ///< Sentences begin with a capital letter, clauses do not.
  std::vector<std::string> sentence_end;  ///< What a sentence ends with, such as `.` or `。`.
  std::vector<std::string> openers;       ///< Words that the frame around a clause supplies, such as `that`.
  std::string list_separator;             ///< Between the items of a list inside a line.
};

/// One label file, `locales/<id>.yaml`.
struct Locale {
  std::string id;   ///< Name of the label file and of the prose files; where it is not the source locale's,
                    ///< also the first part of the addresses.
  std::string tag;  ///< BCP 47.
  std::vector<Located<std::string>> hreflang;  ///< Tags under which search engines are offered the pages.
  std::string name;                            ///< The language's own name for itself.
  Language language;                           ///< For texts of this locale on a page in another language.
  Typography typography;
  std::optional<Located<std::string>> fallback;  ///< Name of the label file that stands in first.
  std::vector<std::size_t> fallbacks;  ///< Indexes of the locales whose texts stand in for what this one
                                       ///< lacks, in turn; the last one is the source locale, which has none.
  MessageTable labels;                 ///< Every label of the source locale, in the words that stand in for
                                       ///< it where this language lacks it.
  std::map<std::string, Located<std::string>> own_labels;  ///< As they stand in the file.
  Span labels_at;                                          ///< Where the file begins to list them.
  Stamps stamps;
  TermLint terms;     ///< Words that the texts of this locale must not use.
  bool sound = true;  ///< False if the labels have mistakes: no template can be checked against them.

  /// True if at least some labels could be read.
  bool has_labels() const { return sound || !own_labels.empty(); }
};

/// The locales of a site: the source locale first, the others by id. Must not be copied: texts point into it.
struct Locales {
  std::vector<Locale> list;

  const Locale& source() const { return list.front(); }
};

/// Loads `locales/*.yaml` and checks each against the source locale, both ways. A label that only the source
/// locale has, or whose translation is out of date, is a warning; all go into `translations`. Files with
/// mistakes are taken as far as they can be read, so that texts can be checked in the same run; a source
/// locale without a file has no labels.
Locales load_locales(const Sources& sources, const std::string& source_id,
                     std::vector<Translation>& translations, Diagnostics& diagnostics);

/// Shape of a label file.
Shape labels_shape();

}  // namespace versus
