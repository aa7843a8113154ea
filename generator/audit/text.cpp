#include "audit/text.h"

#include <algorithm>
#include <array>
#include <memory>
#include <span>

#include <gumbo.h>

namespace versus {

namespace {

/// Elements that may stand within a word. All others separate words, those of pictures too.
constexpr std::array inline_tags = {
    GUMBO_TAG_A,     GUMBO_TAG_ABBR, GUMBO_TAG_B,    GUMBO_TAG_BDI, GUMBO_TAG_BDO, GUMBO_TAG_CITE,
    GUMBO_TAG_CODE,  GUMBO_TAG_DATA, GUMBO_TAG_DEL,  GUMBO_TAG_DFN, GUMBO_TAG_EM,  GUMBO_TAG_I,
    GUMBO_TAG_INS,   GUMBO_TAG_KBD,  GUMBO_TAG_MARK, GUMBO_TAG_Q,   GUMBO_TAG_S,   GUMBO_TAG_SAMP,
    GUMBO_TAG_SMALL, GUMBO_TAG_SPAN, GUMBO_TAG_SUB,  GUMBO_TAG_SUP, GUMBO_TAG_U,   GUMBO_TAG_STRONG,
    GUMBO_TAG_TIME,  GUMBO_TAG_VAR,  GUMBO_TAG_WBR};

std::span<GumboNode* const> children(const GumboNode& element) {
  const GumboVector& vector = element.v.element.children;
  return {reinterpret_cast<GumboNode* const*>(vector.data), vector.length};
}

const GumboNode* find_main(const GumboNode& node) {
  if (node.type != GUMBO_NODE_ELEMENT) return nullptr;
  if (node.v.element.tag == GUMBO_TAG_MAIN) return &node;
  for (const GumboNode* child : children(node)) {
    if (const GumboNode* found = find_main(*child)) return found;
  }
  return nullptr;
}

void add_text(const GumboNode& node, std::string& text) {
  if (node.type == GUMBO_NODE_TEXT || node.type == GUMBO_NODE_CDATA || node.type == GUMBO_NODE_WHITESPACE)
    text += node.v.text.text;
  if (node.type != GUMBO_NODE_ELEMENT) return;
  const GumboTag tag = node.v.element.tag;
  if (tag == GUMBO_TAG_SCRIPT || tag == GUMBO_TAG_STYLE) return;
  const char* separator = std::ranges::find(inline_tags, tag) == inline_tags.end() ? "\n" : "";
  text += separator;
  for (const GumboNode* child : children(node))
    add_text(*child, text);
  text += separator;
}

}  // namespace

PageText page_text(std::string_view html) {
  const auto destroy = [](GumboOutput* output) { gumbo_destroy_output(&kGumboDefaultOptions, output); };
  const std::unique_ptr<GumboOutput, decltype(destroy)> output(
      gumbo_parse_with_options(&kGumboDefaultOptions, html.data(), html.size()));
  const GumboNode& root = *output->root;
  PageText page;
  if (const GumboAttribute* language = gumbo_get_attribute(&root.v.element.attributes, "lang"))
    page.language = language->value;
  if (const GumboNode* main = find_main(root)) add_text(*main, page.main.emplace());
  return page;
}

}  // namespace versus
