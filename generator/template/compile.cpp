#include "template/compile.h"

#include <algorithm>
#include <optional>
#include <utility>
#include <vector>

#include "source/utf8.h"
#include "template/emit.h"
#include "template/escape.h"
#include "template/names.h"
#include "template/parser.h"
#include "template/scope.h"

namespace versus {

namespace {

/// Type of the files that a page can hold in itself, after which nothing need be told of their encoding.
std::string_view embedded_type(std::string_view name) {
  if (name.ends_with(".css")) return "text/css";
  if (name.ends_with(".js")) return "text/javascript";
  if (name.ends_with(".svg")) return "image/svg+xml";
  return {};
}

class Compiler {
 public:
  Compiler(const CompileInput& input, const Type& root, Used& used, Diagnostics& diagnostics)
      : input_(input),
        scope_(&root),
        used_(used),
        reporter_(diagnostics),
        emitter_(reporter_, input.labels.language) {}

  TemplateProgram compile(std::string_view name, const Type& root) {
    const FileId file = input_.files.find(name)->second;
    if (compile_file(name, file) && !emitter_.context().plain()) {
      const Span& open = emitter_.construct();
      reporter_.add(DiagnosticKind::context_mismatch, open,
                    "the page ends in " + emitter_.context().describe() + ", which begins here");
    }
    return emitter_.program().take(root);
  }

 private:
  /// Compiles a file in place. Inside a line, the line end that closes the file is not part of it.
  bool compile_file(std::string_view name, FileId file, bool in_line = false) {
    open_files_.push_back(name);
    std::string_view text = input_.sources[file].text();
    if (in_line && text.ends_with('\n')) text.remove_suffix(text.ends_with("\r\n") ? 2 : 1);
    const auto nodes = parse_template(file, text, reporter_.diagnostics());
    if (nodes) compile(*nodes);
    open_files_.pop_back();
    sound_ = sound_ && nodes.has_value();
    return sound_;
  }

  void compile(const std::vector<TemplateNode>& nodes) {
    for (const TemplateNode& node : nodes) {
      switch (node.kind) {
        case NodeKind::text:
          emitter_.text(input_.sources.text(node.span), node.span);
          break;
        case NodeKind::value:
          emitter_.value(node, resolve(node.path));
          break;
        case NodeKind::label:
          label(node);
          break;
        case NodeKind::url:
          url(node);
          break;
        case NodeKind::embed:
          embed(node);
          break;
        case NodeKind::branch:
          branch(node);
          break;
        case NodeKind::loop:
          loop(node);
          break;
        case NodeKind::include:
          include(node);
          break;
      }
    }
  }

  Access resolve(const Path& path) {
    std::optional<PathProblem> problem;
    Access access = scope_.resolve(path, problem);
    if (problem) {
      reporter_.add(problem->kind, problem->span, std::move(problem->message), std::move(problem->hint));
    }
    return access;
  }

  void label(const TemplateNode& node) {
    std::vector<BoundArgument> arguments;
    for (const Argument& argument : node.arguments)
      arguments.push_back({&argument, resolve(argument.value)});
    const auto* label =
        find(node, input_.labels.messages, DiagnosticKind::unknown_template_label, "unknown label ");
    if (label == nullptr) return;
    used_.labels.insert(label->first);
    emitter_.label(node, label->second, arguments);
  }

  /// The entry that a tag names; nothing, with a report, if there is none.
  template <typename Entries>
  const typename Entries::value_type* find(const TemplateNode& node, const Entries& entries,
                                           DiagnosticKind kind, const std::string& problem) {
    if (const auto found = entries.find(node.name.text); found != entries.end()) return &*found;
    std::vector<std::string_view> names;
    for (const auto& entry : entries)
      names.emplace_back(entry.first);
    reporter_.add(kind, node.name.span, problem + quote(node.name.text), did_you_mean(node.name.text, names));
    return nullptr;
  }

  void url(const TemplateNode& node) {
    const auto* found = find(node, input_.addresses, DiagnosticKind::unknown_file, "no page or asset ");
    if (found == nullptr) return;
    used_.files.insert(found->first);
    emitter_.address(node, found->second.text());
  }

  /// The file itself as an address.
  void embed(const TemplateNode& node) {
    const auto* found = find(node, input_.assets, DiagnosticKind::unknown_file, "no asset ");
    if (found == nullptr) return;
    used_.files.insert(found->first);
    const std::string_view type = embedded_type(found->first);
    if (type.empty()) {
      reporter_.add(DiagnosticKind::template_type, node.name.span,
                    quote(node.name.text) + " cannot be embedded", "only .css, .js and .svg files can");
      return;
    }
    const std::string_view text = input_.sources[found->second].text();
    if (utf8::find_invalid(text)) {
      reporter_.add(DiagnosticKind::invalid_utf8, node.name.span, quote(node.name.text) + " is not UTF-8",
                    "save it as UTF-8");
      return;
    }
    std::string address = "data:";
    address.append(type).append(";charset=utf-8,");
    escape_component(text, address);
    emitter_.address(node, address);
  }

