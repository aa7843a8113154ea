#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "diagnostic/diagnostic.h"
#include "source/source.h"
#include "yaml/yaml.h"

namespace versus::yaml {

/// Thrown by the builder, and caught in this module, where going on would only produce follow-up mistakes.
struct Stop {};

/// Builds the tree of one file from a parser's events. The parser says in which order values come and where
/// each begins; the builder finds where they end, and reads every byte between them, so that nothing in the
/// file is passed over.
class TreeBuilder {
 public:
  TreeBuilder(const SourceFile& file, FileId id, Diagnostics& diagnostics)
      : file_(file.text()), id_(id), diagnostics_(diagnostics) {}

  /// An event that a document begins at `mark`, a byte offset.
  void document(std::size_t mark);
  void scalar(std::size_t mark, std::string_view text);
  void null(std::size_t mark);
  void begin(Node::Kind kind, std::size_t mark, bool flow);
  void end();

  /// The whole tree, after the last event; nothing if the file has no value.
  std::optional<Node> finish();

  /// What the parser had read when it failed.
  struct Open {
    Node::Kind kind;
    bool flow;
    std::size_t begin;
  };
  /// The innermost list or mapping that has not ended.
  std::optional<Open> innermost() const;
  /// Where the last value or key ended.
  std::size_t cursor() const { return cursor_; }
  /// The last quoted scalar that goes over several lines.
  const std::optional<Span>& long_quote() const { return long_quote_; }
  /// Reports what can be seen from the cursor to `mark` that explains why the parser failed there.
  bool explain_gap(std::size_t mark);

 private:
  struct Frame {
    Node node;
    bool flow;
    std::size_t column;
    std::optional<Entry> pending;  ///< A key whose value has not come yet.
    bool started = false;
  };

  Span span(std::size_t begin, std::size_t end) const;
  void report(DiagnosticKind kind, std::size_t begin, std::size_t end, std::string message,
              std::string hint = {});
  void gap(std::size_t to);
  std::size_t gap_token(std::size_t at);
  std::size_t skip_gap(std::size_t at) const;
  std::size_t skip_properties(std::size_t mark);
  std::size_t empty_place();
  std::size_t block_column() const;
  Node read_scalar(std::size_t begin, std::string_view text);
  void add(Node node);
  void add_key(Frame& frame, Node node);
  void drop_duplicates(Node& mapping);

  std::string_view file_;
  FileId id_;
  Diagnostics& diagnostics_;
  std::vector<Frame> stack_;
  std::optional<Node> root_;
  std::size_t cursor_ = 0;
  bool document_seen_ = false;
  bool clean_ = true;  ///< No mistake yet.
  std::optional<Span> long_quote_;
};

}  // namespace versus::yaml
