#pragma once

#include <map>
#include <string>
#include <string_view>
#include <vector>

/// What a browser makes of a page, by Gumbo.
namespace dom {

/// An element, or a text if it has no name.
struct Node {
  std::string name;
  std::string text;
  std::map<std::string, std::string, std::less<>> attributes;
  std::vector<Node> children;

  /// Value of an attribute; empty where there is none.
  std::string_view operator[](std::string_view attribute) const;
};

Node parse(std::string_view page);

/// All elements of that name in the order of the page, the node itself among them; all there are for `*`.
std::vector<const Node*> all(const Node& node, std::string_view name);

/// The first element with that id, or nullptr.
const Node* by_id(const Node& node, std::string_view id);

/// The text of a node and what is in it, white space squeezed.
std::string text(const Node& node);

/// White space as one space, none at the ends.
std::string squeezed(const std::string& text);

}  // namespace dom
