#include "yaml/tree.h"

#include <algorithm>
#include <numeric>
#include <utility>

#include "yaml/scalar.h"

namespace versus::yaml {

namespace {

constexpr std::size_t max_depth = 32;

/// Length of the null word at the front of `text`, or 0.
std::size_t null_length(std::string_view text) {
  for (const std::string_view word : {"~", "null", "Null", "NULL"}) {
    if (!text.starts_with(word)) continue;
    const std::string_view rest = text.substr(word.size());
    if (rest.empty() || is_space(rest[0]) ||
        std::string_view(",]}:").find(rest[0]) != std::string_view::npos) {
      return word.size();
    }
  }
  return 0;
}

bool is_document_marker(std::string_view file, std::size_t at) {
  const std::string_view rest = file.substr(at);
  return column_of(file, at) == 0 && (rest.starts_with("---") || rest.starts_with("...")) &&
         (rest.size() == 3 || is_space(rest[3]));
}

std::size_t token_end(std::string_view file, std::size_t at) {
  while (at < file.size() && !is_space(file[at]) &&
         std::string_view(",[]{}").find(file[at]) == std::string_view::npos) {
    ++at;
  }
  return at;
}

}  // namespace

Span TreeBuilder::span(std::size_t begin, std::size_t end) const {
  return {id_, static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(end)};
}

void TreeBuilder::report(DiagnosticKind kind, std::size_t begin, std::size_t end, std::string message,
                         std::string hint) {
  clean_ = false;
  diagnostics_.add(kind, span(begin, end), std::move(message), std::move(hint));
}

void TreeBuilder::document(std::size_t mark) {
  if (!std::exchange(document_seen_, true)) return;
  const std::size_t at = std::min(std::max(mark, cursor_), file_.size());
  const std::string_view between = file_.substr(cursor_, at + 3 - cursor_);
  if (between.find("---") != std::string_view::npos || between.find("...") != std::string_view::npos) {
    report(DiagnosticKind::yaml_feature, at, line_end(file_, at), "a second document in one file",
           "write one document per file, without '---' between");
  } else {
    report(DiagnosticKind::yaml_syntax, at, line_end(file_, at),
           "text behind the end of the file's only value",
           "check the indentation and the quotes of the lines above");
  }
  throw Stop{};
}

/// Offset behind blanks, line breaks and comments.
std::size_t TreeBuilder::skip_gap(std::size_t at) const {
  while (at < file_.size()) {
    if (is_space(file_[at])) {
      ++at;
    } else if (file_[at] == '#') {
      at = line_end(file_, at);
    } else {
      break;
    }
  }
  return at;
}

/// Reads up to `to` what may stand between values, and reports what may not.
void TreeBuilder::gap(std::size_t to) {
  while (cursor_ < to)
    cursor_ = std::max(gap_token(cursor_), cursor_ + 1);
}

std::size_t TreeBuilder::gap_token(std::size_t at) {
  const char c = file_[at];
  if (is_space(c)) return at + 1;
  if (c == '#') {
    if (at > 0 && !is_space(file_[at - 1])) {
      report(DiagnosticKind::yaml_syntax, at, at + 1, "'#' directly behind a value",
             "put a space before a comment, or the whole text in quotes");
    }
    return line_end(file_, at);
  }
  if (is_document_marker(file_, at)) return at + 3;
  if (std::string_view("-:,[]{}").find(c) != std::string_view::npos) return at + 1;

  const std::size_t end = token_end(file_, at);
  const auto feature = [&](std::string message, std::string hint) {
    report(DiagnosticKind::yaml_feature, at, end, std::move(message), std::move(hint));
    return end;
  };
  if (c == '&') return feature("an anchor, which Versus does not read", "quote a text that begins with '&'");
  if (c == '*') return feature("an alias, which Versus does not read", "quote a text that begins with '*'");
  if (c == '!') return feature("a tag, which Versus does not read", "quote a text that begins with '!'");
  if (c == '?') return feature("a complex key, which Versus does not read", "write 'key: value'");
  if (c == '%' && column_of(file_, at) == 0) {
    feature("a directive, which Versus does not read", "remove the line");
    return line_end(file_, at);
  }
  if (clean_)
    report(DiagnosticKind::yaml_syntax, at, end, "text that belongs to no value",
           "put the whole value in quotes");
  return end;
}

/// Anchors and tags are events of their value; the value itself begins behind them.
std::size_t TreeBuilder::skip_properties(std::size_t mark) {
  gap(std::min(mark, file_.size()));
  while (cursor_ < file_.size() && (file_[cursor_] == '&' || file_[cursor_] == '!')) {
    cursor_ = gap_token(cursor_);
    const std::size_t next = skip_gap(cursor_);
    if (next < file_.size() && line_end(file_, cursor_) >= next) gap(next);
  }
  return cursor_;
}

/// Column that what belongs to the innermost block must exceed, plus one.
std::size_t TreeBuilder::block_column() const {
  for (auto frame = stack_.rbegin(); frame != stack_.rend(); ++frame) {
    if (!frame->flow) return frame->column + 1;
  }
  return 0;
}

Node TreeBuilder::read_scalar(std::size_t begin, std::string_view text) {
  Node node;
  ScalarWalk walk(file_, begin, text, block_column());
  const bool quoted = begin < file_.size() && (file_[begin] == '"' || file_[begin] == '\'');
  node.plain = !quoted && !(begin < file_.size() && (file_[begin] == '|' || file_[begin] == '>'));
  while (walk.next())
    node.text += walk.text();

  switch (walk.problem()) {
    case ScalarWalk::Problem::none:
      break;
    case ScalarWalk::Problem::unclosed:
    case ScalarWalk::Problem::indentation:
      report(
          DiagnosticKind::yaml_syntax, begin, line_end(file_, begin), "a quoted text that does not end",
          walk.problem() == ScalarWalk::Problem::unclosed
              ? std::string("add the closing ") + file_[begin]
              : std::string("add the closing ") + file_[begin] + ", or indent the lines that belong to it");
      throw Stop{};
    case ScalarWalk::Problem::unknown_escape:
      report(DiagnosticKind::yaml_syntax, walk.begin(), walk.end(),
             "an unknown escape in a text in double quotes",
             "write '\\\\' for a backslash, or use single quotes");
      throw Stop{};
    case ScalarWalk::Problem::bad_character:
      report(DiagnosticKind::yaml_syntax, walk.begin(), walk.end(), "an escape for a control character",
             "only \\n and \\t are allowed");
      throw Stop{};
    case ScalarWalk::Problem::mismatch:
      if (clean_) {
        report(DiagnosticKind::yaml_syntax, begin, line_end(file_, begin),
               "a text that cannot be read for certain", "put it in double quotes");
      }
      node.text = text;
  }
  cursor_ = std::max(cursor_, std::min(walk.position(), file_.size()));
  node.span = span(begin, cursor_);
  if (quoted && line_end(file_, begin) < cursor_) long_quote_ = node.span;
  return node;
}

void TreeBuilder::scalar(std::size_t mark, std::string_view text) {
  const std::size_t begin = skip_properties(mark);
  const bool indicator =
      begin < file_.size() && std::string_view("'\"|>").find(file_[begin]) != std::string_view::npos;
  if (text.empty() && !indicator) {  // A tag without a value.
    null(mark);
    return;
  }
  add(read_scalar(begin, text));
}

/// Where a value that the file leaves out would stand: right behind its indicator.
std::size_t TreeBuilder::empty_place() {
  if (stack_.empty()) return cursor_;
  const Frame& frame = stack_.back();
  char indicator = ':';
  if (frame.node.kind == Node::Kind::sequence) {
    indicator = frame.flow ? ',' : '-';
    if (frame.flow && frame.node.items.empty()) return cursor_;
  } else if (!frame.pending) {
    return skip_gap(cursor_);
  }
  const std::size_t at = skip_gap(cursor_);
  return at < file_.size() && file_[at] == indicator ? at + 1 : cursor_;
}

void TreeBuilder::null(std::size_t mark) {
  const std::size_t place = empty_place();
  const std::size_t word = skip_gap(place);
  const bool as_key =
      !stack_.empty() && stack_.back().node.kind == Node::Kind::mapping && !stack_.back().pending;
  if (word == mark && word < file_.size()) {
    const std::size_t length = null_length(file_.substr(word));
    const std::size_t after = skip_blanks(file_, word + length);
    if (length > 0 && (as_key || after >= file_.size() || file_[after] != ':')) {
      gap(word);
      add(read_scalar(word, file_.substr(word, length)));
      return;
    }
  }
  gap(place);
  Node node;
  node.plain = true;
  node.span = span(cursor_, cursor_);
  add(std::move(node));
}

void TreeBuilder::begin(Node::Kind kind, std::size_t mark, bool flow) {
  if (stack_.size() == max_depth) {
    const std::size_t at = std::min(mark, file_.size());
    report(DiagnosticKind::yaml_depth, at, std::min(at + 1, file_.size()),
           "a value more than " + std::to_string(max_depth) + " levels deep");
    throw Stop{};
  }
  Frame frame{.node = {}, .flow = flow, .column = 0, .pending = {}};
  const std::size_t at = skip_properties(mark);
  frame.node.kind = kind;
  frame.node.span = span(at, at);
  frame.column = column_of(file_, at);
  const char bracket = kind == Node::Kind::sequence ? '[' : '{';
  if (flow && at < file_.size() && file_[at] == bracket) {
    cursor_ = at + 1;
    frame.started = true;
  }
  stack_.push_back(std::move(frame));
}

void TreeBuilder::end() {
  Frame frame = std::move(stack_.back());
  stack_.pop_back();
  if (frame.flow && frame.started) {
    // Only a closing bracket, and a comma before it, can follow the last value.
    std::size_t at = skip_gap(cursor_);
    if (at < file_.size() && file_[at] == ',') at = skip_gap(at + 1);
    const char bracket = frame.node.kind == Node::Kind::sequence ? ']' : '}';
    if (at < file_.size() && file_[at] == bracket) gap(at + 1);
  }
  Node& node = frame.node;
  const auto end = static_cast<std::uint32_t>(cursor_);
  if (!frame.flow && node.kind == Node::Kind::mapping && !node.entries.empty()) {
    node.span.begin = node.entries.front().key_span.begin;
  }
  node.span.end = std::max(node.span.begin, end);
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
    report(DiagnosticKind::yaml_feature, at.begin, at.end,
           node.kind == Node::Kind::sequence ? "a list as a key" : "a mapping as a key",
           "quote a text that begins with a bracket");
  } else if (node.missing()) {
    report(DiagnosticKind::yaml_syntax, at.begin, std::min<std::size_t>(at.end + 1, file_.size()),
           "a key without a name");
  } else if (node.plain && node.text == "<<") {
    report(DiagnosticKind::yaml_feature, at.begin, at.end, "a merge key, which Versus does not read",
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
    clean_ = false;
    diagnostics_.add(DiagnosticKind::duplicate_key, b.key_span, "the key '" + b.key + "' stands twice", {},
                     {{a.key_span, "first defined here"}});
    repeated[order[i]] = any = true;
  }
  if (!any) return;
  std::size_t index = 0;
  std::erase_if(mapping.entries, [&](const Entry&) { return repeated[index++]; });
}

std::optional<Node> TreeBuilder::finish() {
  gap(file_.size());
  return std::move(root_);
}

std::optional<TreeBuilder::Open> TreeBuilder::innermost() const {
  if (stack_.empty()) return std::nullopt;
  const Frame& frame = stack_.back();
  return Open{frame.node.kind, frame.flow, frame.node.span.begin};
}

bool TreeBuilder::explain_gap(std::size_t mark) {
  clean_ = true;
  const std::size_t to = std::min(mark + 1, file_.size());
  while (cursor_ < to && clean_) {
    const char c = file_[cursor_];
    if (c == '"' || c == '\'') {
      read_scalar(cursor_, {});
    } else if (is_space(c) || std::string_view("#&*!?%-:,[]{}").find(c) != std::string_view::npos) {
      cursor_ = std::max(gap_token(cursor_), cursor_ + 1);
    } else {
      break;
    }
  }
  return !clean_;
}

}  // namespace versus::yaml
