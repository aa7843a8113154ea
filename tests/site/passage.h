#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "site/dom.h"
#include "site/real_site.h"

/// The visible text of a page, cut into pieces that rules can be held to.
namespace real_site {

/// Stands in a text for protocol text and for words of another language.
inline constexpr char literal = '\x01';

enum class Shape {
  words,     ///< A heading, a cell, a name.
  clause,    ///< Part of a sentence.
  sentence,  ///< Exactly one.
  sentences
};

/// The text of one block, such as a paragraph, in one language.
struct Passage {
  std::string text;   ///< With `literal` for what is not in its language.
  std::string whole;  ///< With everything that is read.
  std::string_view tag;
  Shape shape = Shape::words;

  friend bool operator==(const Passage&, const Passage&) = default;
};

/// `names` are words of the protocol, which titles and descriptions show without a mark.
std::vector<Passage> passages_of(const dom::Node& root, const Page& page,
                                 const std::vector<std::string>& names);

/// Reason phrases of the protocol and the names of its classes, the longest first.
std::vector<std::string> protocol_names(const versus::Registry& registry);

/// The sentences of a text, each without its stop.
std::vector<std::string> sentences_of(std::string_view text);

}  // namespace real_site
