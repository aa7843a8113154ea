#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "diagnostic/diagnostic.h"
#include "source/source.h"

namespace versus {

struct Entry;

/// One value of a YAML file. Spans of children lie within their parent's and do not overlap.
struct Node {
  enum class Kind : std::uint8_t { scalar, sequence, mapping };

  Kind kind = Kind::scalar;
  Span span;           ///< The value as it stands in the file, with its quotes, brackets or block header.
  bool plain = false;  ///< A scalar that is neither quoted nor a block; the only kind that can be a number.
  std::string text;    ///< Decoded text of a scalar.
  std::vector<Node> items;     ///< Of a sequence.
  std::vector<Entry> entries;  ///< Of a mapping, in the order of the file; no key stands twice.

  /// Entry of that key in a mapping, or nullptr.
  const Entry* find(std::string_view key) const;

  /// True where the file leaves the value out, as in `key:` with nothing behind it; the span is empty then.
  bool missing() const { return kind == Kind::scalar && span.begin == span.end; }
};

/// A key of a mapping and its value.
struct Entry {
  std::string key;
  Span key_span;
  Node value;
};

/// Reads one file of the YAML subset that Versus takes: one document in UTF-8, without anchors, aliases,
/// tags, merge keys, complex keys and directives, at most 32 levels deep. Mistakes go to `diagnostics`; the
/// result is empty when the text cannot be read to its end.
std::optional<Node> parse_yaml(const Sources& sources, FileId file, Diagnostics& diagnostics);

/// Where bytes [begin, end) of a scalar's decoded text stand in the file: exact in plain, quoted and block
/// scalars alike, across line folds and escapes. The whole scalar's span if the range is not within the text.
Span scalar_part(const Sources& sources, const Node& scalar, std::size_t begin, std::size_t end);

}  // namespace versus
