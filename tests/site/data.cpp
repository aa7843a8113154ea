#include "site/data.h"

#include <algorithm>
#include <sstream>
#include <stdexcept>

namespace site_data {

std::string Words::operator()(const std::string& label, const Arguments& arguments) const {
  std::string text = texts_.at("words").at(label).at("text");
  for (const auto& [name, value] : arguments) {
    const std::string placeholder = '{' + std::string(name) + '}';
    const std::size_t at = text.find(placeholder);
    if (at == std::string::npos) throw std::runtime_error(label + " has no " + placeholder);
    text.replace(at, placeholder.size(), value);
  }
  return text;
}

std::string Words::source(const Json& source) const {
  Arguments arguments = {{"series", source.at("series")},
                         {"number", std::to_string(source.at("number").get<int>())}};
  if (!source.contains("section")) return (*this)("source.whole", arguments);
  arguments["section"] = source.at("section");
  return (*this)("source.text", arguments);
}

const Json& entry(const Json& list, int code) {
  const auto found = std::ranges::find_if(list, [&](const Json& one) { return one.at("code") == code; });
  if (found == list.end()) throw std::runtime_error("no entry for " + std::to_string(code));
  return *found;
}

const Data& published() {
  static const std::unique_ptr<const Data> data = [] {
    auto made = std::make_unique<Data>();
    made->facts = Json::parse(made->file("data/sip.json"));
    for (const versus::Locale& locale : made->site.checked->site->locales.list) {
      std::istringstream lines(made->file("data/pairs." + locale.id + ".ndjson"));
      Locale& one = made->locales.emplace_back(Locale{
          locale.id == "en" ? "" : locale.id + '/',
          {Json::parse(made->file("data/sip." + locale.id + ".json")), locale.typography.list_separator},
          {}});
      for (std::string line; std::getline(lines, line);)
        one.lines.push_back(line);
    }
    return made;
  }();
  return *data;
}

const dom::Node& part(const dom::Node& page, std::string_view id) {
  static const dom::Node none;
  const dom::Node* found = dom::by_id(page, id);
  return found == nullptr ? none : *found;
}

std::vector<std::string> texts_of(const dom::Node& node, std::string_view name) {
  std::vector<std::string> texts;
  for (const dom::Node* element : dom::all(node, name))
    texts.push_back(dom::text(*element));
  return texts;
}

std::vector<std::string> links_of(const dom::Node& node) {
  std::vector<std::string> links;
  for (const dom::Node* link : dom::all(node, "a"))
    links.emplace_back((*link)["href"]);
  return links;
}

std::vector<std::string> items_of(const dom::Node& cell) {
  std::string text;
  for (const dom::Node& child : cell.children) {
    if (child["class"] == "links") continue;
    if (child.name == "ul") return texts_of(child, "li");
    text += ' ' + dom::text(child);
  }
  return {dom::squeezed(text)};
}

}  // namespace site_data
