#include <array>
#include <cassert>
#include <charconv>
#include <cstddef>
#include <limits>

#include "template/escape.h"
#include "template/program.h"
#include "template/template.h"

namespace versus {

namespace {

bool holds(const Type& type, const void* value) {
  switch (type.kind) {
    case ValueKind::boolean:
      return *static_cast<const bool*>(value);
    case ValueKind::list:
      return type.size(value) > 0;
    case ValueKind::prose: {
      const ProseText* prose = type.prose(value);
      return prose != nullptr && !prose->plain.empty();
    }
    case ValueKind::integer:
    case ValueKind::object:
      return false;  // The compiler refuses these.
    default:
      return !type.text(value).empty();
  }
}

void append_integer(int value, std::string& out) {
  std::array<char, std::numeric_limits<int>::digits10 + 3> digits{};
  const auto end = std::to_chars(digits.data(), digits.data() + digits.size(), value).ptr;
  out.append(digits.data(), end);
}

void append_prose(const ProseText& prose, std::string& out) {
  if (prose.language == nullptr) {
    out += prose.html;
    return;
  }
  append_language_begin(*prose.language, out);
  out += prose.html;
  out += language_end;
}

/// One loop at work.
struct Loop {
  const Type* type = nullptr;
  const void* list = nullptr;
  std::size_t index = 0;
  std::size_t size = 0;
};

}  // namespace

void Template::render_erased(const void* view, [[maybe_unused]] const Type* type, std::string& out) const {
  if (!program_) return;
  assert(type == program_->root);
  const TemplateProgram& program = *program_;
  std::array<const void*, deepest_loop + 1> slots{};
  std::array<Loop, deepest_loop + 1> loops;
  slots[0] = view;

  const auto value_of = [&](const Op& op) {
    const void* value = slots[op.slot];
    for (std::uint32_t i = 0; i < op.count; ++i)
      value = program.getters[op.begin + i](value);
    return value;
  };

  for (std::size_t at = 0; at < program.ops.size(); ++at) {
    const Op& op = program.ops[at];
    switch (op.code) {
      case OpCode::literal:
        out.append(program.literals, op.begin, op.count);
        break;
      case OpCode::text:
        escape_html(op.type->text(value_of(op)), out);
        break;
      case OpCode::component:
        escape_component(op.type->text(value_of(op)), out);
        break;
      case OpCode::verbatim:
        out += op.type->text(value_of(op));
        break;
      case OpCode::integer:
        append_integer(*static_cast<const int*>(value_of(op)), out);
        break;
      case OpCode::prose_html:
        append_prose(*op.type->prose(value_of(op)), out);
        break;
      case OpCode::prose_plain:
        escape_html(op.type->prose(value_of(op))->plain, out);
        break;
      case OpCode::prose_component:
        escape_component(op.type->prose(value_of(op))->plain, out);
        break;
      case OpCode::skip_unless:
        if (!holds(*op.type, value_of(op))) at = op.target - 1;
        break;
      case OpCode::skip_if:
        if (holds(*op.type, value_of(op))) at = op.target - 1;
        break;
      case OpCode::jump:
        at = op.target - 1;
        break;
      case OpCode::loop: {
        const void* list = value_of(op);
        loops[op.item] = {.type = op.type, .list = list, .index = 0, .size = op.type->size(list)};
        if (loops[op.item].size == 0) {
          at = op.target - 1;
        } else {
          slots[op.item] = op.type->at(list, 0);
        }
        break;
      }
      case OpCode::next: {
        Loop& loop = loops[op.item];
        if (++loop.index == loop.size) break;
        slots[op.item] = loop.type->at(loop.list, loop.index);
        at = op.target - 1;
        break;
      }
    }
  }
}

}  // namespace versus
