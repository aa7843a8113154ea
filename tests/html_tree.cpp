#include "html_tree.h"

#include <functional>
#include <set>
#include <span>

#include <gumbo.h>
#include <nlohmann/json.hpp>

namespace html_tree {

namespace {

class Tree {
 public:
  explicit Tree(std::string_view page)
      : output_(gumbo_parse_with_options(&kGumboDefaultOptions, page.data(), page.size())) {}
  Tree(const Tree&) = delete;
  Tree& operator=(const Tree&) = delete;
  ~Tree() { gumbo_destroy_output(&kGumboDefaultOptions, output_); }

  const GumboNode& root() const { return *output_->document; }

 private:
  GumboOutput* output_;
};

std::span<void* const> items(const GumboVector& vector) {
  return {vector.data, vector.length};
}

std::span<void* const> children(const GumboNode& node) {
  if (node.type == GUMBO_NODE_DOCUMENT) return items(node.v.document.children);
  if (node.type == GUMBO_NODE_ELEMENT || node.type == GUMBO_NODE_TEMPLATE)
    return items(node.v.element.children);
  return {};
}

std::span<void* const> attributes(const GumboNode& node) {
  if (node.type != GUMBO_NODE_ELEMENT && node.type != GUMBO_NODE_TEMPLATE) return {};
  return items(node.v.element.attributes);
}

std::string_view name_of(const GumboNode& node) {
  if (node.v.element.tag != GUMBO_TAG_UNKNOWN) return gumbo_normalized_tagname(node.v.element.tag);
  GumboStringPiece piece = node.v.element.original_tag;
  gumbo_tag_from_original_text(&piece);
  return {piece.data, piece.length};
}

bool is_address(std::string_view attribute) {
  static const std::set<std::string_view> names = {"href",   "src",  "action", "formaction",
                                                   "poster", "cite", "data"};
  return names.contains(attribute);
}

std::string percent_decoded(std::string_view text) {
  std::string out;
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (text[i] == '%' && i + 2 < text.size()) {
      out += static_cast<char>(std::stoi(std::string(text.substr(i + 1, 2)), nullptr, 16));
      i += 2;
    } else {
      out += text[i];
    }
  }
  return out;
}

std::string json_strings(std::string_view text) {
  const auto json = nlohmann::json::parse(text, nullptr, false);
  if (json.is_discarded()) return "not JSON";
  std::string out;
  for (const auto& [key, value] : json.items()) {
    out.append(key).append("=").append(value.is_string() ? value.get<std::string>() : value.dump());
  }
  return out;
}

void write(const GumboNode& node, bool with_content, std::string& out) {
  switch (node.type) {
    case GUMBO_NODE_DOCUMENT:
      break;
    case GUMBO_NODE_ELEMENT:
    case GUMBO_NODE_TEMPLATE:
      out.append("(").append(name_of(node));
      for (const void* item : attributes(node)) {
        const auto& attribute = *static_cast<const GumboAttribute*>(item);
        out.append(" ").append(attribute.name);
        if (!with_content) continue;
        out.append("=[").append(is_address(attribute.name) ? percent_decoded(attribute.value)
                                                           : attribute.value);
        out.append("]");
      }
      break;
    case GUMBO_NODE_COMMENT:
      out.append("(!");
      if (with_content) out.append(node.v.text.text);
      break;
    default:
      if (!with_content) return;
      if (node.parent->type == GUMBO_NODE_ELEMENT && node.parent->v.element.tag == GUMBO_TAG_SCRIPT) {
        out.append("[").append(json_strings(node.v.text.text)).append("]");
      } else {
        out.append("[").append(node.v.text.text).append("]");
      }
      return;
  }
  for (const void* child : children(node))
    write(*static_cast<const GumboNode*>(child), with_content, out);
  if (node.type != GUMBO_NODE_DOCUMENT) out.append(")\n");
}

std::size_t count_scripts(const GumboNode& node) {
  std::size_t count = 0;
  for (const void* item : attributes(node)) {
    const auto& attribute = *static_cast<const GumboAttribute*>(item);
    if (!is_address(attribute.name)) continue;
    // Browsers drop white space and control characters in front, and tabs and line ends anywhere.
    std::string scheme;
    for (const char c : std::string_view(attribute.value)) {
      if (static_cast<unsigned char>(c) > 0x20)
        scheme += static_cast<char>(c >= 'A' && c <= 'Z' ? c + 32 : c);
    }
    count += scheme.starts_with("javascript:") ? 1 : 0;
  }
  for (const void* child : children(node))
    count += count_scripts(*static_cast<const GumboNode*>(child));
  return count;
}

}  // namespace

std::string structure(std::string_view page) {
  std::string out;
  write(Tree(page).root(), false, out);
  return out;
}

std::string content(std::string_view page) {
  std::string out;
  write(Tree(page).root(), true, out);
  return out;
}

std::size_t script_addresses(std::string_view page) {
  return count_scripts(Tree(page).root());
}

}  // namespace html_tree
