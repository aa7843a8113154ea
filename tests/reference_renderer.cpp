#include "reference_renderer.h"

#include <algorithm>
#include <cctype>
#include <cstdio>
#include <cstring>
#include <regex>
#include <sstream>
#include <stdexcept>
#include <vector>

#include <gumbo.h>

namespace reference {

namespace {

using nlohmann::json;

std::string escaped(const std::string& text) {
  std::string out;
  for (const char c : text) {
    switch (c) {
      case '&':
        out += "&amp;";
        break;
      case '<':
        out += "&lt;";
        break;
      case '>':
        out += "&gt;";
        break;
      case '"':
        out += "&quot;";
        break;
      case '\'':
        out += "&#39;";
        break;
      default:
        out += c;
    }
  }
  return out;
}

std::string percent_encoded(const std::string& text) {
  std::string out;
  char buffer[4];
  for (const char c : text) {
    if (isalnum(static_cast<unsigned char>(c)) != 0 || strchr("-._~", c) != nullptr) {
      out += c;
    } else {
      snprintf(buffer, sizeof buffer, "%%%02X", static_cast<unsigned>(static_cast<unsigned char>(c)));
      out += buffer;
    }
  }
  return out;
}

/// Removes the lines that hold one block tag only, but leaves the tag; an include learns that it stood alone.
std::string without_block_lines(const std::string& text) {
  static const std::regex alone(R"(^[ \t]*(\{\{\s*(if|else|end|for|include|#)[^{}]*\}\})[ \t]*$)");
  std::string out;
  for (std::size_t begin = 0; begin < text.size();) {
    const std::size_t end = std::min(text.find('\n', begin), text.size());
    const std::string line = text.substr(begin, end - begin);
    std::smatch match;
    if (std::regex_match(line, match, alone)) {
      std::string tag = match[1];
      if (match[2] == "include" && end < text.size()) tag.insert(tag.size() - 2, " alone=");
      out += tag;
    } else {
      out += text.substr(begin, end + 1 - begin);
    }
    begin = end + 1;
  }
  return out;
}

class Renderer {
 public:
  explicit Renderer(const Input& input) : input_(input) {}

  std::string render(const std::string& page) {
    std::string marked;
    run(without_block_lines(input_.files.at(page)), input_.data, marked);
    return resolve(marked);
  }

 private:
  static bool truth(const json& value) {
    if (value.is_boolean()) return value.get<bool>();
    if (value.is_array()) return !value.empty();
    if (value.is_string()) return !value.get<std::string>().empty();
    for (const char* key : {"plain", "html", "url", "json"}) {
      if (value.contains(key)) return !value.at(key).get<std::string>().empty();
    }
    throw std::logic_error("no truth in " + value.dump());
  }

  static json look_up(const json& scope, const std::string& path) {
    json value = scope;
    std::stringstream parts(path);
    for (std::string part; std::getline(parts, part, '.');)
      value = json(value.at(part));
    return value;
  }

  std::string mark(const json& value) {
    pending_.push_back(value);
    return "Mq" + std::to_string(pending_.size() - 1) + "qM";
  }

  /// Where the block whose text begins at `at` has its `else` (or npos) and its `end`, and where those tags
  /// end.
  struct Block {
    std::size_t else_begin = std::string::npos, else_end = 0, end_begin = 0, end_end = 0;
  };
  static Block find_block(const std::string& text, std::size_t at) {
    Block block;
    for (int depth = 0;;) {
      const std::size_t begin = text.find("{{", at);
      const std::size_t end = text.find("}}", begin) + 2;
      std::stringstream tag(text.substr(begin + 2, end - begin - 4));
      std::string word;
      tag >> word;
      if (word == "if" || word == "for") ++depth;
      if (word == "else" && depth == 0) block.else_begin = begin, block.else_end = end;
      if (word == "end" && depth-- == 0) {
        block.end_begin = begin;
        block.end_end = end;
        return block;
      }
      at = end;
    }
  }

  void run(const std::string& text, const json& scope, std::string& out) {
    std::size_t at = 0;
    while (true) {
      const std::size_t begin = text.find("{{", at);
      out += text.substr(at, begin == std::string::npos ? begin : begin - at);
      if (begin == std::string::npos) return;
      at = text.find("}}", begin) + 2;
      std::stringstream tag(text.substr(begin + 2, at - begin - 4));
      std::vector<std::string> words;
      for (std::string word; tag >> word;)
        words.push_back(word);
      if (words[0][0] == '#') continue;
      if (words[0] == "if" || words[0] == "for") {
        const Block block = find_block(text, at);
        const std::size_t body_end = std::min(block.else_begin, block.end_begin);
        const std::string body = text.substr(at, body_end - at);
        if (words[0] == "for") {
          for (const json& item : look_up(scope, words[3])) {
            json inner = scope;
            inner[words[1]] = item;
            run(body, inner, out);
          }
        } else if (truth(look_up(scope, words.back())) != (words[1] == "not" && words.size() == 3)) {
          run(body, scope, out);
        } else if (block.else_begin != std::string::npos) {
          run(text.substr(block.else_end, block.end_begin - block.else_end), scope, out);
        }
        at = block.end_end;
      } else if (words[0] == "include" || words[0] == "t") {
        json inner = json::object();
        bool alone = false;
        for (std::size_t i = 2; i < words.size(); ++i) {
          const std::size_t equals = words[i].find('=');
          if (words[i] == "alone=") {
            alone = true;
          } else {
            inner[words[i].substr(0, equals)] = look_up(scope, words[i].substr(equals + 1));
          }
        }
        if (words[0] == "t") {
          label(input_.labels.at(words[1]), inner, out);
        } else {
          std::string partial = input_.files.at(words[1]);
          if (!alone && partial.ends_with('\n')) partial.pop_back();
          run(without_block_lines(partial), inner, out);
        }
      } else {
        out += mark(look_up(scope, words[0]));
      }
    }
  }

