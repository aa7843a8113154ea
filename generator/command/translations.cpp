#include <algorithm>
#include <array>
#include <cmath>
#include <cstdio>
#include <iostream>

#include <nlohmann/json.hpp>
#include <unistd.h>

#include "command/command.h"
#include "command/inputs.h"

namespace versus {

namespace {

constexpr std::array state_names = {
    std::pair{TranslationState::current, "current"}, std::pair{TranslationState::missing, "missing"},
    std::pair{TranslationState::stale, "stale"}, std::pair{TranslationState::identical, "identical"}};

const char* name_of(TranslationState state) {
  return std::ranges::find(state_names, state, &decltype(state_names)::value_type::first)->second;
}

/// Where a text stands or belongs; without line where its file is missing.
struct TextPlace {
  std::string_view path;
  std::optional<Place> at{};
};

TextPlace place_of(const Translation& text, const Sources& sources) {
  if (!text.path.empty()) return {text.path};
  const SourceFile& file = sources[text.at.file];
  return {file.path(), file.place(text.at.begin)};
}

/// How the texts of one locale stand.
struct Account {
  const Locale* locale = nullptr;
  std::optional<int> least{};  ///< Percent that the site asks for.
  std::array<std::size_t, state_names.size()> count{};

  std::size_t& of(TranslationState state) { return count[static_cast<std::size_t>(state)]; }
  std::size_t of(TranslationState state) const { return count[static_cast<std::size_t>(state)]; }
  std::size_t all() const { return count[0] + count[1] + count[2] + count[3]; }
  double percent() const {
    return all() == 0
               ? 100.0
               : 100.0 * static_cast<double>(of(TranslationState::current)) / static_cast<double>(all());
  }
  bool enough() const { return !least || percent() >= *least; }
};

/// The accounts of the locales asked for; of all but the source locale if none is.
std::vector<Account> accounts_of(const Site& site, const std::string& wanted) {
  std::vector<Account> accounts;
  for (std::size_t i = 1; i < site.locales.list.size(); ++i) {
    const Locale& locale = site.locales.list[i];
    if (!wanted.empty() && locale.id != wanted) continue;
    Account& account = accounts.emplace_back(Account{.locale = &locale});
    for (const LeastTranslated& least : site.config.translations.least) {
      if (least.locale.value == locale.id) account.least = least.percent;
    }
    for (const Translation& text : site.translations) {
      if (text.locale == i) ++account.of(text.state);
    }
  }
  return accounts;
}

/// The translations that are not current, of the locales accounted for, in the order of their places.
std::vector<const Translation*> open_texts(const Site& site, const Sources& sources,
                                           const std::vector<Account>& accounts) {
  std::vector<const Translation*> open;
  for (const Translation& text : site.translations) {
    if (text.state != TranslationState::current &&
        std::ranges::count(accounts, &site.locales.list[text.locale], &Account::locale) > 0)
      open.push_back(&text);
  }
  const auto place = [&](const Translation* text) {
    return std::tuple(text->locale, place_of(*text, sources).path, text->at.begin,
                      std::string_view(text->key));
  };
  std::ranges::sort(open, {}, place);
  return open;
}

void print_text(const std::vector<const Translation*>& open, const Sources& sources,
                const std::vector<Account>& accounts) {
  for (const Translation* text : open) {
    const auto [path, at] = place_of(*text, sources);
    std::cout << path;
    if (at) std::cout << ':' << at->line << ':' << at->column;
    std::cout << ": " << name_of(text->state) << ": " << text->key << '\n';
  }
  for (const Account& account : accounts) {
    char percent[16];
    std::snprintf(percent, sizeof percent, "%.1f", std::floor(10 * account.percent()) / 10);
    std::cout << account.locale->id << ": " << account.all() << " texts, " << percent << " % current";
    for (const auto& [state, name] : state_names)
      std::cout << ", " << account.of(state) << ' ' << name;
    std::cout << '\n';
    if (!account.enough()) {
      std::cout << account.locale->id << ": error: " << percent
                << " % of the texts have translations of their present words; the site asks for "
                << *account.least << " %\n";
    }
  }
}

void print_json(const std::vector<const Translation*>& open, const Site& site, const Sources& sources,
                const std::vector<Account>& accounts) {
  using Json = nlohmann::ordered_json;
  Json json = {{"locales", Json::array()}, {"texts", Json::array()}};
  for (const Account& account : accounts) {
    Json one = {{"locale", account.locale->id}, {"lang", account.locale->tag}, {"texts", account.all()}};
    for (const auto& [state, name] : state_names)
      one[name] = account.of(state);
    one["percent"] = account.percent();
    if (account.least) one["least"] = *account.least;
    json["locales"].push_back(std::move(one));
  }
  for (const Translation* text : open) {
    const auto [path, at] = place_of(*text, sources);
    Json one = {{"locale", site.locales.list[text->locale].id},
                {"state", name_of(text->state)},
                {"key", text->key},
                {"path", path}};
    if (at) one.update({{"line", at->line}, {"column", at->column}});
    json["texts"].push_back(std::move(one));
  }
  std::cout << json.dump(1) << '\n';
}

}  // namespace

ExitStatus translations(const TranslationOptions& options) {
  Inputs inputs = read_inputs(options.input.root, options.input.jobs);
  if (!inputs.failure.empty()) return system_failure(inputs.failure);
  const auto checked = check_inputs(inputs, options.input);
  if (checked->diagnostics.has_errors()) {
    print(std::cerr, ReportFormat::text, inputs.sources, checked->diagnostics, isatty(STDERR_FILENO) == 1);
    return ExitStatus::inputs_wrong;
  }
  const Site& site = *checked->site;
  const std::vector<Account> accounts = accounts_of(site, options.locale);
  if (accounts.empty() && !options.locale.empty()) {
    std::vector<std::string_view> ids;
    for (std::size_t i = 1; i < site.locales.list.size(); ++i)
      ids.push_back(site.locales.list[i].id);
    const std::string hint = did_you_mean(options.locale, ids);
    return refuse("nothing is translated into '" + options.locale + "'" + (hint.empty() ? "" : "; " + hint),
                  ExitStatus::command_line_wrong);
  }
  const std::vector<const Translation*> open = open_texts(site, inputs.sources, accounts);
  if (options.json) {
    print_json(open, site, inputs.sources, accounts);
  } else {
    print_text(open, inputs.sources, accounts);
  }
  if (!std::cout.flush()) return system_failure("cannot write the report");
  return std::ranges::all_of(accounts, &Account::enough) ? ExitStatus::done : ExitStatus::inputs_wrong;
}

}  // namespace versus
