#include "page/labels.h"

#include <algorithm>
#include <vector>

#include "compare/compare.h"

namespace versus {

namespace {

/// A label that views ask for by key, with the placeholders that they fill.
struct ProgramLabel {
  std::string key;
  std::vector<std::string_view> arguments;
  bool required = true;  ///< False for a value that no code of this registry has.
};

/// Words of the axes: all that could be asked for; those that the codes do ask for are required.
void add_axis_labels(const Registry& registry, std::vector<ProgramLabel>& labels) {
  for (const Axis& axis : axes()) {
    std::set<std::string, std::less<>> asked;
    for (const CodeFacts& code : registry.codes) {
      for (CellToken& token : axis.cell(code)) {
        if (token.kind == CellToken::Kind::label) asked.insert(std::move(token.text));
      }
    }
    const std::string prefix = "axis." + std::string(axis.key) + ".";
    labels.push_back({prefix + "name", {}});
    for (const std::string_view value : axis.labels()) {
      labels.push_back({prefix + std::string(value), {}, asked.contains(value)});
    }
  }
}

std::vector<ProgramLabel> program_labels(const Registry& registry) {
  std::vector<ProgramLabel> labels = {
      {"code.name_with_gloss", {"name", "gloss"}}, {"class.name_with_slug", {"slug", "name"}},
      {"comparison.heading_link", {"a", "b"}},     {"source.text", {"series", "number", "section"}},
      {"source.whole", {"series", "number"}},
  };
  for (int digit = 1; digit <= 9; ++digit) {
    const std::string prefix = "class." + std::to_string(digit) + "xx.";
    const bool shown = std::ranges::count(registry.protocol.classes, digit, &ResponseClass::digit) > 0;
    labels.push_back({prefix + "name", {}, shown});
    labels.push_back({prefix + "about", {}, shown});
  }
  std::set<Topic> topics;
  for (const CodeFacts& code : registry.codes) {
    for (const Claim& claim : claims(code))
      topics.insert(claim.about);
  }
  for (const auto& [name, topic] : EnumNames<Topic>::names) {
    labels.push_back({"topic." + std::string(name), {}, topics.contains(topic)});
  }
  add_axis_labels(registry, labels);
  for (const std::string_view key : consequence_keys()) {
    labels.push_back({"consequence." + std::string(key), {"first", "second"}});
  }
  return labels;
}

void check_placeholders(const ProgramLabel& label, const Message& message, Diagnostics& diagnostics) {
  for (const Message::Piece& piece : message.pieces) {
    if (!piece.placeholder) continue;
    if (std::ranges::count(label.arguments, piece.text) == 0) {
      diagnostics.add(DiagnosticKind::label_arguments, piece.span,
                      "nothing fills the placeholder '" + piece.text + "' of label '" + label.key + "'",
                      did_you_mean(piece.text, label.arguments));
    } else if (piece.form != Form::none) {
      diagnostics.add(
          DiagnosticKind::wrong_form, piece.span,
          "placeholder '" + piece.text + "' of label '" + label.key + "' is filled with plain text");
    }
  }
}

}  // namespace

ProseText plain(std::string_view text) {
  ProseText result;
  result.plain = text;
  escape_html(text, result.html);
  return result;
}

ProseText compose(const Locale& locale, std::string_view key,
                  const std::map<std::string_view, ProseText>& arguments) {
  ProseText result;
  const Message* message = locale.labels.find(key);
  if (message == nullptr) return result;
  result.language = message->language;
  for (const Message::Piece& piece : message->pieces) {
    if (!piece.placeholder) {
      result.plain += piece.text;
      escape_html(piece.text, result.html);
    } else if (const auto found = arguments.find(piece.text); found != arguments.end()) {
      const ProseText& argument = found->second;
      const bool marked = argument.language != nullptr && argument.language != result.language;
      result.plain += argument.plain;
      if (marked)
        result.html +=
            "<span lang=\"" + argument.language->tag + "\" dir=\"" + argument.language->direction + "\">";
      result.html += argument.html;
      if (marked) result.html += "</span>";
    }
  }
  return result;
}

void check_program_labels(const Site& site, const Sources& sources,
                          const std::set<std::string>& used_by_templates, Diagnostics& diagnostics) {
  const Locale& source = site.locales.source();
  std::set<std::string, std::less<>> used(used_by_templates.begin(), used_by_templates.end());
  const Span head{*sources.find("locales/" + source.id + ".yaml"), 0, 0};
  for (const ProgramLabel& label : program_labels(site.registry)) {
    used.insert(label.key);
    if (const Message* message = source.labels.find(label.key)) {
      check_placeholders(label, *message, diagnostics);
    } else if (label.required) {
      diagnostics.add(DiagnosticKind::required_label, head, "label '" + label.key + "' is missing",
                      "every page needs it; add it under 'labels'");
    }
  }
  for (const auto& [key, span] : source.label_keys) {
    if (used.contains(key)) continue;
    diagnostics.add(DiagnosticKind::unused_label, span, "no page shows the label '" + key + "'");
  }
}

}  // namespace versus
