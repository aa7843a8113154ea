#include <algorithm>
#include <charconv>
#include <map>

#include "page/labels.h"
#include "page/locale_views.h"

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
    return section_order(a.section) < section_order(b.section);
  }
};

/// Adds an item to a list inside a line. A list is in one language, that of its items.
void append(ProseText& list, const ProseText& item, std::string_view separator) {
  if (!list.plain.empty()) {
    list.plain += separator;
    escape_html(separator, list.html);
  }
  list.plain += item.plain;
  list.html += item.html;
  list.language = item.language;
}

}  // namespace

ProseText source_name(const Locale& locale, const SpecReference& reference) {
  const std::string number = std::to_string(reference.number);
  return compose(locale, reference.section.empty() ? "source.whole" : "source.text",
                 {{"series", plain(reference.series)},
                  {"number", plain(number)},
                  {"section", plain(reference.section)}});
}

std::vector<SourceView> source_list(const Site& site, const Locale& locale,
                                    const std::vector<const CodeFacts*>& codes) {
  std::map<SpecReference, std::vector<std::vector<Topic>>, Before> places;
  for (std::size_t i = 0; i < codes.size(); ++i) {
    for (const auto& [place, topic] : claims(*codes[i])) {
      auto& uses = places[place];
      uses.resize(codes.size());
      if (std::ranges::count(uses[i], topic) == 0) uses[i].push_back(topic);
    }
  }
  std::vector<SourceView> list;
  for (auto& [place, uses] : places) {
    for (std::vector<Topic>& topics : uses)
      std::ranges::sort(topics);
    SourceView& view = list.emplace_back();
    view.name = source_name(locale, place);
    view.url = Url::from(site.registry.address(place)).value_or(Url());
    for (std::size_t i = 0; i < uses.size(); ++i) {
      const bool said = std::find(uses.begin(), uses.begin() + static_cast<std::ptrdiff_t>(i), uses[i]) !=
                        uses.begin() + static_cast<std::ptrdiff_t>(i);
      if (uses[i].empty() || said) continue;
      UseView& use = view.uses.emplace_back();
      for (std::size_t j = i; j < uses.size(); ++j) {
        if (uses[j] == uses[i]) {
          append(use.codes, plain(std::to_string(codes[j]->code.value)), locale.typography.list_separator);
        }
      }
      for (const Topic topic : uses[i]) {
        append(use.topics, compose(locale, "topic." + std::string(enum_name(topic))),
               locale.typography.list_separator);
      }
    }
  }
  return list;
}

}  // namespace versus
