#include "site/survey.h"

#include <algorithm>
#include <array>
#include <exception>
#include <mutex>
#include <unordered_map>

#include "source/parallel.h"

namespace real_site {

namespace {

constexpr std::array page_checks = {check_well_made, check_links,    check_search_engines, check_comparison,
                                    check_code_page, check_standing, check_repetition};

struct PassageHash {
  std::size_t operator()(const Passage& passage) const { return std::hash<std::string>()(passage.whole); }
};

struct Walk {
  Survey survey;
  std::array<Problems, page_checks.size()> problems;
};

/// Does a part of the work; a page that lacks what it needs is a problem, not the end of the walk.
template <typename Body>
void attempt(const Page& page, Problems& problems, const Body& body) {
  try {
    body();
  } catch (const std::exception& failure) {
    problems.add(page, "cannot be looked at", failure.what());
  }
}

Walk walk(const Site& site) {
  struct Findings {
    std::array<Problems, page_checks.size()> problems;
    std::vector<const Passage*> passages;
  };
  Walk result;
  result.survey.records.resize(site.pages.size());
  std::vector<Findings> findings(site.pages.size());
  std::unordered_map<Passage, bool, PassageHash> told;
  const std::vector<std::string> names = protocol_names(site.registry());
  std::mutex mutex;
  versus::parallel_for(site.pages.size(), jobs, [&](std::size_t i) {
    const Page& page = site.pages[i];
    View view{site, page, site.render(page.path), {}};
    view.root = dom::parse(view.bytes);
    Findings& own = findings[i];
    for (std::size_t check = 0; check < page_checks.size(); ++check) {
      Problems& problems = own.problems[check];
      attempt(page, problems, [&] { page_checks[check](view, result.survey.records[i], problems); });
    }
    std::vector<Passage> passages;
    attempt(page, own.problems[0], [&] { passages = passages_of(view.root, page, names); });
    const std::scoped_lock lock(mutex);
    for (Passage& passage : passages)
      own.passages.push_back(&told.try_emplace(std::move(passage)).first->first);
  });
  // Told in the order of the pages, which no thread can change.
  for (std::size_t i = 0; i < site.pages.size(); ++i) {
    for (std::size_t check = 0; check < page_checks.size(); ++check)
      result.problems[check].append(findings[i].problems[check]);
    for (const Passage* passage : findings[i].passages) {
      bool& is_told = told.at(*passage);
      if (!is_told) result.survey.passages.push_back({*passage, &site.pages[i]});
      is_told = true;
    }
  }
  return result;
}

const Walk& walked() {
  static const Walk result = walk(published());
  return result;
}

}  // namespace

const Record& Survey::of(const Page& page) const {
  return records[published().by_address.at(page.address)];
}

const Survey& survey() {
  return walked().survey;
}

std::string problems_of(PageCheck check) {
  const auto found = std::ranges::find(page_checks, check);
  return walked().problems.at(static_cast<std::size_t>(found - page_checks.begin())).text();
}

}  // namespace real_site
