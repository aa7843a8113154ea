#include <algorithm>
#include <cstdio>
#include <iostream>
#include <map>
#include <string>
#include <system_error>
#include <vector>

#include "audit/measure.h"
#include "audit/text.h"
#include "command/audit_languages.h"
#include "command/command.h"
#include "language/words.h"
#include "page/plan.h"
#include "source/inputs.h"
#include "source/parallel.h"

namespace versus {

namespace fs = std::filesystem;

namespace {

// A comparison names both codes in its tables, flows and messages, so a few sequences return of need. At the
// limit of a page one in eight does, and a reader meets whole sentences again; where half of that is in the
// median page, it is not one code's texts but the template that says things twice.
constexpr double most_repetition = 0.12;
constexpr double most_median_repetition = 0.06;

// Two pages that have half of what each says in common, as comparisons of one code may, measure one third. At
// this limit it is three quarters, and the second page has little to say to a reader of the first.
constexpr double most_jaccard = 0.6;

constexpr std::size_t shown = 5;  // Of the worst pages and pairs.

/// A page and what is kept of it.
struct Page {
  std::string path;         ///< Below the site.
  bool comparison = false;  ///< Only comparisons are measured.
  std::string language;
  double repetition = 0.0;
  std::vector<Sequence> sequences;  ///< Distinct.
  std::string mistake;              ///< Why there is nothing to measure; empty if there is.
  std::string failure;              ///< Why the system could not read it; empty if it could.
};

bool is_comparison(const fs::path& file) {
  const std::string directory = file.parent_path().filename().string();
  const std::size_t versus = directory.find(between_codes);
  return file.filename() == "index.html" && versus != std::string::npos && versus > 0 &&
         versus + between_codes.size() < directory.size();
}

/// The pages of a site by path, not read yet; sets `failure` where a directory cannot be read.
std::vector<Page> find_pages(const fs::path& site, std::string& failure) {
  std::vector<Page> pages;
  std::error_code error;
  fs::recursive_directory_iterator entry(site, error);
  for (const fs::recursive_directory_iterator end; !error && entry != end; entry.increment(error)) {
    if (entry->path().extension() != ".html") continue;
    Page& page = pages.emplace_back();
    page.path = entry->path().lexically_relative(site).generic_string();
    page.comparison = is_comparison(entry->path());
  }
  if (error) {
    failure = "cannot read " + site.string() + ": " + error.message();
  } else if (std::ranges::find(pages, true, &Page::comparison) == pages.end()) {
    failure = site.string() + " is no built site: there is no comparison page in it";
  }
  std::ranges::sort(pages, {}, &Page::path);
  return pages;
}

void read_page(const fs::path& site, Page& page, SitePassages& passages) {
  const FileBytes file = read_file(site / page.path);
  page.failure = file.failure;
  if (!page.failure.empty()) return;
  PageText text = page_text(file.text);
  passages.add(page.path, std::move(text.passages));
  page.language = std::move(text.language);
  if (!page.comparison) return;
  if (page.language.empty()) {
    page.mistake = "no language: <html> has no lang";
  } else if (!text.main) {
    page.mistake = "no <main>, whose text is measured";
  } else if (const auto words = words_of(*text.main, page.language)) {
    std::vector<Sequence> sequences = sequences_of(*words);
    page.repetition = repetition(sequences);
    page.sequences = distinct(std::move(sequences));
  } else {
    page.failure =
        "cannot find the words of " + page.path + ": ICU cannot divide text in '" + page.language + "'";
  }
}

std::string formatted(const char* format, double value) {
  char text[32];
  std::snprintf(text, sizeof text, format, value);
  return text;
}

std::string percent(double share) {
  return formatted("%.2f %%", 100 * share);
}

std::string measure(double jaccard) {
  return formatted("%.3f", jaccard);
}

/// Reports a violation; `place` is a page or a language.
void report(std::vector<std::string>& errors, const std::string& place, const std::string& message) {
  errors.push_back(place + ": error: " + message);
}

void audit_repetition(const std::string& language, std::vector<Page*> pages,
                      std::vector<std::string>& errors) {
  std::vector<double> shares;
  for (const Page* page : pages) {
    shares.push_back(page->repetition);
    if (page->repetition < most_repetition) continue;
    report(errors, page->path,
           percent(page->repetition) + " of its five-word sequences occur more than once; the limit is " +
               percent(most_repetition));
  }
  const double middle = median(shares);
  if (middle >= most_median_repetition) {
    report(errors, language,
           "in the median page " + percent(middle) +
               " of the five-word sequences occur more than once; the limit is " +
               percent(most_median_repetition));
  }
  std::ranges::stable_sort(pages, std::ranges::greater(), &Page::repetition);
  std::cout << "  repetition: median " << percent(middle) << "; most in\n";
  for (std::size_t i = 0; i < std::min(shown, pages.size()); ++i)
    std::cout << "    " << percent(pages[i]->repetition) << "  " << pages[i]->path << '\n';
}

void audit_likeness(const std::vector<Page*>& pages, unsigned jobs, std::vector<std::string>& errors) {
  std::vector<std::vector<Sequence>> texts;
  for (Page* page : pages)
    texts.push_back(std::move(page->sequences));
  const Neighbours found = compare_all(texts, shown, most_jaccard, jobs);
  std::cout << "  likeness: median of nearest neighbours " << measure(median(found.nearest))
            << "; most between\n";
  for (std::size_t i = 0; i < found.closest.size(); ++i) {
    const auto& [a, b, jaccard] = found.closest[i];
    if (i < shown)
      std::cout << "    " << measure(jaccard) << "  " << pages[a]->path << "  " << pages[b]->path << '\n';
    if (jaccard < most_jaccard) continue;
    report(errors, pages[a]->path,
           "its likeness to " + pages[b]->path + " is " + measure(jaccard) + "; the limit is " +
               measure(most_jaccard));
  }
}

}  // namespace

ExitStatus audit(const AuditOptions& options) {
  std::string failure;
  std::vector<Page> pages = find_pages(options.site, failure);
  if (!failure.empty()) return system_failure(failure);
  SitePassages passages;
  parallel_for(pages.size(), options.jobs,
               [&](std::size_t i) { read_page(options.site, pages[i], passages); });

  std::map<std::string, std::vector<Page*>> languages;
  std::vector<std::string> errors;
  for (Page& page : pages) {
    if (!page.failure.empty()) return system_failure(page.failure);
    if (!page.comparison) continue;
    if (page.mistake.empty()) {
      languages[page.language].push_back(&page);
    } else {
      report(errors, page.path, page.mistake);
    }
  }
  for (auto& [language, members] : languages) {
    std::cout << language << ": " << members.size() << " comparisons\n";
    audit_repetition(language, members, errors);
    audit_likeness(members, options.jobs, errors);
  }
  passages.audit(options.root, options.jobs, errors);
  for (const std::string& error : errors)
    std::cout << error << '\n';
  if (!std::cout.flush()) return system_failure("cannot write the report");
  return errors.empty() ? ExitStatus::done : ExitStatus::inputs_wrong;
}

}  // namespace versus
