#include "yaml/yaml.h"

#include <algorithm>
#include <sstream>
#include <utility>

#include <yaml-cpp/eventhandler.h>
#include <yaml-cpp/exceptions.h>
#include <yaml-cpp/parser.h>

#include "yaml/check.h"
#include "yaml/explain.h"
#include "yaml/scalar.h"
#include "yaml/tree.h"

namespace versus {

namespace {

using yaml::Failure;
using yaml::TreeBuilder;

std::size_t offset(const YAML::Mark& mark) {
  return static_cast<std::size_t>(std::max(mark.pos, 0));
}

/// Hands yaml-cpp's events on. Anchors and tags need no care here: the builder sees them in the file.
class Events final : public YAML::EventHandler {
 public:
  explicit Events(TreeBuilder& builder) : builder_(builder) {}

  void OnDocumentStart(const YAML::Mark& mark) override { builder_.document(offset(mark)); }
  void OnDocumentEnd() override {}
  void OnNull(const YAML::Mark& mark, YAML::anchor_t) override { builder_.null(offset(mark)); }
  void OnAlias(const YAML::Mark& mark, YAML::anchor_t) override { builder_.null(offset(mark)); }
  void OnScalar(const YAML::Mark& mark, const std::string&, YAML::anchor_t,
                const std::string& value) override {
    builder_.scalar(offset(mark), value);
  }
  void OnSequenceStart(const YAML::Mark& mark, const std::string&, YAML::anchor_t,
                       YAML::EmitterStyle::value style) override {
    builder_.begin(Node::Kind::sequence, offset(mark), style == YAML::EmitterStyle::Flow);
  }
  void OnSequenceEnd() override { builder_.end(); }
  void OnMapStart(const YAML::Mark& mark, const std::string&, YAML::anchor_t,
                  YAML::EmitterStyle::value style) override {
    builder_.begin(Node::Kind::mapping, offset(mark), style == YAML::EmitterStyle::Flow);
  }
  void OnMapEnd() override { builder_.end(); }

 private:
  TreeBuilder& builder_;
};

Failure failure_of(const std::string& message) {
  namespace Msg = YAML::ErrorMsg;
  static const std::pair<const char*, Failure> failures[] = {
      {Msg::END_OF_MAP, Failure::key_expected},
      {Msg::END_OF_SEQ, Failure::item_expected},
      {Msg::END_OF_MAP_FLOW, Failure::flow_unclosed},
      {Msg::END_OF_SEQ_FLOW, Failure::flow_unclosed},
      {Msg::FLOW_END, Failure::flow_end},
      {Msg::BLOCK_ENTRY, Failure::list_here},
      {Msg::MAP_VALUE, Failure::colon_here},
      {Msg::UNKNOWN_TOKEN, Failure::character},
      {Msg::INVALID_HEX, Failure::escape},
      {Msg::INVALID_ESCAPE, Failure::escape},
      {Msg::INVALID_UNICODE, Failure::escape},
      {Msg::EOF_IN_SCALAR, Failure::quote_unclosed},
      {Msg::DOC_IN_SCALAR, Failure::quote_unclosed},
      {Msg::ZERO_INDENT_IN_BLOCK, Failure::block_header},
      {Msg::CHAR_IN_BLOCK, Failure::block_header},
      {Msg::TAB_IN_INDENTATION, Failure::tab},
      {Msg::MAP_KEY, Failure::feature},
      {Msg::YAML_DIRECTIVE_ARGS, Failure::feature},
      {Msg::YAML_VERSION, Failure::feature},
      {Msg::YAML_MAJOR_VERSION, Failure::feature},
      {Msg::REPEATED_YAML_DIRECTIVE, Failure::feature},
      {Msg::TAG_DIRECTIVE_ARGS, Failure::feature},
      {Msg::CHAR_IN_TAG_HANDLE, Failure::feature},
      {Msg::TAG_WITH_NO_SUFFIX, Failure::feature},
      {Msg::END_OF_VERBATIM_TAG, Failure::feature},
      {Msg::MULTIPLE_TAGS, Failure::feature},
      {Msg::MULTIPLE_ANCHORS, Failure::feature},
      {Msg::ALIAS_NOT_FOUND, Failure::feature},
      {Msg::ANCHOR_NOT_FOUND, Failure::feature},
      {Msg::CHAR_IN_ALIAS, Failure::feature},
      {Msg::CHAR_IN_ANCHOR, Failure::feature},
      {Msg::UNKNOWN_ANCHOR, Failure::feature},
  };
  for (const auto& [text, failure] : failures) {
    if (message.starts_with(text)) return failure;
  }
  return Failure::other;
}

}  // namespace

const Entry* Node::find(std::string_view key) const {
  const auto found = std::ranges::find(entries, key, &Entry::key);
  return found == entries.end() ? nullptr : &*found;
}

std::optional<Node> parse_yaml(const Sources& sources, FileId file, Diagnostics& diagnostics) {
  if (!yaml::check_text(sources, file, diagnostics)) return std::nullopt;
  yaml::Reader reader(sources[file], file, diagnostics);
  TreeBuilder builder(reader);
  Events events(builder);
  // A last line that has blanks only and no end would become a part of the folded scalar before it.
  std::string_view text = sources[file].text();
  const std::size_t last_line = text.rfind('\n') + 1;  // 0 if there is only one line.
  if (yaml::skip_blanks(text, last_line) == text.size()) text = text.substr(0, last_line);
  std::istringstream stream{std::string(text)};
  try {
    YAML::Parser parser(stream);
    while (parser.HandleNextDocument(events)) {
    }
    std::optional<Node> root = builder.finish();
    if (root && !root->missing()) return root;
    if (reader.clean()) reader.report(DiagnosticKind::yaml_syntax, 0, 0, "an empty file");
  } catch (const yaml::Stop&) {
  } catch (const YAML::Exception& failed) {
    try {
      yaml::explain(failure_of(failed.msg), offset(failed.mark), reader, builder);
    } catch (const yaml::Stop&) {
    }
  }
  return std::nullopt;
}

Span scalar_part(const Sources& sources, const Node& scalar, std::size_t begin, std::size_t end) {
  Span part = scalar.span;
  if (scalar.kind != Node::Kind::scalar || begin > end || end > scalar.text.size()) return part;
  yaml::ScalarWalk walk(sources[scalar.span.file].text(), scalar.span.begin, scalar.text);
  std::size_t at = 0;
  bool begun = false;
  while (walk.next()) {
    const std::size_t next = at + walk.text().size();
    const auto place = [&](std::size_t wanted, std::size_t otherwise) {
      return static_cast<std::uint32_t>(walk.verbatim() ? walk.begin() + (wanted - at) : otherwise);
    };
    if (!begun && begin < next) {
      part.begin = place(begin, walk.begin());
      if (begin == end) return {part.file, part.begin, part.begin};
      begun = true;
    }
    if (begun && end <= next) return {part.file, part.begin, place(end, walk.end())};
    at = next;
  }
  // An empty range behind the last character.
  if (begin == end && end == at && walk.problem() == yaml::ScalarWalk::Problem::none) {
    const auto last = static_cast<std::uint32_t>(at == 0 ? scalar.span.end : walk.end());
    return {part.file, last, last};
  }
  return scalar.span;
}

}  // namespace versus
