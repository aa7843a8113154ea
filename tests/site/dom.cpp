#include "site/dom.h"

#include <algorithm>
#include <sstream>

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
      for (unsigned i = 0; i < element.attributes.length; ++i) {
        const auto* attribute = static_cast<const GumboAttribute*>(element.attributes.data[i]);
        node.attributes[attribute->name] = attribute->value;
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
  for (unsigned i = 0; children != nullptr && i < children->length; ++i)
    node.children.push_back(convert(*static_cast<const GumboNode*>(children->data[i])));
  return node;
}

void collect(const Node& node, std::string_view name, std::vector<const Node*>& found) {
  if (!node.name.empty() && (name == "*" || node.name == name)) found.push_back(&node);
  for (const Node& child : node.children)
    collect(child, name, found);
}

void collect_text(const Node& node, std::string& text) {
  text += node.text;
  for (const Node& child : node.children)
    collect_text(child, text);
}

}  // namespace

std::string_view Node::operator[](std::string_view attribute) const {
  const auto found = attributes.find(attribute);
  return found == attributes.end() ? std::string_view() : found->second;
}

Node parse(std::string_view page) {
  GumboOutput* output = gumbo_parse_with_options(&kGumboDefaultOptions, page.data(), page.size());
  Node root = convert(*output->document);
  gumbo_destroy_output(&kGumboDefaultOptions, output);
  return root;
}

std::vector<const Node*> all(const Node& node, std::string_view name) {
  std::vector<const Node*> found;
  collect(node, name, found);
  return found;
}

const Node* by_id(const Node& node, std::string_view id) {
  const auto elements = all(node, "*");
  const auto found =
      std::ranges::find_if(elements, [&](const Node* element) { return (*element)["id"] == id; });
  return found == elements.end() ? nullptr : *found;
}

std::string text(const Node& node) {
  std::string result;
  collect_text(node, result);
  return squeezed(result);
}

std::string squeezed(const std::string& text) {
  std::istringstream words(text);
  std::string result;
  for (std::string word; words >> word;)
    result.append(result.empty() ? "" : " ").append(word);
  return result;
}

}  // namespace dom