  void label(const std::string& text, const json& arguments, std::string& out) {
    static const std::regex piece(R"(\{\{|\}\}|\{(\w+)(:\w+)?\}|[^{}]+)");
    for (std::sregex_iterator i(text.begin(), text.end(), piece), end; i != end; ++i) {
      const std::string found = i->str();
      if ((*i)[1].matched) {
        out += mark(arguments.at((*i)[1].str()));
      } else {
        out += mark(found == "{{" ? "{" : found == "}}" ? "}" : found);
      }
    }
  }

  static std::string plain(const json& value) {
    if (value.is_number()) return std::to_string(value.get<int>());
    if (value.is_string()) return value.get<std::string>();
    return value.contains("plain") ? value.at("plain").get<std::string>()
                                   : value.at("url").get<std::string>();
  }

  static std::string in_text(const json& value) {
    if (!value.is_object() || value.contains("url")) return escaped(plain(value));
    const auto html = value.at("html").get<std::string>();
    if (!value.contains("lang")) return html;
    return "<span lang=\"" + escaped(value.at("lang").get<std::string>()) + "\" dir=\"" +
           escaped(value.at("dir").get<std::string>()) + "\">" + html + "</span>";
  }

  /// Text that Gumbo found: replaces the marks in it by what `show` makes of their values.
  template <typename Show>
  void settle(std::string_view text, Show show) {
    static const std::regex mark(R"(Mq(\d+)qM)");
    const std::string found(text);
    for (std::sregex_iterator i(found.begin(), found.end(), mark), end; i != end; ++i) {
      const std::size_t number = std::stoul((*i)[1].str());
      settled_.at(number) = show(pending_.at(number), static_cast<std::size_t>(i->position()));
    }
  }

  void visit(const GumboNode& node) {
    if (node.type == GUMBO_NODE_TEXT) {
      const GumboTag parent =
          node.parent->type == GUMBO_NODE_ELEMENT ? node.parent->v.element.tag : GUMBO_TAG_UNKNOWN;
      settle(node.v.text.text, [&](const json& value, std::size_t) {
        if (parent == GUMBO_TAG_SCRIPT) return value.at("json").get<std::string>();
        const bool rcdata = parent == GUMBO_TAG_TITLE || parent == GUMBO_TAG_TEXTAREA;
        return rcdata ? escaped(plain(value)) : in_text(value);
      });
    }
    if (node.type == GUMBO_NODE_ELEMENT) {
      const GumboVector& attributes = node.v.element.attributes;
      for (unsigned i = 0; i < attributes.length; ++i) {
        const auto& attribute = *static_cast<const GumboAttribute*>(attributes.data[i]);
        const bool address =
            std::string_view(attribute.name) == "href" || std::string_view(attribute.name) == "src";
        settle(attribute.value, [&](const json& value, std::size_t at) {
          return address && at > 0 ? percent_encoded(plain(value)) : escaped(plain(value));
        });
      }
    }
    const GumboVector* children = node.type == GUMBO_NODE_DOCUMENT  ? &node.v.document.children
                                  : node.type == GUMBO_NODE_ELEMENT ? &node.v.element.children
                                                                    : nullptr;
    for (unsigned i = 0; children != nullptr && i < children->length; ++i) {
      visit(*static_cast<const GumboNode*>(children->data[i]));
    }
  }

  std::string resolve(const std::string& marked) {
    settled_.assign(pending_.size(), "(not found)");
    GumboOutput* tree = gumbo_parse_with_options(&kGumboDefaultOptions, marked.data(), marked.size());
    visit(*tree->document);
    gumbo_destroy_output(&kGumboDefaultOptions, tree);
    static const std::regex mark(R"(Mq(\d+)qM)");
    std::string out;
    auto rest = marked.begin();
    for (std::sregex_iterator i(marked.begin(), marked.end(), mark), end; i != end; ++i) {
      out.append(rest, marked.begin() + i->position()).append(settled_.at(std::stoul((*i)[1].str())));
      rest = marked.begin() + i->position() + i->length();
    }
    return out.append(rest, marked.end());
  }

  const Input& input_;
  std::vector<json> pending_;
  std::vector<std::string> settled_;
};

}  // namespace

std::string render(const Input& input, const std::string& page) {
  return Renderer(input).render(page);
}

}  // namespace reference
