#pragma once

#include <cstdint>
#include <optional>
#include <vector>

#include "template/lexer.h"

namespace versus {

/// A dotted name such as `a.b.c`; without parts where the template had none (reported by the parser).
struct Path {
  std::vector<Word> parts;
  Span span;
};

/// `name=path` of a label or an include.
struct Argument {
  Word name;
  Path value;
};

enum class NodeKind : std::uint8_t { text, value, label, url, embed, branch, loop, include };

struct TemplateNode {
  NodeKind kind;
  Span span;             ///< The text, or the tag that begins the node.
  Path path{};           ///< The value, condition or list.
  bool negated = false;  ///< `{{if not path}}`
  bool alone = false;    ///< An include that stands for its whole line, not inside one.
  Word name{};           ///< Key of a label, variable of a loop, file of any other.
  std::vector<Argument> arguments{};
  std::vector<TemplateNode> body{};  ///< Of a loop, or where a condition holds.
  std::vector<TemplateNode> otherwise{};
};

/// Parses one template file. Malformed tags are reported and left out or left incomplete; nothing comes back
/// where blocks do not nest, since what follows would only repeat the mistake.
std::optional<std::vector<TemplateNode>> parse_template(FileId file, std::string_view text,
                                                        Diagnostics& diagnostics);

}  // namespace versus
