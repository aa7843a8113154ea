#pragma once

#include <string>
#include <vector>

#include "locale/locale.h"
#include "registry/registry.h"

namespace versus {

/// The texts of one code in one locale, ready for pages. What the locale lacks is there in the words of a
/// fallback, marked with their language.
struct CodeProse {
  ProseText gloss;      ///< Noun phrase: the reason phrase in the locale's words; empty where it needs none.
  ProseText topic;      ///< Noun phrase: what the code points to.
  ProseText means;      ///< Clause: "486 means that …".
  ProseText send_when;  ///< Clause: "Send 486 when …".
  ProseText description;              ///< Sentences.
  ProseText when_you_see_it;          ///< Sentences.
  std::vector<ProseText> how_to_fix;  ///< Sentences, the most likely cause first.
  std::string file;                   ///< Path of the file that most of them are from.
};

/// Texts of all codes, by index of the code in the registry. Views point into it.
using LocaleProse = std::vector<CodeProse>;

/// Loads `<locale>.yaml` of every code for every locale on `jobs` threads, by index of the locale. A text
/// that a locale lacks, or whose translation is out of date, is a warning; one that the source locale lacks
/// is an error. Appends all translations.
std::vector<LocaleProse> load_prose(const Sources& sources, const Registry& registry, const Locales& locales,
                                    unsigned jobs, std::vector<Translation>& translations,
                                    Diagnostics& diagnostics);

/// Shape of the texts of a code in a locale; none of them is required, since pages have those of the source.
Shape text_shape();

/// Shape of the texts of a code in a locale that lacks nothing: all that its pages show is required.
Shape complete_text_shape(const Locale& locale, const Registry& registry);

}  // namespace versus
