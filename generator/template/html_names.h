#pragma once

#include <cstdint>
#include <string_view>

namespace versus {

/// What the tokenizer of HTML does with the content of an element.
enum class ContentModel : std::uint8_t { markup, text, raw, script, plaintext };

/// What may stand for a value in an attribute.
enum class AttributeKind : std::uint8_t {
  plain,
  address,  ///< A URL that a browser follows or loads.
  refused,  ///< Script, style or a list of addresses: no escape makes a value safe there.
};

/// Content model of an element by its lower-case name (HTML, 13.2.6.4: the elements that switch the
/// tokenizer).
ContentModel content_model(std::string_view element);

/// Kind of an attribute of an element, both by their lower-case names.
AttributeKind attribute_kind(std::string_view element, std::string_view attribute);

/// True if an address attribute that begins with this literal text (white space in front is ignored) leads to
/// the same place whatever component of a path or query follows: scheme and host, or the first segment, are
/// settled.
bool settles_address(std::string_view prefix);

}  // namespace versus
