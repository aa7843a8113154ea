#pragma once

#include <map>
#include <string>
#include <string_view>
#include <vector>

/// XML as an XML parser reads it, by Expat.
namespace xml_tree {

struct Element {
  std::string name;
  std::map<std::string, std::string, std::less<>> attributes;
  std::string text;  ///< Of the element itself, without that of its children.
  std::vector<Element> children;

  /// Value of an attribute; empty where there is none.
  std::string_view operator[](std::string_view attribute) const;
};

/// The root element; throws std::runtime_error with the parser's complaint if it is not well-formed.
Element parse(std::string_view text);

/// All elements of that name in the order of the document, the element itself among them; all there are for
/// `*`.
std::vector<const Element*> all(const Element& element, std::string_view name);

}  // namespace xml_tree
