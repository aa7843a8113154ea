#include "site/passage.h"

#include <algorithm>
#include <array>
#include <map>
#include <set>

#include "source/utf8.h"

namespace real_site {

namespace {

/// Tags outlive the pages that they are read from.
std::string_view lasting(std::string_view tag) {
  const auto known = std::ranges::find(languages(), tag, &Language::tag);
  return known == languages().end() ? "und" : known->tag;
}

bool is_block(const dom::Node& node) {
  constexpr std::array<std::string_view, 10> names = {"p",  "li", "dt", "dd", "th",
                                                      "td", "h1", "h2", "h3", "h4"};
  return std::ranges::find(names, node.name) != names.end();
}

std::string without(const std::vector<std::string>& names, std::string text) {
  for (const std::string& name : names) {
    for (std::size_t at = text.find(name); at != std::string::npos; at = text.find(name, at))
      text.replace(at, name.size(), 1, literal);
  }
  return text;
}

using Shapes = std::map<const dom::Node*, Shape>;

/// True of paragraphs that may hold several sentences where others are one.
bool is_several(std::string_view html_class) {
  return html_class == "story" || html_class == "advice" || html_class == "distant";
}

/// Blocks of whole sentences.
Shapes shapes_of(const dom::Node& root, Kind kind) {
  Shapes shapes;
  const dom::Node& main = dom::first(root, "main");
  for (const dom::Node* paragraph : dom::all(main, "p"))
    shapes[paragraph] = Shape::sentences;
  for (const dom::Node* steps : dom::all(main, "ol")) {
    if ((*steps)["class"] == "flow") continue;
    for (const dom::Node* step : dom::all(*steps, "li"))
      shapes[step] = Shape::sentences;
  }
  if (kind != Kind::code && kind != Kind::comparison) return shapes;
  for (auto& [block, shape] : shapes) {
    if ((*block)["class"] == "rule" || (*block)["class"] == "status") shape = Shape::sentence;
  }
  for (const std::string_view id : {"summary", "which"}) {
    const dom::Node* part = dom::by_id(main, id);
    for (const dom::Node* paragraph : dom::outermost(part, "p"))
      shapes[paragraph] = is_several((*paragraph)["class"]) ? Shape::sentences : Shape::sentence;
  }
  return shapes;
}

struct Collector {
  std::vector<Passage>& passages;
  const std::vector<std::string>& names;

  /// Adds the text of a node to a passage; what is in another language becomes a passage of its own.
  void collect(const dom::Node& node, Passage& passage, std::vector<Passage>& foreign) {
    const std::string_view lang = node["lang"];
    if (!lang.empty() && lang != passage.tag) {
      passage.text += literal;
      passage.whole += dom::raw_text(node);
      Passage& own = foreign.emplace_back(Passage{{}, {}, lasting(lang)});
      collect_children(node, own, foreign);
    } else if (node.name == "code") {
      passage.text += literal;
      passage.whole += dom::raw_text(node);
    } else {
      passage.text += node.text;
      passage.whole += node.text;
      collect_children(node, passage, foreign);
    }
  }

  void collect_children(const dom::Node& node, Passage& passage, std::vector<Passage>& foreign) {
    for (const dom::Node& child : node.children) {
      if (!is_block(child)) collect(child, passage, foreign);
    }
  }

  void add(Passage passage) {
    passage.text = dom::squeezed(passage.text);
    passage.whole = dom::squeezed(passage.whole);
    if (!passage.whole.empty()) passages.push_back(std::move(passage));
  }

  void add_block(const dom::Node& block, std::string_view tag, Shape shape) {
    Passage passage{{}, {}, tag, shape};
    std::vector<Passage> foreign;
    collect(block, passage, foreign);
    const bool alone = dom::squeezed(passage.text) == std::string(1, literal);
    for (Passage& part : foreign) {
      const bool running = shape == Shape::sentence || shape == Shape::sentences;
      const bool name = std::ranges::find(names, dom::squeezed(part.whole)) != names.end();
      part.shape = alone ? shape : running && !name ? Shape::clause : Shape::words;
      add(std::move(part));
    }
    add(std::move(passage));
  }
};

std::size_t length_of(std::string_view text, const auto& stops) {
  for (const std::string_view stop : stops) {
    if (text.starts_with(stop)) return stop.size();
  }
  return 0;
}

}  // namespace

std::vector<Passage> passages_of(const dom::Node& root, const Page& page,
                                 const std::vector<std::string>& names) {
  std::vector<Passage> passages;
  Collector collector{passages, names};
  const Shapes shapes = shapes_of(root, page.kind);
  const std::string_view tag = page.language->tag;
  for (const dom::Node* node : dom::all(root, "*")) {
    if (node->name == "title") {
      const std::string text = dom::text(*node);
      collector.add({without(names, text), text, tag});
    } else if (node->name == "meta" && (*node)["name"] == "description") {
      const std::string text((*node)["content"]);
      collector.add({without(names, text), text, tag, Shape::sentences});
    } else if (is_block(*node)) {
      const auto shape = shapes.find(node);
      collector.add_block(*node, tag, shape == shapes.end() ? Shape::words : shape->second);
    }
  }
  return passages;
}

std::vector<std::string> protocol_names(const versus::Registry& registry) {
  std::vector<std::string> names;
  for (const versus::ResponseClass& response_class : registry.protocol.classes)
    names.push_back(response_class.phrase);
  for (const versus::CodeFacts& code : registry.codes) {
    names.push_back(code.phrase.value);
    if (code.registered_phrase) names.push_back(code.registered_phrase->value);
    for (const versus::FormerPhrase& former : code.former_phrases)
      names.push_back(former.phrase);
  }
  for (const versus::HistoricCode& code : registry.historic)
    names.push_back(code.phrase);
  std::ranges::sort(names, std::ranges::greater(), &std::string::size);
  return names;
}

std::vector<std::string> sentences_of(std::string_view text) {
  constexpr std::array<std::string_view, 3> latin = {".", "?", "!"};
  constexpr std::array<std::string_view, 3> japanese = {"。", "？", "！"};
  std::vector<std::string> sentences;
  std::size_t begin = 0;
  const auto end_at = [&](std::size_t at, std::size_t length) {
    const std::string sentence = dom::squeezed(text.substr(begin, at - begin));
    if (!sentence.empty()) sentences.push_back(sentence);
    begin = at + length;
  };
  for (std::size_t at = 0; at < text.size(); ++at) {
    const std::string_view rest = text.substr(at);
    if (const std::size_t wide = length_of(rest, japanese); wide > 0) {
      end_at(at, wide);
    } else if (length_of(rest, latin) > 0 && (rest.size() == 1 || rest[1] == ' ')) {
      end_at(at, 1);
    }
  }
  end_at(text.size(), 0);
  return sentences;
}

}  // namespace real_site
