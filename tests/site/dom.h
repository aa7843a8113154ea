#pragma once

#include <string>
#include <string_view>
#include <utility>
#include <vector>

/// What a browser makes of a page, by Gumbo.
namespace dom {

/// An element, or a text if it has no name.
struct Node {
  std::string_view name;
  std::string text;
  std::vector<std::pair<std::string, std::string>> attributes;
  std::vector<Node> children;

  /// Value of an attribute; empty where there is none.
  std::string_view operator[](std::string_view attribute) const;
  bool has(std::string_view attribute) const;
};

Node parse(std::string_view page);

/// All elements of that name in the order of the page, the node itself among them; all there are for `*`.
std::vector<const Node*> all(const Node& node, std::string_view name);

/// The same without those inside another of that name; none below nullptr.
std::vector<const Node*> outermost(const Node* node, std::string_view name);

/// The first element of that name; throws where there is none.
const Node& first(const Node& node, std::string_view name);

/// The first element with that id, or nullptr.
const Node* by_id(const Node& node, std::string_view id);

/// The text of a node and what is in it, as it is.
std::string raw_text(const Node& node);

/// The same, white space squeezed.
std::string text(const Node& node);

/// White space, NO-BREAK SPACE as well, as one space, none at the ends.
std::string squeezed(std::string_view text);

}  // namespace dom
