#include "page/sources.h"

#include <algorithm>
#include <charconv>
#include <map>
#include <set>

#include "page/labels.h"

namespace versus {

namespace {

/// Sections in the order of a table of contents: 9.1 before 21.4.
std::vector<int> section_order(std::string_view section) {
  std::vector<int> order;
  while (!section.empty()) {
    int number = 0;
    const auto [end, error] = std::from_chars(section.data(), section.data() + section.size(), number);
    if (error != std::errc()) number = 1000 + section.front();  // An appendix follows the numbered sections.
    order.push_back(number);
    const std::size_t dot = section.find('.');
    section.remove_prefix(dot == std::string_view::npos ? section.size() : dot + 1);
  }
  return order;
}

struct Before {
  bool operator()(const SpecReference& a, const SpecReference& b) const {
    if (a.series != b.series) return a.series < b.series;
    if (a.number != b.number) return a.number < b.number;
    const auto order_a = section_order(a.section);
    const auto order_b = section_order(b.section);
    return order_a != order_b ? order_a < order_b : a.section < b.section;
  }
};

}  // namespace

ProseText source_name(const Locale& locale, const SpecReference& reference) {
  const std::string number = std::to_string(reference.number);
  return compose(locale, reference.section.empty() ? "source.whole" : "source.text",
                 {{"series", plain(reference.series)},
                  {"number", plain(number)},
                  {"section", plain(reference.section)}});
}

SourceTable::SourceTable(const Site& site, const Locale& locale)
    : registry_(&site.registry), separator_(locale.typography.list_separator) {
  std::map<SpecReference, std::size_t, Before> index;
  for (const CodeFacts& code : site.registry.codes) {
    for (const Claim& claim : claims(code))
      index.emplace(claim.at, 0);
  }
  for (auto& [place, number] : index) {
    number = places_.size();
    places_.push_back({source_name(locale, place), Url::from(site.registry.address(place)).value_or(Url())});
  }
  for (const CodeFacts& code : site.registry.codes) {
    std::map<std::size_t, std::set<Topic>> topics;
    for (const Claim& claim : claims(code))
      topics[index.at(claim.at)].insert(claim.about);
    std::vector<Use>& row = uses_.emplace_back();
    for (const auto& [place, about] : topics) {
      Use& use = row.emplace_back(Use{place, {about.begin(), about.end()}, {}});
      for (const Topic topic : about) {
        append(use.words, compose(locale, "topic." + std::string(enum_name(topic))), separator_);
      }
    }
  }
}

std::vector<SourceView> SourceTable::list(const std::vector<std::size_t>& codes) const {
  struct Part {
    std::size_t code;
    const Use* use;
  };
  std::vector<Part> parts;
  for (const std::size_t code : codes) {
    for (const Use& use : uses_[code])
      parts.push_back({code, &use});
  }
  std::ranges::stable_sort(parts, {}, [](const Part& part) { return part.use->place; });

  std::vector<SourceView> list;
  const Use* last = nullptr;
  for (const auto& [code, use] : parts) {
    if (last == nullptr || last->place != use->place) {
      list.push_back({&places_[use->place].name, &places_[use->place].url, {}});
      last = nullptr;
    }
    if (last == nullptr || last->topics != use->topics) list.back().uses.push_back({{}, &use->words});
    const ProseText number = plain(std::to_string(registry_->codes[code].code.value));
    append(list.back().uses.back().codes, number, separator_);
    last = use;
  }
  return list;
}

}  // namespace versus