  void branch(const TemplateNode& node) {
    Access condition = resolve(node.path);
    if (condition.type != nullptr &&
        (condition.type->kind == ValueKind::integer || condition.type->kind == ValueKind::object)) {
      reporter_.add(DiagnosticKind::template_type, node.path.span,
                    quote(node.path.parts.back().text) + " is " + std::string(describe(*condition.type)) +
                        " and neither true nor false");
      condition.type = nullptr;
    }
    emitter_.context().settle();
    const HtmlContext begin = emitter_.context();
    ProgramBuilder& program = emitter_.program();
    const std::size_t skip = program.value(node.negated ? OpCode::skip_if : OpCode::skip_unless, condition);
    compile(node.body);
    emitter_.context().settle();
    const HtmlContext then = std::exchange(emitter_.context(), begin);
    if (node.otherwise.empty()) {
      program.land(skip);
    } else {
      const std::size_t done = program.jump();
      program.land(skip);
      compile(node.otherwise);
      program.land(done);
      emitter_.context().settle();
    }
    const HtmlContext& otherwise = emitter_.context();
    if (auto joined = HtmlContext::join(then, otherwise)) {
      emitter_.context() = *std::move(joined);
      return;
    }
    reporter_.add(
        DiagnosticKind::context_mismatch, node.span,
        "with this 'if' true the HTML goes on in " + then.describe() + ", else in " + otherwise.describe());
    emitter_.context() = then;
  }

  void loop(const TemplateNode& node) {
    Access list = resolve(node.path);
    if (list.type != nullptr && list.type->kind != ValueKind::list) {
      reporter_.add(
          DiagnosticKind::template_type, node.path.span,
          quote(node.path.parts.back().text) + " is " + std::string(describe(*list.type)) + ", not a list");
      list.type = nullptr;
    }
    if (loops_ == deepest_loop) {
      reporter_.add(DiagnosticKind::template_block, node.span, "loops nested too deeply",
                    "at most " + std::to_string(deepest_loop) + " fit in each other, includes counted");
      return;
    }
    const auto item = static_cast<std::uint8_t>(++loops_);
    emitter_.context().settle();
    const HtmlContext begin = emitter_.context();
    const std::size_t op = emitter_.program().value(OpCode::loop, list, item);
    scope_.push(node.name.text,
                {.slot = item, .type = list.type == nullptr ? nullptr : list.type->element()});
    compile(node.body);
    scope_.pop();
    emitter_.program().next(op);
    --loops_;
    emitter_.context().settle();
    // The next pass must take what this one took.
    if (HtmlContext::join(begin, emitter_.context()) == begin) {
      emitter_.context() = begin;
      return;
    }
    reporter_.add(DiagnosticKind::context_mismatch, node.span,
                  "the body of this 'for' begins in " + begin.describe() + " and ends in " +
                      emitter_.context().describe());
    emitter_.context() = begin;
  }

  void include(const TemplateNode& node) {
    Scope inner(nullptr);
    for (const Argument& argument : node.arguments)
      inner.push(argument.name.text, resolve(argument.value));
    const auto* file = find(node, input_.files, DiagnosticKind::unknown_partial, "no partial ");
    if (file == nullptr) return;
    if (const auto open = std::ranges::find(open_files_, node.name.text); open != open_files_.end()) {
      std::string chain;
      for (auto i = open; i != open_files_.end(); ++i)
        chain.append(*i).append(" → ");
      reporter_.add(DiagnosticKind::recursive_partial, node.name.span,
                    quote(node.name.text) + " includes itself", chain + std::string(node.name.text));
      return;
    }
    std::swap(scope_, inner);
    reporter_.enter(node.span);
    compile_file(file->first, file->second, !node.alone);
    reporter_.leave();
    std::swap(scope_, inner);
  }

  const CompileInput& input_;
  Scope scope_;
  Used& used_;
  Reporter reporter_;
  Emitter emitter_;
  std::vector<std::string_view> open_files_;  ///< The page and the partials around the place reached.
  std::size_t loops_ = 0;
  bool sound_ = true;
};

}  // namespace

TemplateProgram compile_program(const CompileInput& input, std::string_view name, const Type& root,
                                Used& used, Diagnostics& diagnostics) {
  return Compiler(input, root, used, diagnostics).compile(name, root);
}

}  // namespace versus
