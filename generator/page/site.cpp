#include "page/site.h"

#include <algorithm>
#include <array>
#include <set>

#include "page/named_files.h"
#include "page/search_index.h"
#include "page/stray_files.h"

namespace versus {

template <>
struct Fields<LeastTranslated> {
  static constexpr auto table = fields(required<&LeastTranslated::locale>("locale", Length{1, 35}),
                                       required<&LeastTranslated::percent>("percent", Range{0, 100}));
};

template <>
struct Fields<TranslationRules> {
  static constexpr auto table =
      fields(required<&TranslationRules::offered_from>("offered_from", Range{0, 100}),
             required<&TranslationRules::least>("least"));
};

template <>
struct Fields<SiteConfig> {
  static constexpr auto table = fields(required<&SiteConfig::name>("name", Length{1, 60}),
                                       required<&SiteConfig::base_url>("base_url", Length{1, 2000}),
                                       required<&SiteConfig::source_locale>("source_locale", Length{1, 35}),
                                       required<&SiteConfig::protocol>("protocol", Length{1, 35}),
                                       required<&SiteConfig::indexed_pairs>("indexed_pairs", Unique{}),
                                       required<&SiteConfig::translations>("translations"),
                                       optional<&SiteConfig::edit_address>("edit_address", Length{1, 2000}));
};

namespace {

constexpr std::string_view config_path = "content/site.yaml";

/// Files that every site needs besides its page templates: the partials that pages share.
constexpr std::array<std::string_view, 4> shared_files = {"partials/name.html", "partials/side.html",
                                                          "partials/card.html", "partials/cell.html"};

/// Reports a file that every site needs; the sources get an empty one in its place, so that there is a place.
void report_missing(Sources& sources, std::string_view path, std::string hint, Diagnostics& diagnostics) {
  const FileId missing = sources.add(std::string(path), {});
  diagnostics.add(DiagnosticKind::missing_file, {missing, 0, 0}, "there is no such file", std::move(hint));
}

/// The protocol's directory is also the first part of addresses, beside those of the locales.
void check_protocol(const Sources& sources, const SiteConfig& config, const Locales& locales,
                    Diagnostics& diagnostics) {
  const std::string& slug = config.protocol.value;
  const auto report = [&](DiagnosticKind kind, std::string message, std::string hint) {
    diagnostics.add(kind, config.protocol.span, std::move(message), std::move(hint));
  };
  if (!is_step(slug)) {
    report(DiagnosticKind::bad_format, "'" + slug + "' cannot be part of an address",
           "use lower-case letters, digits and hyphens only");
  } else if (std::ranges::count(own_directories, slug) > 0 || slug == search_index_name ||
             std::ranges::count(locales.list, slug, &Locale::id) > 0) {
    report(DiagnosticKind::duplicate_value, "'" + slug + "' already begins the addresses of other files",
           "give the protocol's directory another name");
  } else if (sources.find("content/" + slug + "/protocol.yaml") == nullptr) {
    report(DiagnosticKind::missing_file, "there is no content/" + slug + "/protocol.yaml",
           "name a directory below content/ that has one");
  } else if (sources.under("content/" + slug + "/codes/").empty()) {
    report(DiagnosticKind::missing_file, "there is no code in content/" + slug + "/codes/",
           "a code is a directory with a facts.yaml, as in codes/486/facts.yaml");
  }
}

/// Links to sources begin with the addresses of their series.
void check_specifications(const Registry& registry, Diagnostics& diagnostics) {
  for (const Specification& specification : registry.protocol.specifications) {
    const auto& address = specification.address;
    const std::string example = registry.address({specification.series.value, 1, "1", {}});
    if (address.value.empty() || (BaseUrl::is_absolute(example) && example != address.value)) continue;
    diagnostics.add(DiagnosticKind::bad_format, address.span, "not an address with '{number}' in it",
                    "write it as in 'https://www.rfc-editor.org/rfc/rfc{number}#section-{section}'");
  }
}

void check_edit_address(const SiteConfig& config, Diagnostics& diagnostics) {
  if (!config.edit_address || !edit_url(config, "x").text().empty()) return;
  diagnostics.add(DiagnosticKind::bad_format, config.edit_address->span, "not an address with '{path}' in it",
                  "write it as in 'https://example.org/versus/edit/main/{path}'");
}

void check_source_locale(const Sources& sources, const SiteConfig& config, const Locales& locales,
                         Diagnostics& diagnostics) {
  const std::string path = "locales/" + config.source_locale.value + ".yaml";
  if (sources.find(path) != nullptr) return;
  std::vector<std::string_view> others;
  for (const Locale& locale : locales.list)
    if (&locale != &locales.source()) others.push_back(locale.id);
  diagnostics.add(DiagnosticKind::missing_file, config.source_locale.span, "there is no " + path,
                  did_you_mean(config.source_locale.value, others));
}

/// The site can ask for translations into its other locales only.
void check_least_translated(const SiteConfig& config, const Locales& locales, Diagnostics& diagnostics) {
  std::vector<std::string_view> others;
  for (const Locale& locale : locales.list)
    if (&locale != &locales.source()) others.push_back(locale.id);
  std::set<std::string_view> said;
  for (const LeastTranslated& least : config.translations.least) {
    if (!said.insert(least.locale.value).second) {
      diagnostics.add(DiagnosticKind::duplicate_value, least.locale.span,
                      "'" + least.locale.value + "' stands here twice");
    }
    if (std::ranges::count(others, least.locale.value) > 0) continue;
    diagnostics.add(DiagnosticKind::unknown_value, least.locale.span,
                    "nothing is translated into '" + least.locale.value + "'",
                    did_you_mean(least.locale.value, others));
  }
}

}  // namespace

Url edit_url(const SiteConfig& config, std::string_view path) {
  constexpr std::string_view placeholder = "{path}";
  if (!config.edit_address) return {};
  std::string address = config.edit_address->value;
  const std::size_t at = address.find(placeholder);
  if (at == std::string::npos) return {};
  address.replace(at, placeholder.size(), path);
  if (!BaseUrl::is_absolute(address)) return {};
  return Url::from(address).value_or(Url());
}

Shape config_shape() {
  return shape_of<SiteConfig>();
}

std::optional<SiteConfig> load_config(Sources& sources, Diagnostics& diagnostics) {
  const FileId* file = sources.find(config_path);
  if (file == nullptr) {
    report_missing(sources, config_path, "it names the site; --root says where the site's inputs are",
                   diagnostics);
    return std::nullopt;
  }
  const auto node = parse_yaml(sources, *file, diagnostics);
  SiteConfig config;
  DecodeContext context{sources, diagnostics};
  if (node) decode(*node, config, context);
  if (config.protocol.value.empty() || config.source_locale.value.empty()) return std::nullopt;
  return config;
}

std::optional<Site> load_site(Sources& sources, const std::optional<BaseUrl>& base_url, unsigned jobs,
                              Diagnostics& diagnostics) {
  const std::optional<SiteConfig> config = load_config(sources, diagnostics);
  if (!config) return std::nullopt;
  const std::optional<BaseUrl> base = BaseUrl::from(config->base_url.value);
  if (!base && !config->base_url.value.empty()) {
    diagnostics.add(DiagnosticKind::bad_format, config->base_url.span, "not the address of a site",
                    "write it as in 'https://example.org/' or 'https://example.org/project/'");
  }
  std::optional<Site> site(std::in_place,
                           Site{.config = *config,
                                .base = base_url ? *base_url : base.value_or(BaseUrl()),
                                .registry = load_registry(sources, config->protocol.value, jobs, diagnostics),
                                .locales = {},
                                .phrase_language = {},
                                .prose = {},
                                .pairs = {},
                                .translations = {},
                                .plain_pages = {}});
  site->locales = load_locales(sources, config->source_locale.value, site->translations, diagnostics);
  site->phrase_language = {site->registry.protocol.language.text, "ltr", true};
  check_protocol(sources, *config, site->locales, diagnostics);
  check_specifications(site->registry, diagnostics);
  check_source_locale(sources, *config, site->locales, diagnostics);
  check_least_translated(*config, site->locales, diagnostics);
  check_edit_address(*config, diagnostics);
  site->plain_pages = plain_pages(sources, config->protocol.value, site->locales, diagnostics);
  check_root_files(sources, config->protocol.value, site->locales, site->plain_pages, diagnostics);
  check_names(sources, asset_directory, diagnostics);
  for (const FileId file : empty_templates(sources))
    diagnostics.add(DiagnosticKind::template_syntax, {file, 0, 0}, "an empty template");
  const auto need = [&](std::string_view name) {
    const std::string path = "templates/" + std::string(name);
    if (sources.find(path) == nullptr) report_missing(sources, path, "every site needs it", diagnostics);
  };
  std::ranges::for_each(page_templates, need);
  std::ranges::for_each(shared_files, need);
  site->pairs = load_pairs(sources, site->registry, site->locales, site->translations, diagnostics);
  site->prose = load_prose(sources, site->registry, site->locales, jobs, site->translations, diagnostics);
  check_files(sources, config->protocol.value, config->source_locale.value, diagnostics);
  return site;
}

}  // namespace versus
