// Any bytes are given to the YAML parser: what it returns must be a tree whose places agree with the file,
// and what it reports must be printable.

#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <iostream>
#include <sstream>
#include <string>
#include <string_view>

#include "diagnostic/print.h"
#include "yaml/yaml.h"

namespace {

using namespace versus;

void require(bool holds, const char* what) {
  if (holds) return;
  std::cerr << "invariant broken: " << what << '\n';
  std::abort();
}

/// Checks that `span` lies within [begin, end) and returns where it ends.
std::uint32_t check_span(const Span& span, std::uint32_t begin, std::uint32_t end) {
  require(begin <= span.begin && span.begin <= span.end && span.end <= end, "spans are ordered and nested");
  return span.end;
}

void check_scalar(const Sources& sources, const Node& node) {
  const std::size_t size = node.text.size();
  const Span whole = scalar_part(sources, node, 0, size);
  require(node.span.begin <= whole.begin && whole.end <= node.span.end, "a part lies within its scalar");
  const std::size_t step = size / 64 + 1;  // All bytes of short texts, a sample of long ones.
  std::uint32_t last = node.span.begin;
  for (std::size_t i = 0; i < size; i += step) {
    const Span part = scalar_part(sources, node, i, i + 1);
    require(last <= part.begin && part.begin < part.end && part.end <= node.span.end, "parts are ordered");
    last = part.begin;
    if (part.end - part.begin == 1 && node.text[i] != ' ' && node.text[i] != '\n') {
      require(sources.text(part)[0] == node.text[i], "a part of one byte is that byte");
    }
  }
}

void check_node(const Sources& sources, const Node& node) {
  switch (node.kind) {
    case Node::Kind::scalar:
      require(node.items.empty() && node.entries.empty(), "a scalar has no children");
      check_scalar(sources, node);
      return;
    case Node::Kind::sequence: {
      std::uint32_t at = node.span.begin;
      for (const Node& item : node.items) {
        at = check_span(item.span, at, node.span.end);
        check_node(sources, item);
      }
      return;
    }
    case Node::Kind::mapping: {
      std::uint32_t at = node.span.begin;
      for (const Entry& entry : node.entries) {
        at = check_span(entry.key_span, at, node.span.end);
        at = check_span(entry.value.span, at, node.span.end);
        check_node(sources, entry.value);
        require(node.find(entry.key) == &entry, "no key stands twice");
      }
    }
  }
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  Sources sources;
  const FileId file = sources.add("input.yaml", std::string(reinterpret_cast<const char*>(data), size));
  Diagnostics diagnostics;
  const auto root = parse_yaml(sources, file, diagnostics);
  require(root.has_value() || diagnostics.has_errors(), "a file is read or refused");
  if (root) {
    check_span(root->span, 0, static_cast<std::uint32_t>(size));
    // The tree of a refused file is made as well as can be, and only a sound one is relied on for its text.
    if (!diagnostics.has_errors()) check_node(sources, *root);
  }
  for (const Diagnostic& diagnostic : diagnostics.list()) {
    check_span(diagnostic.span, 0, static_cast<std::uint32_t>(size));
    for (const Note& note : diagnostic.notes)
      check_span(note.span, 0, static_cast<std::uint32_t>(size));
    require(diagnostic.message.find("for certain") == std::string::npos, "every scalar can be followed");
  }
  diagnostics.sort(sources);
  for (const ReportFormat format :
       {ReportFormat::text, ReportFormat::github, ReportFormat::json, ReportFormat::sarif}) {
    // The JSON formats list much that does not depend on the input; to try them on some inputs is enough.
    if ((format == ReportFormat::json || format == ReportFormat::sarif) && size % 16 != 0) continue;
    std::ostringstream out;
    print(out, format, sources, diagnostics, false);
    for (const char c : out.str()) {
      require(static_cast<unsigned char>(c) >= 0x20 || c == '\n', "reports hold no control characters");
    }
  }
  return 0;
}
