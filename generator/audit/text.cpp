#include "audit/text.h"

#include <algorithm>
#include <array>
#include <memory>
#include <span>

#include <gumbo.h>

#include "language/phrases.h"

namespace versus {

namespace {

/// Elements that may stand within a word. All others separate words, those of pictures too.
constexpr std::array inline_tags = {
    GUMBO_TAG_A,     GUMBO_TAG_ABBR, GUMBO_TAG_B,    GUMBO_TAG_BDI, GUMBO_TAG_BDO, GUMBO_TAG_CITE,
    GUMBO_TAG_CODE,  GUMBO_TAG_DATA, GUMBO_TAG_DEL,  GUMBO_TAG_DFN, GUMBO_TAG_EM,  GUMBO_TAG_I,
    GUMBO_TAG_INS,   GUMBO_TAG_KBD,  GUMBO_TAG_MARK, GUMBO_TAG_Q,   GUMBO_TAG_S,   GUMBO_TAG_SAMP,
    GUMBO_TAG_SMALL, GUMBO_TAG_SPAN, GUMBO_TAG_SUB,  GUMBO_TAG_SUP, GUMBO_TAG_U,   GUMBO_TAG_STRONG,
    GUMBO_TAG_TIME,  GUMBO_TAG_VAR,  GUMBO_TAG_WBR};

/// Elements whose text is taken as it is in any language.
constexpr std::array literal_tags = {GUMBO_TAG_CODE, GUMBO_TAG_KBD, GUMBO_TAG_PRE, GUMBO_TAG_SAMP};

bool is_inline(GumboTag tag) {
  return std::ranges::find(inline_tags, tag) != inline_tags.end();
}

std::span<GumboNode* const> children(const GumboElement& element) {
  const GumboVector& vector = element.children;
  return {reinterpret_cast<GumboNode* const*>(vector.data), vector.length};
}

const GumboNode* find_main(const GumboNode& node) {
  if (node.type != GUMBO_NODE_ELEMENT) return nullptr;
  if (node.v.element.tag == GUMBO_TAG_MAIN) return &node;
  for (const GumboNode* child : children(node.v.element)) {
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
  const char* separator = is_inline(tag) ? "" : "\n";
  text += separator;
  for (const GumboNode* child : children(node.v.element))
    add_text(*child, text);
  text += separator;
}

std::string_view attribute(const GumboElement& element, const char* name) {
  const GumboAttribute* found = gumbo_get_attribute(&element.attributes, name);
  return found == nullptr ? std::string_view() : found->value;
}

constexpr std::string_view ellipsis = "…";  // Stands for literal text.
constexpr std::size_t least_literal = 3;    // Bytes; what is shorter stands in words as well.

/// True for a line of text in a picture: the lines of one label are one passage.
bool is_line_of_picture(const GumboElement& element) {
  constexpr std::string_view begin = "<text";
  return element.tag_namespace == GUMBO_NAMESPACE_SVG &&
         std::string_view(element.original_tag.data, element.original_tag.length).starts_with(begin);
}

/// Takes a page apart into passages.
class Passages {
 public:
  explicit Passages(std::vector<Passage>& list) : list_(list) {}

  /// Adds the text of an element to `text`, which goes on behind it if the element is part of a line.
  void collect(const GumboElement& element, std::string_view language, std::string& text) {
    if (element.tag == GUMBO_TAG_SCRIPT || element.tag == GUMBO_TAG_STYLE) return;
    if (std::ranges::find(literal_tags, element.tag) != literal_tags.end() ||
        attribute(element, "translate") == "no") {
      add_literal(element);
      text += ' ';
      return;
    }
    const std::string_view own = attribute(element, "lang");
    const std::string_view inner = own.empty() ? language : own;
    for (const char* name : {"alt", "aria-label", "title"})
      add(attribute(element, name), inner, false);
    if (element.tag == GUMBO_TAG_META && attribute(element, "name") == "description")
      add(attribute(element, "content"), inner, false);
    const bool marks = element.tag_namespace == GUMBO_NAMESPACE_HTML && element.tag != GUMBO_TAG_TITLE;

    const bool in_line = is_inline(element.tag) || is_line_of_picture(element);
    if (in_line && inner == language) {
      if (!is_inline(element.tag)) text += ' ';
      return collect_children(element, inner, text);
    }
    if (!in_line) finish(text, language);
    std::string apart;
    collect_children(element, inner, apart);
    add(apart, inner, marks);
    text += ' ';
  }

  void finish(std::string& text, std::string_view language) {
    add(text, language, true);
    text.clear();
  }

  /// Takes literal text away from passages without markup, as a reason phrase from the title.
  void remove_literals() {
    std::ranges::sort(literals_, std::ranges::greater(), &std::string::size);  // Parts of others come last.
    for (const std::size_t bare : bare_) {
      Passage& passage = list_[bare];
      for (const std::string& literal : literals_) {
        for (std::size_t at = passage.text.find(literal); at != std::string::npos;
             at = passage.text.find(literal, at + ellipsis.size()))
          passage.text.replace(at, literal.size(), ellipsis);
      }
    }
  }

 private:
  void add_literal(const GumboElement& element) {
    std::string text;
    for (const GumboNode* child : children(element))
      add_text(*child, text);
    if (text.size() >= least_literal && text.find('\n') == std::string::npos &&
        std::ranges::find(literals_, text) == literals_.end())
      literals_.push_back(std::move(text));
  }

  void collect_children(const GumboElement& element, std::string_view language, std::string& text) {
    for (const GumboNode* child : children(element)) {
      if (child->type == GUMBO_NODE_ELEMENT) {
        collect(child->v.element, language, text);
      } else if (child->type != GUMBO_NODE_COMMENT && child->type != GUMBO_NODE_TEMPLATE) {
        text += child->v.text.text;
      }
    }
  }

  /// Adds a passage; `marks` tells whether what is literal in it is marked.
  void add(std::string_view text, std::string_view language, bool marks) {
    std::string squeezed;
    for (std::size_t at = 0; at < text.size(); ++at) {
      const char c = text[at];
      const bool joins = text.substr(at).starts_with(no_break_space);
      if (joins) at += no_break_space.size() - 1;
      const bool space = joins || c == ' ' || (c >= '\t' && c <= '\r');
      if (!space) {
        squeezed += c;
      } else if (!squeezed.empty() && squeezed.back() != ' ') {
        squeezed += ' ';
      }
    }
    if (squeezed.ends_with(' ')) squeezed.pop_back();
    if (squeezed.empty()) return;
    if (!marks) bare_.push_back(list_.size());
    list_.push_back({std::move(squeezed), std::string(language)});
  }

  std::vector<Passage>& list_;
  std::vector<std::size_t> bare_;  ///< Passages without markup.
  std::vector<std::string> literals_;
};

}  // namespace

PageText page_text(std::string_view html) {
  const auto destroy = [](GumboOutput* output) { gumbo_destroy_output(&kGumboDefaultOptions, output); };
  const std::unique_ptr<GumboOutput, decltype(destroy)> output(
      gumbo_parse_with_options(&kGumboDefaultOptions, html.data(), html.size()));
  const GumboNode& root = *output->root;
  PageText page;
  page.language = attribute(root.v.element, "lang");
  if (const GumboNode* main = find_main(root)) add_text(*main, page.main.emplace());
  std::string rest;
  Passages passages(page.passages);
  passages.collect(root.v.element, page.language, rest);
  passages.remove_literals();
  return page;
}

}  // namespace versus
