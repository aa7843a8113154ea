#include "page/pages.h"

#include <algorithm>
#include <array>
#include <optional>
#include <set>
#include <utility>
#include <vector>

#include "page/host_files.h"
#include "page/labels.h"
#include "page/page_maker.h"
#include "source/hash.h"

namespace versus {

namespace {

constexpr std::string_view asset_directory = "templates/assets/";

Asset make_asset(const SourceFile& file) {
  const std::string name = file.path().substr(asset_directory.size());
  const std::size_t dot = std::min(name.rfind('.'), name.size());
  return {name,
          "assets/" + name.substr(0, dot) + "." + to_hex(hash(file.text())).substr(0, 12) + name.substr(dot),
          file.text()};
}

/// Files for hosts and search engines that no template makes.
constexpr std::array<std::pair<std::string_view, std::string (*)(const Site&, const Plan&)>, 2> host_files = {
    {
        {"sitemap.xml", sitemap},
        {"robots.txt", [](const Site& site, const Plan&) { return robots(site); }},
    }};

}  // namespace

struct Pages::State {
  const Site* site;
  Plan plan;
  std::vector<LocaleTemplates> templates;
  std::vector<Asset> assets;
  std::optional<PageMaker> maker;
};

Pages::Pages(const Site& site, const Sources& sources, Diagnostics& diagnostics)
    : state_(new State{&site, Plan(site), {}, {}, {}}) {
  for (const FileId file : sources.under(asset_directory))
    state_->assets.push_back(make_asset(sources[file]));
  check_program_labels(site, diagnostics);
  std::set<std::string> used_labels;
  Diagnostics found;
  for (const Locale& locale : site.locales.list) {
    // A template cannot be blamed for a label that is wrong.
    if (locale.sound) state_->templates.push_back(compile_templates(sources, locale, used_labels, found));
  }
  // Nor a label for a template that cannot be read; one that is missing stands there empty.
  const bool readable = std::ranges::none_of(sources.under("templates/"), [&](FileId file) {
    return sources[file].path().ends_with(".html") && sources[file].text().empty();
  });
  if (readable && found.empty() && site.locales.source().sound)
    check_unused_labels(site, used_labels, diagnostics);
  diagnostics.append(std::move(found));
}

Pages::~Pages() = default;

void Pages::prepare() {
  state_->maker.emplace(*state_->site, state_->plan, state_->templates, state_->assets);
}

std::size_t Pages::count() const {
  return state_->plan.count() + state_->assets.size() + host_files.size();
}

std::string Pages::path(std::size_t index) const {
  if (index < state_->plan.count()) return state_->plan.file(state_->plan.page(index));
  index -= state_->plan.count();
  if (index < state_->assets.size()) return state_->assets[index].path;
  return std::string(host_files[index - state_->assets.size()].first);
}

void Pages::render(std::size_t index, std::string& out) const {
  if (index < state_->plan.count()) return state_->maker->render(state_->plan.page(index), out);
  index -= state_->plan.count();
  if (index < state_->assets.size()) {
    out += state_->assets[index].text;
  } else {
    out += host_files[index - state_->assets.size()].second(*state_->site, state_->plan);
  }
}

}  // namespace versus
