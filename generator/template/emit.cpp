#include "template/emit.h"

#include <algorithm>
#include <utility>

#include "language/phrases.h"
#include "template/escape.h"
#include "template/names.h"
#include "template/scope.h"

namespace versus {

namespace {

std::string spell(const Path& path) {
  std::string result;
  for (const Word& part : path.parts) {
    if (!result.empty()) result += '.';
    result += part.text;
  }
  return quote(result);
}

OpCode op_code(ValueKind kind, HtmlPlace place) {
  const bool component = place == HtmlPlace::address_part;
  switch (kind) {
    case ValueKind::integer:
      return OpCode::integer;
    case ValueKind::html:
    case ValueKind::json:
      return OpCode::verbatim;
    case ValueKind::prose:
      if (place == HtmlPlace::text) return OpCode::prose_html;
      return component ? OpCode::prose_component : OpCode::prose_plain;
    default:
      return component ? OpCode::component : OpCode::text;
  }
}

}  // namespace

void Reporter::add(DiagnosticKind kind, const Span& span, std::string message, std::string hint,
                   std::vector<Note> notes) {
  notes.insert(notes.end(), includes_.rbegin(), includes_.rend());
  diagnostics_.add(kind, span, std::move(message), std::move(hint), std::move(notes));
}

void Emitter::text(std::string_view text, const Span& span) {
  for (std::size_t i = 0; i < text.size(); ++i) {
    const bool plain = context_.plain();
    const std::string_view problem = context_.feed(text[i]);
    const auto at = span.begin + static_cast<std::uint32_t>(i);
    const Span character{span.file, at, at + 1};
    if (plain && !context_.plain()) construct_ = character;
    if (!problem.empty()) reporter_.add(DiagnosticKind::unsafe_context, character, std::string(problem));
  }
  program_.literal(text);
}

/// False, with a report, where no value can stand.
bool Emitter::accepts(const Span& span, std::string_view what) {
  if (context_.place() != HtmlPlace::refused) return true;
  reporter_.add(DiagnosticKind::unsafe_context, span,
                std::string(what) + " cannot stand in " + context_.describe());
  context_.take_value();
  return false;
}

/// Checks that a value of this type can be shown at the place reached.
bool Emitter::check_type(const Path& path, const Type& type) {
  const HtmlPlace place = context_.place();
  std::string hint;
  switch (type.kind) {
    case ValueKind::boolean:
    case ValueKind::list:
    case ValueKind::object:
      reporter_.add(DiagnosticKind::template_type, path.span,
                    spell(path) + " is " + std::string(describe(type)) + " and cannot be shown",
                    type.kind == ValueKind::boolean ? "test it with 'if'"
                    : type.kind == ValueKind::list  ? "go through it with 'for'"
                                                    : "show one of its fields");
      return false;
    case ValueKind::json:
      if (place == HtmlPlace::json) return true;
      hint = "JSON stands only in <script type=\"application/ld+json\">";
      break;
    case ValueKind::html:
      if (place == HtmlPlace::text) return true;
      hint = "markup stands only in element text";
      break;
    case ValueKind::url:
      if (place != HtmlPlace::json) return true;
      break;
    default:
      if (place != HtmlPlace::json && place != HtmlPlace::address) return true;
      if (place == HtmlPlace::address)
        hint = "use an address, or write the beginning of the path in front of it";
  }
  reporter_.add(
      DiagnosticKind::template_type, path.span,
      spell(path) + " is " + std::string(describe(type)) + " and cannot stand in " + context_.describe(),
      std::move(hint));
  return false;
}

void Emitter::put(const Path& path, const Access& access) {
  if (access.type != nullptr && check_type(path, *access.type)) {
    program_.value(op_code(access.type->kind, context_.place()), access);
  }
  context_.take_value();
}

void Emitter::value(const TemplateNode& node, const Access& access) {
  if (!accepts(node.span, "a value")) return;
  if (access.type != nullptr && access.type->kind == ValueKind::prose && access.type->form == Form::clause) {
    reporter_.add(DiagnosticKind::template_type, node.path.span,
                  spell(node.path) + " is a clause and cannot stand alone",
                  "give it to a label with a '{name:clause}'");
    return context_.take_value();
  }
  put(node.path, access);
}

/// A label's own words. Those of a heading are divided into phrases, so that a line ends between two of them.
void Emitter::label_text(std::string_view text) {
  std::string out;
  if (context_.place() == HtmlPlace::address_part) {
    escape_component(without_breaks(text), out);
  } else if (context_.place() == HtmlPlace::text) {
    const std::string& tag = language_.tag;
    escape_label(context_.heading() ? with_phrase_breaks(text, tag) : std::string(text), tag, out);
  } else {
    escape_html(without_breaks(text), out);
  }
  program_.literal(out);
}

void Emitter::mark_begin(const Language& language) {
  std::string begin;
  append_language_begin(language, begin);
  program_.literal(begin);
}

bool Emitter::check_arguments(const TemplateNode& node, const Message& message,
                              const std::vector<BoundArgument>& arguments) {
  bool sound = true;
  std::vector<std::string_view> placeholders;
  for (const Message::Piece& piece : message.pieces) {
    if (piece.placeholder && std::ranges::find(placeholders, piece.text) == placeholders.end()) {
      placeholders.emplace_back(piece.text);
    }
  }
  const auto given = [&](std::string_view name) {
    return std::ranges::any_of(node.arguments, [&](const Argument& a) { return a.name.text == name; });
  };
  for (const BoundArgument& bound : arguments) {
    const std::string_view name = bound.argument->name.text;
    if (std::ranges::find(placeholders, name) != placeholders.end()) continue;
    std::vector<std::string_view> open;
    std::ranges::remove_copy_if(placeholders, std::back_inserter(open), given);
    reporter_.add(DiagnosticKind::label_arguments, bound.argument->name.span,
                  "label " + quote(node.name.text) + " has no placeholder " + quote(name),
                  did_you_mean(name, open), {{message.span, "the label"}});
    sound = false;
  }
  for (const std::string_view name : placeholders) {
    if (given(name)) continue;
    reporter_.add(DiagnosticKind::label_arguments, node.name.span,
                  "label " + quote(node.name.text) + " needs " + quote(name),
                  "add '" + std::string(name) + "=…'", {{message.span, "the label"}});
    sound = false;
  }
  return sound;
}

/// Checks that a piece of prose is made for its place in the sentence.
bool Emitter::check_form(const TemplateNode& node, const Message::Piece& piece, const BoundArgument& bound) {
  if (bound.access.type == nullptr) return false;
  const Type& type = *bound.access.type;
  const Form form = type.kind == ValueKind::prose ? type.form : Form::none;
  if (form == piece.form) return true;
  const Path& path = bound.argument->value;
  const std::string is = spell(path) + " is " + std::string(describe(type));
  const std::string placeholder = quote(piece.text) + " of label " + quote(node.name.text);
  const std::vector<Note> notes{{piece.span, "the placeholder"}};
  if (form == Form::sentences) {
    reporter_.add(DiagnosticKind::template_type, path.span, is + " and cannot stand inside a label",
                  "show it alone, as '{{…}}'", notes);
  } else if (piece.form == Form::none) {
    reporter_.add(DiagnosticKind::template_type, path.span, is + ", and " + placeholder + " takes no prose",
                  std::string("write '{") + piece.text + (form == Form::clause ? ":clause" : ":noun") +
                      "}' in the label",
                  notes);
  } else {
    reporter_.add(
        DiagnosticKind::template_type, path.span,
        is + ", and " + placeholder + " takes " + (piece.form == Form::clause ? "a clause" : "a noun phrase"),
        {}, notes);
  }
  return false;
}

void Emitter::label(const TemplateNode& node, const Message& message,
                    const std::vector<BoundArgument>& arguments) {
  if (!accepts(node.span, "a label")) return;
  const HtmlPlace place = context_.place();
  if (place == HtmlPlace::address || place == HtmlPlace::json) {
    reporter_.add(DiagnosticKind::template_type, node.span, "a label cannot stand in " + context_.describe());
    return context_.take_value();
  }
  if (!check_arguments(node, message, arguments)) return;
  // A label in another language is marked as a whole, and in it again what is in the page's.
  const bool foreign = place == HtmlPlace::text && message.is_foreign();
  if (foreign) mark_begin(*message.language);
  for (const Message::Piece& piece : message.pieces) {
    if (!piece.placeholder) {
      label_text(piece.text);
      continue;
    }
    const auto bound = std::ranges::find_if(
        arguments, [&](const BoundArgument& b) { return b.argument->name.text == piece.text; });
    if (!check_form(node, piece, *bound)) continue;
    const bool marked = foreign && bound->access.type->kind != ValueKind::integer;
    if (marked) mark_begin(language_);
    put(bound->argument->value, bound->access);
    if (marked) program_.literal(language_end);
  }
  if (foreign) program_.literal(language_end);
}

void Emitter::address(const TemplateNode& node, std::string_view address) {
  if (!accepts(node.span, "an address")) return;
  if (context_.place() == HtmlPlace::json) {
    reporter_.add(DiagnosticKind::template_type, node.span,
                  "an address cannot stand in " + context_.describe());
    return context_.take_value();
  }
  std::string out;
  if (context_.place() == HtmlPlace::address_part) {
    escape_component(address, out);
  } else {
    escape_html(address, out);
  }
  program_.literal(out);
  context_.take_value();
}

}  // namespace versus
