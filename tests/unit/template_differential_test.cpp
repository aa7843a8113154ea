#include <random>

#include "catch.h"
#include "reference_renderer.h"
#include "sanitized.h"
#include "template_kit.h"

using kitchen_sink::Pantry;
using nlohmann::json;
using template_kit::Files;
using template_kit::Kit;

namespace {

json to_json(const versus::ProseText& prose) {
  json result{{"plain", prose.plain}, {"html", prose.html}};
  if (prose.language != nullptr)
    result.update({{"lang", prose.language->tag}, {"dir", prose.language->direction}});
  return result;
}

json to_json(const versus::Url& url) {
  return {{"url", url.text()}};
}

json to_json(const kitchen_sink::Item& item) {
  return {{"name", item.name},        {"number", item.number}, {"current", item.current},
          {"url", to_json(item.url)}, {"tags", item.tags},     {"topic", to_json(*item.topic.text)}};
}

json to_json(const kitchen_sink::Sink& sink) {
  json items = json::array();
  for (const auto& item : sink.items)
    items.push_back(to_json(item));
  return {{"text", sink.text},
          {"owned", sink.owned},
          {"empty", ""},
          {"number", sink.number},
          {"yes", sink.yes},
          {"no", sink.no},
          {"html", {{"html", sink.html.text}}},
          {"shared", {{"html", sink.shared->text}}},
          {"nothing", {{"html", ""}}},
          {"url", to_json(sink.url)},
          {"json", {{"json", sink.json.text()}}},
          {"lead", to_json(*sink.lead.text)},
          {"means", to_json(*sink.means.text)},
          {"topic", to_json(*sink.topic.text)},
          {"note", to_json(sink.note)},
          {"item", to_json(sink.item)},
          {"pointed", to_json(*sink.pointed)},
          {"items", items},
          {"none", json::array()},
          {"grid", sink.grid}};
}

/// What a name in scope leads to: a letter per type.
/// o prose of no form, t text, n integer, b boolean, h markup, u address, s sentences, c clause, p noun
/// phrase, j JSON, i item, I list of items, T list of texts, N list of integers, G list of lists of integers.
struct Name {
  std::string path;
  char type;
};
using Names = std::vector<Name>;

const Names root = {{"text", 't'},    {"owned", 't'}, {"empty", 't'},  {"number", 'n'},  {"yes", 'b'},
                    {"no", 'b'},      {"html", 'h'},  {"shared", 'h'}, {"nothing", 'h'}, {"url", 'u'},
                    {"json", 'j'},    {"lead", 's'},  {"means", 'c'},  {"topic", 'p'},   {"item", 'i'},
                    {"pointed", 'i'}, {"note", 'o'},  {"items", 'I'},  {"none", 'I'},    {"grid", 'G'}};
const Names of_item = {{".name", 't'}, {".number", 'n'}, {".current", 'b'},
                       {".url", 'u'},  {".tags", 'T'},   {".topic", 'p'}};

/// Writes random templates that the engine must accept.
class Writer {
 public:
  explicit Writer(unsigned seed) : random_(seed) {}

  Files files() {
    const Names parameters = expanded({{"x", 't'}, {"card", 'i'}, {"list", 'I'}, {"n", 'n'}});
    Files files;
    files["partials/inner.html"] = content(parameters, 2);
    partials_ = {"partials/inner.html"};
    files["partials/outer.html"] = content(parameters, 2);
    partials_.emplace_back("partials/outer.html");
    files["page.html"] = content(expanded(root), 4);
    return files;
  }

 private:
  std::size_t below(std::size_t n) { return random_() % n; }
  template <typename T>
  const T& one_of(const std::vector<T>& choices) {
    return choices[below(choices.size())];
  }

  static Names expanded(const Names& names) {
    Names result = names;
    for (const Name& name : names) {
      if (name.type != 'i') continue;
      for (const Name& field : of_item)
        result.push_back({name.path + field.path, field.type});
    }
    return result;
  }

  /// A path to a value of one of the types, or an empty string if nothing in scope has one.
  std::string pick(const Names& names, std::string_view types) {
    std::vector<std::string> paths;
    for (const Name& name : names) {
      if (types.find(name.type) != std::string_view::npos) paths.push_back(name.path);
    }
    return paths.empty() ? std::string() : one_of(paths);
  }

  std::string tag(std::string_view words) {
    std::string out = below(3) == 0 ? "{{ " : "{{";
    out.append(words).append(below(3) == 0 ? " }}" : "}}");
    return out;
  }

  /// A block tag in the running line or in one of its own.
  std::string block_tag(const std::string& words, bool own_line) {
    if (!own_line) return tag(words);
    std::string out = "\n";
    out.append(below(3) * 2, ' ').append(tag(words)).append(below(2) == 0 ? "" : " \t").append("\n");
    return out;
  }

  std::string value(const Names& names, std::string_view types) {
    const std::string path = pick(names, types);
    return path.empty() ? std::string() : tag(path);
  }

  std::string label(const Names& names, bool markup) {
    const std::string_view plain = markup ? "tnuho" : "tnuo";
    switch (below(6)) {
      case 0:
        return tag("t home");
      case 1:
        return tag("t greet name=" + pick(names, plain));
      case 2:
        return tag("t twice number=" + pick(names, plain) + " name=" + pick(names, plain));
      case 3:
        return tag("t about topic=" + pick(names, "p"));
      case 4:
        if (const std::string means = pick(names, "c"); !means.empty()) return tag("t means means=" + means);
        [[fallthrough]];
      default:
        return tag("t braces");
    }
  }

  std::string condition(const Names& names) {
    return (below(3) == 0 ? "if not " : "if ") + pick(names, "tbhuspoITcN");
  }

