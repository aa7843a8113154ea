#include "xml_tree.h"

#include <memory>
#include <stdexcept>
#include <type_traits>
#include <utility>

#include <expat.h>

namespace xml_tree {

namespace {

using Open = std::vector<Element>;  ///< Elements that have begun and not ended; the first holds the root.

void begin(void* data, const char* name, const char** attributes) {
  Element element{name, {}, {}, {}};
  for (; *attributes != nullptr; attributes += 2)
    element.attributes[attributes[0]] = attributes[1];
  static_cast<Open*>(data)->push_back(std::move(element));
}

void end(void* data, const char*) {
  Open& open = *static_cast<Open*>(data);
  Element element = std::move(open.back());
  open.pop_back();
  open.back().children.push_back(std::move(element));
}

void text(void* data, const char* bytes, int size) {
  static_cast<Open*>(data)->back().text.append(bytes, static_cast<std::size_t>(size));
}

void collect(const Element& element, std::string_view name, std::vector<const Element*>& found) {
  if (name == "*" || element.name == name) found.push_back(&element);
  for (const Element& child : element.children)
    collect(child, name, found);
}

}  // namespace

std::string_view Element::operator[](std::string_view attribute) const {
  const auto found = attributes.find(attribute);
  return found == attributes.end() ? std::string_view() : found->second;
}

Element parse(std::string_view document) {
  const std::unique_ptr<std::remove_pointer_t<XML_Parser>, decltype(&XML_ParserFree)> parser(
      XML_ParserCreate("UTF-8"), XML_ParserFree);
  Open open(1);
  XML_SetUserData(parser.get(), &open);
  XML_SetElementHandler(parser.get(), begin, end);
  XML_SetCharacterDataHandler(parser.get(), text);
  if (XML_Parse(parser.get(), document.data(), static_cast<int>(document.size()), 1) != XML_STATUS_OK)
    throw std::runtime_error(XML_ErrorString(XML_GetErrorCode(parser.get())));
  return std::move(open.front().children.front());
}

std::vector<const Element*> all(const Element& element, std::string_view name) {
  std::vector<const Element*> found;
  collect(element, name, found);
  return found;
}

}  // namespace xml_tree
