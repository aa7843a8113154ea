#include "page/site.h"

#include <algorithm>
#include <set>

#include "source/inputs.h"
#include "source/utf8.h"

namespace versus {

template <>
struct Fields<SiteConfig> {
  static constexpr auto table = fields(required<&SiteConfig::name>("name", Length{1, 60}),
                                       required<&SiteConfig::base_url>("base_url", Length{1, 2000}),
                                       required<&SiteConfig::source_locale>("source_locale", Length{1, 35}),
                                       required<&SiteConfig::protocol>("protocol", Length{1, 35}));
};

namespace {

constexpr std::string_view config_path = "content/site.yaml";

/// The configuration; the sources get an empty file in its place where it is missing, so that there is a
/// place to report.
std::optional<SiteConfig> load_config(Sources& sources, Diagnostics& diagnostics) {
  const FileId* file = sources.find(config_path);
  if (file == nullptr) {
    const FileId missing = sources.add(std::string(config_path), {});
    diagnostics.add(DiagnosticKind::missing_file, {missing, 0, 0}, "there is no such file",
                    "it names the site; --root says where the site's inputs are");
    return std::nullopt;
  }
  const auto node = parse_yaml(sources, *file, diagnostics);
  SiteConfig config;
  DecodeContext context{sources, diagnostics};
  if (!node || !decode(*node, config, context)) return std::nullopt;
  return config;
}

/// The protocol's directory is also the first part of addresses, beside those of the locales.
void check_slug(const SiteConfig& config, const std::optional<Locales>& locales, Diagnostics& diagnostics) {
  const std::string& slug = config.protocol.value;
  const bool good = std::ranges::all_of(
      slug, [](char c) { return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '-'; });
  if (!good) {
    diagnostics.add(DiagnosticKind::bad_format, config.protocol.span,
                    "'" + slug + "' cannot be part of an address",
                    "use lower-case letters, digits and hyphens only");
  } else if (slug == "assets" || (locales && std::ranges::count(locales->list, slug, &Locale::id) > 0)) {
    diagnostics.add(DiagnosticKind::duplicate_value, config.protocol.span,
                    "'" + slug + "' already begins the addresses of other files",
                    "give the protocol's directory another name");
  }
}

/// Every file under `content/` and `locales/` has a reader; one with a wrong name would be passed over in
/// silence.
void check_files(const Sources& sources, const Site& site, Diagnostics& diagnostics) {
  std::set<std::string, std::less<>> known = {std::string(config_path)};
  const std::string protocol = "content/" + site.registry.slug + "/";
  known.insert(protocol + "protocol.yaml");
  for (const Locale& locale : site.locales.list)
    known.insert("locales/" + locale.id + ".yaml");
  const std::string codes = protocol + "codes/";
  for (const FileId file : sources.under(codes)) {
    const std::string_view path = sources[file].path();
    const std::string_view directory = path.substr(0, path.rfind('/') + 1);
    if (directory.size() == codes.size() || !sources.find(std::string(directory) + "facts.yaml")) continue;
    known.insert(std::string(directory) + "facts.yaml");
    for (const Locale& locale : site.locales.list)
      known.insert(std::string(directory) + locale.id + ".yaml");
  }
  const std::vector<std::string_view> candidates(known.begin(), known.end());
  for (const std::string_view top : {"content/", "locales/"}) {
    for (const FileId file : sources.under(top)) {
      const std::string& path = sources[file].path();
      // A label file that cannot be read has its own diagnostic.
      const bool label_file = path.starts_with("locales/") && path.ends_with(".yaml");
      if (known.contains(path) || label_file) continue;
      diagnostics.add(DiagnosticKind::unexpected_file, {file, 0, 0}, "nothing reads this file",
                      did_you_mean(path, candidates));
    }
  }
}

}  // namespace

std::optional<Site> load_site(Sources& sources, const std::optional<BaseUrl>& base_url, unsigned jobs,
                              Diagnostics& diagnostics) {
  const std::optional<SiteConfig> config = load_config(sources, diagnostics);
  if (!config) return std::nullopt;
  std::optional<BaseUrl> base = BaseUrl::from(config->base_url.value);
  if (!base) {
    diagnostics.add(DiagnosticKind::bad_format, config->base_url.span, "not the address of a site",
                    "write it as in 'https://example.org/' or 'https://example.org/project/'");
  }
  std::optional<Registry> registry = load_registry(sources, config->protocol.value, jobs, diagnostics);
  if (!registry && sources.find("content/" + config->protocol.value + "/protocol.yaml") == nullptr) {
    diagnostics.add(DiagnosticKind::missing_file, config->protocol.span,
                    "there is no content/" + config->protocol.value + "/protocol.yaml");
  }
  std::optional<Locales> locales = load_locales(sources, config->source_locale.value, diagnostics);
  if (!locales && sources.find("locales/" + config->source_locale.value + ".yaml") == nullptr) {
    diagnostics.add(DiagnosticKind::missing_file, config->source_locale.span,
                    "there is no locales/" + config->source_locale.value + ".yaml");
  }
  check_slug(*config, locales, diagnostics);
  if (!registry || !locales || !(base || base_url)) return std::nullopt;

  std::optional<Site> site(
      std::in_place,
      Site{*config, base_url ? *base_url : *base, std::move(*registry), std::move(*locales), {}});
  site->prose = load_prose(sources, site->registry, site->locales, jobs, diagnostics);
  check_files(sources, *site, diagnostics);
  return site;
}

}  // namespace versus
