#pragma once

#include <map>
#include <string>
#include <vector>

#include "locale/locale.h"
#include "registry/code_pair.h"
#include "registry/registry.h"
#include "yaml/shape.h"

namespace versus {

/// What was written by hand about one pair of codes, ready for pages.
struct PairProse {
  ProseText rule;    ///< Sentences: what separates the two.
  ProseText story;   ///< Sentences: how one comes to have both, and how to tell which it is.
  ProseText advice;  ///< Sentences: which to send, and what to do about each.
  std::string file;  ///< Path of the file that most of them are from.
};

/// The texts of one locale by pair, whose lower code comes first.
using LocalePairs = std::map<CodePair, PairProse>;

/// Loads `content/<slug>/pairs/<a>-<b>/<locale>.yaml` for every locale, by index of the locale. What a locale
/// lacks is there in the words of a fallback, marked with their language. That and a translation out of date
/// are warnings. Appends all translations.
std::vector<LocalePairs> load_pairs(const Sources& sources, const Registry& registry, const Locales& locales,
                                    std::vector<Translation>& translations, Diagnostics& diagnostics);

/// Shape of the texts of a pair; no key is required, because translations may lack any.
Shape pair_shape();

}  // namespace versus
