#include "page/pages.h"

#include <algorithm>
#include <optional>
#include <utility>
#include <vector>

#include "page/assets.h"
#include "page/comparer.h"
#include "page/host_files.h"
#include "page/labels.h"
#include "page/named_files.h"
#include "page/page_maker.h"
#include "page/shares.h"
#include "source/parallel.h"

namespace versus {

namespace {

/// Which locales lack a text or label, by index.
std::vector<bool> lacking(const Site& site) {
  std::vector<bool> lacking(site.locales.list.size());
  for (const Translation& translation : site.translations) {
    if (translation.state == TranslationState::missing) lacking[translation.locale] = true;
  }
  return lacking;
}

}  // namespace

struct Pages::State {
  const Site* site;
  const Sources* sources;
  Plan plan;
  std::vector<LocaleTemplates> templates;
  std::vector<Asset> assets;
  std::vector<HostFile> host_files;
  std::optional<Comparer> comparer;
  std::optional<PageShares> shares;
  std::optional<PageMaker> maker;
};

Pages::Pages(const Site& site, const Sources& sources, Diagnostics& diagnostics)
    : state_(new State{&site, &sources, Plan(site), {}, load_assets(sources), {}, {}, {}, {}}) {
  check_program_labels(site, diagnostics);
  Used used;
  Diagnostics found;
  for (std::size_t i = 0; i < site.locales.list.size(); ++i) {
    const Locale& locale = site.locales.list[i];
    if (!locale.sound) continue;  // A template cannot be blamed for a label that is wrong.
    state_->templates.push_back(compile_templates(
        site, sources, locale, addresses(site, state_->plan, i, state_->assets), used, found));
  }
  // Nor a label for a template that cannot be read; one that is missing stands there empty.
  if (empty_templates(sources).empty() && found.empty() && site.locales.source().sound) {
    check_unused_labels(site, used.labels, diagnostics);
    // Without classes nobody knows the names of their pictures.
    if (!site.registry.protocol.classes.empty()) check_unused_assets(site, sources, used, diagnostics);
  }
  diagnostics.append(std::move(found));
}

Pages::~Pages() = default;

void Pages::prepare(unsigned jobs) {
  const Site& site = *state_->site;
  const Plan& plan = state_->plan;
  const Comparer& comparer = state_->comparer.emplace(site);
  PageShares& shares = state_->shares.emplace(plan, lacking(site), site.config.translations.offered_from);
  state_->host_files = host_files(site, *state_->sources, plan, comparer, shares, state_->assets);
  const PageMaker& maker =
      state_->maker.emplace(site, plan, comparer, shares, state_->templates, state_->assets);

  // What a page tells search engines of the others depends on all measures, so none is taken over before.
  std::vector<int> measured(shares.open().size());
  parallel_for(measured.size(), jobs, [&](std::size_t i) {
    const PageId page = plan.page(shares.open()[i]);
    std::string html;
    maker.render(page, html);
    measured[i] = count_letters(html, site.locales.list[page.locale].language.tag).percent();
  });
  for (std::size_t i = 0; i < measured.size(); ++i)
    shares.set(shares.open()[i], measured[i]);
}

// The data files, which are the largest, come first, so that no thread is left with one at the end.

std::size_t Pages::count() const {
  return state_->host_files.size() + state_->assets.size() + state_->plan.count();
}

std::string Pages::path(std::size_t index) const {
  if (index < state_->host_files.size()) return state_->host_files[index].path;
  index -= state_->host_files.size();
  if (index < state_->assets.size()) return state_->assets[index].path;
  return state_->plan.file(state_->plan.page(index - state_->assets.size()));
}

void Pages::render(std::size_t index, std::string& out) const {
  if (index < state_->host_files.size()) return state_->host_files[index].append(out);
  index -= state_->host_files.size();
  if (index < state_->assets.size()) {
    out += state_->assets[index].text;
  } else {
    state_->maker->render(state_->plan.page(index - state_->assets.size()), out);
  }
}

}  // namespace versus
