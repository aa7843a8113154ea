#include "page/search_index.h"

#include <algorithm>
#include <cstdlib>
#include <utility>
#include <vector>

#include "compare/compare.h"
#include "language/phrases.h"
#include "page/data_json.h"
#include "page/items.h"
#include "page/labels.h"

namespace versus {

namespace {

/// A label as scripts read it: its words, with placeholders as `{name}`.
std::string script_label(const Message& message) {
  std::string text;
  for (const Message::Piece& piece : message.pieces)
    text += piece.placeholder ? '{' + piece.text + '}' : without_breaks(piece.text);
  return text;
}

OrderedJson cause_names(const Locale& locale, const Gateway& gateway) {
  std::vector<int> causes;
  for (const ToCause& to : gateway.to_cause)
    causes.push_back(to.cause);
  for (const FromCauses& from : gateway.from_causes)
    causes.insert(causes.end(), from.causes.begin(), from.causes.end());
  std::ranges::sort(causes);
  causes.erase(std::ranges::unique(causes).begin(), causes.end());
  OrderedJson names = OrderedJson::array();
  for (const int cause : causes)
    names.push_back(cause_text(locale, cause).plain);
  return names;
}

/// The codes that one is confused with, those of its own class first, and of these the nearest number.
OrderedJson confused_codes(const Registry& registry, std::size_t index) {
  const int code = registry.codes[index].code.value;
  std::vector<int> others;
  for (const std::size_t other : confused_with(registry, index))
    others.push_back(registry.codes[other].code.value);
  std::ranges::stable_sort(
      others, {}, [&](int other) { return std::pair(other / 100 != code / 100, std::abs(other - code)); });
  return others;
}

/// Adds a text, and its language where it is not the locale's.
void add_text(OrderedJson& code, const std::string& key, const ProseText& text) {
  code[key] = text.plain;
  if (text.language != nullptr) code[key + "_language"] = text.language->tag;
}

void add_list(OrderedJson& code, std::string_view key, OrderedJson list) {
  if (!list.empty()) code[std::string(key)] = std::move(list);
}

OrderedJson code_entry(const Site& site, const Plan& plan, std::size_t locale_index, std::size_t index) {
  const Locale& locale = site.locales.list[locale_index];
  const CodeFacts& facts = site.registry.codes[index];
  const CodeProse& prose = site.prose[locale_index][index];
  OrderedJson code = {{"code", facts.code.value},
                      {"url", site.base.local(plan.address({PageKind::code, locale_index, index})).text()},
                      {"phrase", facts.phrase.value}};
  add_text(code, "gloss", prose.gloss);
  add_text(code, "topic", prose.topic);
  OrderedJson former = OrderedJson::array();
  if (facts.registered_phrase) former.push_back(facts.registered_phrase->value);
  for (const FormerPhrase& phrase : facts.former_phrases)
    former.push_back(phrase.phrase);
  add_list(code, "former", std::move(former));
  OrderedJson headers = OrderedJson::array();
  for (const HeaderField& header : facts.headers)
    headers.push_back(header.name.value);
  add_list(code, "headers", std::move(headers));
  if (facts.gateway) add_list(code, "causes", cause_names(locale, *facts.gateway));
  add_list(code, "related", confused_codes(site.registry, index));
  code["text"] = prose.means.plain + "\n" + prose.description.plain + "\n" + prose.when_you_see_it.plain;
  return code;
}

}  // namespace

std::string search_index_path(const Locale& locale) {
  return std::string("data/").append(search_index_name).append(".").append(locale.id).append(".json");
}

std::string search_index(const Site& site, const Plan& plan, std::size_t locale_index) {
  const Locale& locale = site.locales.list[locale_index];
  const std::string pair(std::string("{a}").append(between_codes).append("{b}/"));
  OrderedJson index = {
      {"language", locale.language.tag},
      {"pair",
       std::string(site.base.local(plan.address({PageKind::all_codes, locale_index})).text()) + pair}};
  index["labels"] = OrderedJson::object();
  for (const auto& [key, message] : locale.labels.messages) {
    if (key.starts_with(script_labels))
      index["labels"][key.substr(script_labels.size())] = script_label(message);
  }
  index["codes"] = OrderedJson::array();
  for (std::size_t i = 0; i < site.registry.codes.size(); ++i)
    index["codes"].push_back(code_entry(site, plan, locale_index, i));
  for (std::size_t i = 0; i < site.registry.historic.size(); ++i) {
    const HistoricCode& historic = site.registry.historic[i];
    index["codes"].push_back(
        {{"code", historic.code.value},
         {"url", site.base.local(plan.address({PageKind::historic, locale_index, i})).text()},
         {"phrase", historic.phrase},
         {"historic", true}});
  }
  return index.dump() + '\n';
}

}  // namespace versus
