#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "diagnostic/diagnostic.h"
#include "template/html_context.h"
#include "template/message.h"
#include "template/parser.h"
#include "template/program.h"

namespace versus {

/// Reports mistakes of one page's template with the includes that led to them.
class Reporter {
 public:
  explicit Reporter(Diagnostics& diagnostics) : diagnostics_(diagnostics) {}

  void add(DiagnosticKind kind, const Span& span, std::string message, std::string hint = {},
           std::vector<Note> notes = {});
  void enter(const Span& include) { includes_.push_back({include, "included here"}); }
  void leave() { includes_.pop_back(); }
  Diagnostics& diagnostics() { return diagnostics_; }

 private:
  Diagnostics& diagnostics_;
  std::vector<Note> includes_;
};

/// An argument of a label and the value it is bound to.
struct BoundArgument {
  const Argument* argument;
  Access access;
};

/// Turns text, values and labels into ops, escaped for the place in the HTML they stand in.
class Emitter {
 public:
  /// `language` is the pages' own.
  Emitter(Reporter& reporter, const Language& language) : reporter_(reporter), language_(language) {}

  /// Literal text of a template file.
  void text(std::string_view text, const Span& span);
  void value(const TemplateNode& node, const Access& access);
  void label(const TemplateNode& node, const Message& message, const std::vector<BoundArgument>& arguments);
  void address(const TemplateNode& node, std::string_view address);

  HtmlContext& context() { return context_; }
  ProgramBuilder& program() { return program_; }
  /// Where the tag, comment or element begins that the context is in.
  const Span& construct() const { return construct_; }

 private:
  bool accepts(const Span& span, std::string_view what);
  void put(const Path& path, const Access& access);
  bool check_type(const Path& path, const Type& type);
  bool check_arguments(const TemplateNode& node, const Message& message,
                       const std::vector<BoundArgument>& arguments);
  bool check_form(const TemplateNode& node, const Message::Piece& piece, const BoundArgument& bound);
  void label_text(std::string_view text);
  void mark_begin(const Language& language);

  Reporter& reporter_;
  const Language& language_;
  HtmlContext context_;
  ProgramBuilder program_;
  Span construct_;
};

}  // namespace versus
