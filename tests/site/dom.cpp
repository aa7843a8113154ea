#include "site/dom.h"

#include <algorithm>
#include <stdexcept>

#include <gumbo.h>

namespace dom {

namespace {

Node convert(const GumboNode& from) {
  Node node;
  const GumboVector* children = nullptr;
  switch (from.type) {
    case GUMBO_NODE_DOCUMENT:
      node.name = "#document";
      children = &from.v.document.children;
      break;
    case GUMBO_NODE_ELEMENT:
    case GUMBO_NODE_TEMPLATE: {
      const GumboElement& element = from.v.element;
      node.name = gumbo_normalized_tagname(element.tag);
      node.attributes.reserve(element.attributes.length);
      for (unsigned i = 0; i < element.attributes.length; ++i) {
        const auto* attribute = static_cast<const GumboAttribute*>(element.attributes.data[i]);
        node.attributes.emplace_back(attribute->name, attribute->value);
      }
      children = &element.children;
      break;
    }
    case GUMBO_NODE_COMMENT:
      node.name = "#comment";
      break;
    default:
      node.text = from.v.text.text;
  }
  if (children == nullptr) return node;
  node.children.reserve(children->length);
  for (unsigned i = 0; i < children->length; ++i)
    node.children.push_back(convert(*static_cast<const GumboNode*>(children->data[i])));
  return node;
}

void collect(const Node& node, std::string_view name, bool nested, std::vector<const Node*>& found) {
  if (!node.name.empty() && (name == "*" || node.name == name)) {
    found.push_back(&node);
    if (!nested) return;
  }
  for (const Node& child : node.children)
    collect(child, name, nested, found);
}

void collect_text(const Node& node, std::string& text) {
  text += node.text;
  for (const Node& child : node.children)
    collect_text(child, text);
}

}  // namespace

std::string_view Node::operator[](std::string_view attribute) const {
  const auto found = std::ranges::find_if(attributes, [&](const auto& a) { return a.first == attribute; });
  return found == attributes.end() ? std::string_view() : found->second;
}

bool Node::has(std::string_view attribute) const {
  return std::ranges::any_of(attributes, [&](const auto& a) { return a.first == attribute; });
}

Node parse(std::string_view page) {
  GumboOutput* output = gumbo_parse_with_options(&kGumboDefaultOptions, page.data(), page.size());
  Node root = convert(*output->document);
  gumbo_destroy_output(&kGumboDefaultOptions, output);
  return root;
}

std::vector<const Node*> all(const Node& node, std::string_view name) {
  std::vector<const Node*> found;
  collect(node, name, true, found);
  return found;
}

std::vector<const Node*> outermost(const Node* node, std::string_view name) {
  std::vector<const Node*> found;
  if (node != nullptr) collect(*node, name, false, found);
  return found;
}

const Node& first(const Node& node, std::string_view name) {
  const auto found = outermost(&node, name);
  if (found.empty()) throw std::runtime_error("no " + std::string(name));
  return *found[0];
}

const Node* by_id(const Node& node, std::string_view id) {
  if (node["id"] == id) return &node;
  for (const Node& child : node.children) {
    if (const Node* found = by_id(child, id)) return found;
  }
  return nullptr;
}

std::string raw_text(const Node& node) {
  std::string result;
  collect_text(node, result);
  return result;
}

std::string text(const Node& node) {
  return squeezed(raw_text(node));
}

std::string squeezed(std::string_view text) {
  constexpr std::string_view white = " \t\r\n\f";
  constexpr std::string_view no_break = "\u00A0";
  std::string result;
  bool apart = false;
  while (!text.empty()) {
    const std::size_t size = text.starts_with(no_break) ? no_break.size() : 1;
    if (size > 1 || white.find(text[0]) != std::string_view::npos) {
      apart = !result.empty();
    } else {
      if (apart) result += ' ';
      apart = false;
      result += text[0];
    }
    text.remove_prefix(size);
  }
  return result;
}

}  // namespace dom
