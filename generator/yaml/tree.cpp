#include "yaml/tree.h"

#include <algorithm>
#include <numeric>
#include <utility>

#include "yaml/scalar.h"

namespace versus::yaml {

namespace {

constexpr std::size_t max_depth = 32;

/// Length of the null word at `at` if it is a whole plain scalar there, or 0.
std::size_t null_length(std::string_view file, std::size_t at, bool flow, bool key) {
  for (const std::string_view word : {"~", "null", "Null", "NULL"}) {
    if (!file.substr(at).starts_with(word)) continue;
    const std::size_t end = at + word.size();
    const std::size_t after = skip_blanks(file, end);
    if (after == file.size() || file[after] == '\n' || file[after] == '\r') return word.size();
    if (file[after] == '#' && after > end) return word.size();
    if (flow && is_one_of(file[after], ",]}")) return word.size();
    if (key && file[after] == ':') return word.size();
  }
  return 0;
}

}  // namespace

void TreeBuilder::document(std::size_t mark) {
  if (!std::exchange(document_seen_, true)) return;
  const std::string_view file = reader_.file();
  const std::size_t at = std::min(std::max(mark, reader_.cursor()), file.size());
  const std::string_view between = file.substr(reader_.cursor(), at + 3 - reader_.cursor());
  if (between.find("---") != std::string_view::npos || between.find("...") != std::string_view::npos) {
    reader_.report(DiagnosticKind::yaml_feature, at, line_end(file, at), "a second document in one file",
                   "write one document per file, without '---' between");
  } else if (reader_.at(at) == ':') {
    reader_.report(DiagnosticKind::yaml_syntax, at, at + 1, "a ':' without a space behind it",
                   "write ': ' between key and value");
  } else {
    reader_.report(DiagnosticKind::yaml_syntax, at, line_end(file, at),
                   "text behind the end of the file's only value",
                   "check the indentation and the quotes of the lines above");
  }
  throw Stop{};
}

std::size_t TreeBuilder::min_column() const {
  for (auto frame = stack_.rbegin(); frame != stack_.rend(); ++frame) {
    if (!frame->flow) return frame->column + 1;
  }
  return 0;
}

void TreeBuilder::scalar(std::size_t mark, std::string_view text) {
  reader_.properties(mark);
  if (text.empty() && !is_one_of(reader_.at(reader_.cursor()), "'\"|>")) {
    null(mark);  // A tag without a value.
  } else {
    add(reader_.scalar(text, min_column()));
  }
}

/// Where a value that the file leaves out would stand: right behind its indicator.
std::size_t TreeBuilder::empty_place() const {
  const std::size_t cursor = reader_.cursor();
  if (stack_.empty()) return cursor;
  const Frame& frame = stack_.back();
  if (frame.wants_key()) return reader_.skip_gap(cursor);
  const bool list = frame.node.kind == Node::Kind::sequence;
  if (list && frame.flow && frame.node.items.empty()) return cursor;
  const char indicator = !list ? ':' : frame.flow ? ',' : '-';
  const std::size_t at = reader_.skip_gap(cursor);
  return reader_.at(at) == indicator ? at + 1 : cursor;
}

void TreeBuilder::null(std::size_t mark) {
  if (null_word(mark)) return;
  const std::size_t place = empty_place();
  check_empty(place);
  reader_.gap(place);
  Node node;
  node.plain = true;
  node.span = reader_.span(reader_.cursor(), reader_.cursor());
  add(std::move(node));
}

/// Reads a word such as `null`, if that is what the event is about: the same event tells of a value left out,
/// with the mark of whatever comes next.
bool TreeBuilder::null_word(std::size_t mark) {
  const std::size_t at = reader_.skip_gap(empty_place());
  if (at != mark) return false;
  const bool key = !stack_.empty() && stack_.back().wants_key();
  const bool flow = !stack_.empty() && stack_.back().flow;
  if (!key && column_of(reader_.file(), at) < min_column()) return false;
  const std::size_t length = null_length(reader_.file(), at, flow, key);
  if (length == 0) return false;
  reader_.gap(at);
  add(reader_.scalar(reader_.file().substr(at, length), 0));
  return true;
}

/// Reports values left out where YAML does not allow it, though yaml-cpp does.
void TreeBuilder::check_empty(std::size_t place) {
  if (stack_.empty() || !reader_.clean()) return;
  const Frame& frame = stack_.back();
  const std::size_t next = reader_.skip_gap(place);
  if (frame.flow && next == reader_.file().size())
    return;  // The bracket does not end; the parser will say so.
  if (frame.pending && place > 0 && reader_.at(place - 1) != ':') {
    const bool glued = frame.pending->key.find(':') != std::string::npos;
    reader_.report(DiagnosticKind::yaml_syntax, frame.pending->key_span.begin, frame.pending->key_span.end,
                   "a key without ':'", glued ? "put a space behind the ':'" : "write 'key: value'");
  } else if (frame.flow && frame.node.kind == Node::Kind::sequence) {
    reader_.report(DiagnosticKind::yaml_syntax, next, next + 1, "a ',' without a value before it",
                   "remove it");
  }
}

void TreeBuilder::begin(Node::Kind kind, std::size_t mark, bool flow) {
  if (stack_.size() == max_depth) {
    reader_.report(DiagnosticKind::yaml_depth, mark, mark + 1,
                   "a value more than " + std::to_string(max_depth) + " levels deep");
    throw Stop{};
  }
  reader_.properties(mark);
  const std::size_t at = reader_.cursor();
  Frame& frame = stack_.emplace_back();
  frame.node.kind = kind;
  frame.node.span = reader_.span(at, at);
  frame.flow = flow;
  frame.column = column_of(reader_.file(), at);
  frame.bracket = flow && reader_.at(at) == (kind == Node::Kind::sequence ? '[' : '{');
  if (frame.bracket) reader_.gap(at + 1);
}

void TreeBuilder::end() {
  Frame frame = std::move(stack_.back());
  stack_.pop_back();
  Node& node = frame.node;
  if (frame.bracket) {
    // Only a closing bracket, and a comma before it, can follow the last value.
    std::size_t at = reader_.skip_gap(reader_.cursor());
    if (reader_.at(at) == ',') at = reader_.skip_gap(at + 1);
    if (reader_.at(at) == (node.kind == Node::Kind::sequence ? ']' : '}')) reader_.gap(at + 1);
  }
  if (!frame.flow && !node.entries.empty()) node.span.begin = node.entries.front().key_span.begin;
  node.span.end = static_cast<std::uint32_t>(reader_.cursor());
  if (node.kind == Node::Kind::mapping) drop_duplicates(node);
  add(std::move(node));
}

void TreeBuilder::add(Node node) {
  if (stack_.empty()) {
    root_ = std::move(node);
    return;
  }
  Frame& frame = stack_.back();
  if (frame.node.kind == Node::Kind::sequence) {
    frame.node.items.push_back(std::move(node));
  } else if (!frame.pending) {
    add_key(frame, std::move(node));
  } else {
    frame.pending->value = std::move(node);
    frame.node.entries.push_back(std::move(*frame.pending));
    frame.pending.reset();
  }
}

void TreeBuilder::add_key(Frame& frame, Node node) {
  const Span at = node.span;
  if (node.kind != Node::Kind::scalar) {
    reader_.report(DiagnosticKind::yaml_feature, at.begin, at.end,
                   node.kind == Node::Kind::sequence ? "a list as a key" : "a mapping as a key",
                   "quote a text that begins with a bracket");
  } else if (node.missing()) {
    reader_.report(DiagnosticKind::yaml_syntax, at.begin, at.end + 1, "a key without a name");
  } else if (node.plain && node.text == "<<") {
    reader_.report(DiagnosticKind::yaml_feature, at.begin, at.end, "a merge key, which Versus does not read",
                   "write the keys out");
  }
  frame.pending = Entry{std::move(node.text), at, {}};
}

/// Reports keys that stand twice in one mapping and keeps the first of each.
void TreeBuilder::drop_duplicates(Node& mapping) {
  std::vector<std::size_t> order(mapping.entries.size());
  std::iota(order.begin(), order.end(), std::size_t{0});
  std::ranges::stable_sort(order, {},
                           [&](std::size_t i) -> const std::string& { return mapping.entries[i].key; });
  std::vector<bool> repeated(order.size());
  bool any = false;
  for (std::size_t i = 1, first = 0; i < order.size(); ++i) {
    const Entry& a = mapping.entries[order[first]];
    const Entry& b = mapping.entries[order[i]];
    if (a.key != b.key || b.key_span.begin == b.key_span.end) {
      first = i;
      continue;
    }
    reader_.report(DiagnosticKind::duplicate_key, b.key_span.begin, b.key_span.end,
                   "the key '" + b.key + "' stands twice", {}, {{a.key_span, "first defined here"}});
    repeated[order[i]] = any = true;
  }
  if (!any) return;
  std::size_t index = 0;
  std::erase_if(mapping.entries, [&](const Entry&) { return repeated[index++]; });
}

std::optional<Node> TreeBuilder::finish() {
  reader_.gap(reader_.file().size());
  return std::move(root_);
}

std::optional<TreeBuilder::Open> TreeBuilder::innermost() const {
  if (stack_.empty()) return std::nullopt;
  return Open{stack_.back().node.kind, stack_.back().node.span.begin};
}

}  // namespace versus::yaml
