#include "page/labels.h"

#include <algorithm>
#include <vector>

#include "compare/compare.h"
#include "language/phrases.h"
#include "language/tag.h"
#include "page/comparer.h"
#include "page/detail_labels.h"
#include "page/search_index.h"
#include "template/escape.h"

namespace versus {

namespace {

/// Words of the axes: all that could be asked for; those that the codes do ask for are required.
void add_axis_labels(const Registry& registry, std::vector<ProgramLabel>& labels) {
  for (const Axis& axis : axes()) {
    std::set<std::string, std::less<>> asked;
    for (const CodeFacts& code : registry.codes) {
      if (!code.sound || !registry.sound) continue;  // The class of a code may be missing.
      Cell cell = axis.cell(registry, code);
      if (cell.empty()) asked.insert("none");
      for (CellToken& token : cell) {
        if (token.kind == CellToken::Kind::label) asked.insert(std::move(token.text));
      }
    }
    const std::string prefix = "axis." + std::string(axis.key) + ".";
    labels.push_back({prefix + "name", {}});
    labels.push_back({prefix + "none", {}, asked.contains("none")});
    for (const std::string_view value : axis.labels()) {
      labels.push_back({prefix + std::string(value), {}, asked.contains(value)});
    }
  }
}

void check_placeholders(const ProgramLabel& label, const Message& message, Diagnostics& diagnostics) {
  for (const Message::Piece& piece : message.pieces) {
    if (!piece.placeholder) continue;
    const auto argument = std::ranges::find(label.arguments, piece.text, &LabelArgument::name);
    if (argument == label.arguments.end()) {
      std::vector<std::string_view> names;
      for (const LabelArgument& known : label.arguments)
        names.push_back(known.name);
      diagnostics.add(DiagnosticKind::label_arguments, piece.span,
                      "nothing fills the placeholder '" + piece.text + "' of label '" + label.key + "'",
                      did_you_mean(piece.text, names));
    } else if (piece.form != argument->form) {
      const bool noun = argument->form == Form::noun;  // The program fills with no other form.
      diagnostics.add(DiagnosticKind::wrong_form, piece.span,
                      "placeholder '" + piece.text + "' of label '" + label.key + "' is filled with " +
                          (noun ? "a noun phrase" : "plain text"),
                      "write '{" + piece.text + (noun ? ":noun}'" : "}'"));
    }
  }
}

/// Words of a label.
ProseText label_text(std::string_view text, const Language& language) {
  ProseText result;
  result.plain = without_breaks(text);
  escape_label(text, language.tag, result.html);
  return result;
}

}  // namespace

std::vector<ProgramLabel> program_labels(const Site& site) {
  const Registry& registry = site.registry;
  std::vector<ProgramLabel> labels = {
      {"code.name_with_gloss", {"name", "gloss"}},
      {"class.name_with_slug", {"slug", "name"}},
      {"comparison.heading_link", {"a", "b"}},
      {"source.text", {"series", "number", "section"}},
      {"source.whole", {"series", "number"}},
      {"comparison.title", {"a", "b"}},
      {"home.title", {}},
      {"all.title", {}},
      {"matrix.name", {}},
  };
  for (const std::string& page : site.plain_pages)
    labels.push_back({"pages." + page, {}});
  for (int digit = 1; digit <= 9; ++digit) {
    const std::string prefix = "class." + std::to_string(digit) + "xx.";
    const bool shown = std::ranges::count(registry.protocol.classes, digit, &ResponseClass::digit) > 0;
    labels.push_back({prefix + "name", {}, shown});
    labels.push_back({prefix + "about", {}, shown});
  }
  std::set<Topic> topics;
  for (const CodeFacts& code : registry.codes) {
    if (!code.sound) continue;
    for (const Claim& claim : claims(code))
      topics.insert(claim.about);
  }
  for (const auto& [name, topic] : EnumNames<Topic>::names) {
    labels.push_back({"topic." + std::string(name), {}, topics.contains(topic)});
  }
  add_axis_labels(registry, labels);
  add_detail_labels(registry, labels);
  add_comparison_labels(registry, labels);
  return labels;
}

ProseText plain(std::string_view text) {
  ProseText result;
  result.plain = text;
  escape_html(text, result.html);
  return result;
}

ProseText literal(std::string_view text) {
  ProseText result = plain(text);
  result.html = "<code>" + result.html + "</code>";
  return result;
}

ProseText phrase(const Site& site, const Locale& locale, std::string_view text) {
  ProseText result = plain(text);
  if (!same_language(locale.tag, site.phrase_language.tag)) result.language = &site.phrase_language;
  return result;
}

ProseText word(const Locale& locale, std::string_view group, std::string_view key) {
  return compose(locale, std::string(group).append(1, '.').append(key));
}

void append(ProseText& list, const ProseText& item, std::string_view separator) {
  if (!list.plain.empty()) append(list, plain(separator));
  append(list, item);
}

void append(ProseText& text, const ProseText& part) {
  text.plain += part.plain;
  if (part.language == nullptr || part.plain.empty()) {
    text.html += part.html;
    return;
  }
  append_language_begin(*part.language, text.html);
  text.html.append(part.html).append(language_end);
}

ProseText compose(const Locale& locale, std::string_view key,
                  const std::map<std::string_view, ProseText>& arguments) {
  ProseText result;
  const Message* message = locale.labels.find(key);
  if (message == nullptr) return result;
  const bool foreign = message->is_foreign();
  if (foreign) result.language = message->language;
  for (const Message::Piece& piece : message->pieces) {
    if (!piece.placeholder) {
      append(result, label_text(piece.text, foreign ? *message->language : locale.language));
      continue;
    }
    const auto found = arguments.find(piece.text);
    if (found == arguments.end()) continue;
    ProseText argument = found->second;
    // What is in the page's language is not in that of the label around it.
    if (foreign && argument.language == nullptr && has_words(argument.plain))
      argument.language = &locale.language;
    append(result, argument);
  }
  return result;
}

void check_program_labels(const Site& site, Diagnostics& diagnostics) {
  const Locale& source = site.locales.source();
  if (!source.has_labels()) return;
  for (const ProgramLabel& label : program_labels(site)) {
    if (const Message* message = source.labels.find(label.key)) {
      check_placeholders(label, *message, diagnostics);
    } else if (label.required) {
      diagnostics.add(DiagnosticKind::required_label, source.labels_at,
                      "label '" + label.key + "' is missing", "pages show it; add it under 'labels'");
    }
  }
}

void check_unused_labels(const Site& site, const std::set<std::string>& used_by_templates,
                         Diagnostics& diagnostics) {
  std::set<std::string, std::less<>> used(used_by_templates.begin(), used_by_templates.end());
  for (ProgramLabel& label : program_labels(site))
    used.insert(std::move(label.key));
  for (const auto& [key, label] : site.locales.source().own_labels) {
    if (used.contains(key) || key.starts_with(script_labels)) continue;
    diagnostics.add(DiagnosticKind::unused_label, label.key, "no page shows the label '" + key + "'",
                    "leave it out, here and in the other languages");
  }
}

}  // namespace versus
