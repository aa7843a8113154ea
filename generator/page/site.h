#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "compare/kinship.h"
#include "locale/locale.h"
#include "locale/pairs.h"
#include "locale/prose.h"
#include "page/address.h"
#include "registry/registry.h"

namespace versus {

/// The least share of texts that a locale must have in present translations.
struct LeastTranslated {
  Located<std::string> locale;
  int percent = 0;
};

/// What the site asks of translations.
struct TranslationRules {
  int offered_from = 0;  ///< Percent of a page in its own language from which search engines are told of it.
  std::vector<LeastTranslated> least;
};

/// `content/site.yaml`.
struct SiteConfig {
  std::string name;
  Located<std::string> base_url;
  Located<std::string> source_locale;    ///< Name of the label file whose language the others translate.
  Located<std::string> protocol;         ///< Directory below `content/`, and first part of the addresses.
  std::vector<PairClass> indexed_pairs;  ///< Classes of comparisons that are offered to search engines.
  TranslationRules translations;
  std::optional<Located<std::string>>
      edit_address;  ///< Where a reader edits a file: `{path}` becomes its path.
};

/// Everything a site says, loaded and checked. Must not be moved once pages are made from it: their views
/// point into it.
struct Site {
  SiteConfig config;
  BaseUrl base;
  Registry registry;
  Locales locales;
  Language phrase_language;               ///< Of reason phrases and names of classes.
  std::vector<LocaleProse> prose;         ///< By index of the locale.
  std::vector<LocalePairs> pairs;         ///< By index of the locale.
  std::vector<Translation> translations;  ///< Of all texts and labels into all other locales.
  std::vector<std::string> plain_pages;   ///< Names of the files of `templates/pages/`, without `.html`.
};

/// Where a reader edits the file of this path; empty if the site does not say.
Url edit_url(const SiteConfig& config, std::string_view path);

/// Shape of `content/site.yaml`.
Shape config_shape();

/// Loads the configuration; empty where it does not tell where everything else stands. The sources get an
/// empty file in its place where it is missing, so that there is a place to report.
std::optional<SiteConfig> load_config(Sources& sources, Diagnostics& diagnostics);

/// Loads registry, locales and prose, each as far as its own inputs allow, so that one run reports the
/// mistakes of all; a site with mistakes is good for nothing but to look for more of them. `base_url`
/// replaces that of the configuration. Empty without a configuration. Files that are missing are added to the
/// sources.
std::optional<Site> load_site(Sources& sources, const std::optional<BaseUrl>& base_url, unsigned jobs,
                              Diagnostics& diagnostics);

}  // namespace versus
