#pragma once

#include <string>

#include "locale/locale.h"
#include "template/value.h"
#include "yaml/decode.h"

namespace versus {

/// A text as its author wrote it, with the place of each of its bytes.
struct RawProse {
  std::string text;
  Node node;
};
bool decode_scalar(std::string_view text, const Node& node, RawProse& prose, DecodeContext& context);

template <>
struct TextForm<RawProse> {
  static constexpr std::string_view pattern = R"([^ \n])";
  static constexpr std::string_view description = "a text, with backticks around literal protocol text";
};

/// The text with everything between two backticks blanked out, byte for byte: literal protocol text obeys no
/// grammar.
std::string mask_literals(std::string text);

/// Checks that the text can be used as its form is used, so that no frame around it makes broken grammar:
/// sentences begin with a capital and end with a stop; clauses and noun phrases do neither and do not begin
/// with a word that the frame supplies; no word stands twice in a row.
void check_form(const RawProse& prose, Form form, const Typography& typography, DecodeContext& context);

/// Turns inline markup into HTML and plain text. The only markup is a pair of backticks around literal
/// protocol text.
ProseText render_markup(const RawProse& prose, DecodeContext& context);

}  // namespace versus