  /// `if` and `for` around what `inner` writes for the names in scope there.
  template <typename Inner>
  std::string block(const Names& names, bool own_lines, Inner inner) {
    const bool own = own_lines && below(2) == 0;
    const std::string list = pick(names, "ITNG");
    if (below(2) == 0 || list.empty()) {
      std::string out = block_tag(condition(names), own) + inner(names);
      if (below(2) == 0) out += block_tag("else", own) + inner(names);
      return out + block_tag("end", own);
    }
    const auto type_of = [&](const std::string& path) {
      for (const Name& name : names) {
        if (name.path == path) return name.type;
      }
      return '?';
    };
    const char element = type_of(list) == 'I'   ? 'i'
                         : type_of(list) == 'T' ? 't'
                         : type_of(list) == 'N' ? 'n'
                                                : 'N';
    const std::string variable = "v" + std::to_string(variables_++);
    Names scope = names;
    for (const Name& name : expanded({{variable, element}}))
      scope.push_back(name);
    const std::string out = block_tag("for " + variable + " in " + list, own) + inner(scope);
    return out + block_tag("end", own);
  }

  std::string word() {
    return one_of<std::string>({"alpha ", "be\nta", "  \n", " &amp; ", "日本 ", ".", "a}}b", "<3 "});
  }

  /// Text of an attribute or of an element without markup.
  std::string flat(const Names& names, std::size_t depth) {
    std::string out;
    for (std::size_t i = below(4); i > 0; --i) {
      switch (below(depth > 0 ? 4 : 3)) {
        case 0:
          out += one_of<std::string>({"x", " y ", "&quot;", "é", "\n"});
          break;
        case 1:
          out += value(names, "tnuspo");
          break;
        case 2:
          out += label(names, false);
          break;
        default:
          out += block(names, false, [&](const Names& scope) { return flat(scope, depth - 1); });
      }
    }
    return out;
  }

  std::string address(const Names& names) {
    switch (below(4)) {
      case 0:
        return value(names, "u");
      case 1:
        return value(names, "u") + "#" + value(names, "tn");
      case 2:
        return "/search?q=" + value(names, "tnuspo") + "&amp;r=" + label(names, false);
      default:
        return tag("if " + pick(names, "b")) + value(names, "u") + tag("else") + "#home" + tag("end");
    }
  }

  std::string attributes(const Names& names) {
    std::string out;
    if (below(2) == 0) out.append(" title=\"").append(flat(names, 1)).append("\"");
    if (below(3) == 0) out.append(" class='").append(flat(names, 1)).append("'");
    if (below(3) == 0) out.append(tag(condition(names))).append(" hidden").append(tag("end"));
    return out;
  }

  std::string content(const Names& names, std::size_t depth) {
    std::string out;
    for (std::size_t i = 1 + below(5); i > 0; --i)
      out += piece(names, depth);
    return out;
  }

  std::string piece(const Names& names, std::size_t depth) {
    switch (below(depth > 0 ? 12 : 5)) {
      case 0:
        return word();
      case 1:
      case 2:
        return value(names, "tnhuspo");
      case 3:
        return label(names, true);
      case 4:
        return block_tag("# note", below(2) == 0);
      case 5:
      case 6: {
        const auto element = one_of<std::string>({"div", "p", "span", "section"});
        return "<" + element + attributes(names) + ">" + content(names, depth - 1) + "</" + element + ">";
      }
      case 7:
        return "<a href=\"" + address(names) + "\"" + attributes(names) + ">x</a>";
      case 8: {
        const auto element = one_of<std::string>({"title", "textarea"});
        return "<" + element + ">" + flat(names, 1) + "</" + element + ">";
      }
      case 9:
        if (!partials_.empty() && !pick(names, "i").empty()) {
          return block_tag("include " + one_of(partials_) + " x=" + pick(names, "t") + " card=" +
                               pick(names, "i") + " list=" + pick(names, "I") + " n=" + pick(names, "n"),
                           below(2) == 0);
        }
        return "<script type=\"application/ld+json\">" + value(names, "j") + "</script>";
      default:
        return block(names, true, [&](const Names& scope) { return content(scope, depth - 1); });
    }
  }

  std::mt19937 random_;
  std::vector<std::string> partials_;
  int variables_ = 0;
};

std::map<std::string, std::string> labels() {
  std::map<std::string, std::string> result;
  std::istringstream lines{std::string(template_kit::labels_text)};
  for (std::string line; std::getline(lines, line);) {
    const std::size_t colon = line.find(": ");
    result[line.substr(0, colon)] = line.substr(colon + 2);
  }
  return result;
}

// Under a sanitizer the naive renderer takes many times as long.
constexpr unsigned seeds = sanitized ? 400 : 4000;

}  // namespace

TEST_CASE("the engine renders what a naive renderer does", "[template]") {
  const std::vector<std::string> texts = {"plain",         "<b>\"'&</b>", "", "javascript:alert(1)",
                                          "日本語 % ?#/é", "{{text}}"};
  std::size_t bytes = 0;
  for (unsigned seed = 0; seed < seeds; ++seed) {
    const Files files = Writer(seed).files();
    const Pantry pantry(texts[seed % texts.size()]);
    const Kit kit(files);
    INFO("seed " << seed << "\n" << files.at("page.html"));
    REQUIRE(kit.reports() == std::vector<std::string>{});
    const std::string rendered = kit.render(pantry.sink());
    const std::string expected =
        reference::render({.files = files, .labels = labels(), .data = to_json(pantry.sink())}, "page.html");
    REQUIRE(rendered == expected);
    bytes += rendered.size();
  }
  CHECK(bytes > seeds * 250);  // The templates are not all empty.
}
