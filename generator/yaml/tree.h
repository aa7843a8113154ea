#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "diagnostic/diagnostic.h"
#include "source/source.h"
#include "yaml/reader.h"
#include "yaml/yaml.h"

namespace versus::yaml {

/// Builds the tree of one file from a parser's events. The parser says in which order values come and where
/// each begins; the reader finds where they end.
class TreeBuilder {
 public:
  explicit TreeBuilder(Reader& reader) : reader_(reader) {}

  /// An event that a document begins at `mark`, a byte offset.
  void document(std::size_t mark);
  void scalar(std::size_t mark, std::string_view text);
  void null(std::size_t mark);
  void begin(Node::Kind kind, std::size_t mark, bool flow);
  void end();

  /// The whole tree, after the last event; nothing if the file has no value.
  std::optional<Node> finish();

  /// A list or mapping that has begun and not ended.
  struct Open {
    Node::Kind kind;
    std::size_t begin;
  };
  std::optional<Open> innermost() const;
  /// Column at which lines must begin that belong to the innermost value.
  std::size_t min_column() const;

 private:
  struct Frame {
    Node node;
    bool flow = false;
    bool bracket = false;  ///< Its opening bracket has been read.
    std::size_t column = 0;
    std::optional<Entry> pending;  ///< A key whose value has not come yet.

    bool wants_key() const { return node.kind == Node::Kind::mapping && !pending; }
  };

  bool null_word(std::size_t mark);
  std::size_t empty_place() const;
  void check_empty(std::size_t place);
  void add(Node node);
  void add_key(Frame& frame, Node node);
  void drop_duplicates(Node& mapping);

  Reader& reader_;
  std::vector<Frame> stack_;
  std::optional<Node> root_;
  bool document_seen_ = false;
};

}  // namespace versus::yaml
