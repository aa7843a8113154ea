#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "template/value.h"

namespace versus {

/// Loops in loops that a template can have, partials included: the slots that rendering needs.
constexpr std::size_t deepest_loop = 16;

using Getter = const void* (*)(const void* object);

enum class OpCode : std::uint8_t {
  literal,    ///< `begin` and `count` in the literals.
  text,       ///< Escaped for HTML.
  component,  ///< Percent-encoded.
  verbatim,   ///< Html and Json.
  integer,
  prose_html,       ///< With its language marked.
  prose_plain,      ///< Escaped for HTML.
  prose_component,  ///< Percent-encoded.
  skip_unless,      ///< Goes to `target` if the value is false or empty.
  skip_if,          ///< Goes to `target` if the value is true or not empty.
  jump,             ///< Goes to `target`.
  loop,  ///< Puts the first element of a list into the slot `item`, or goes to `target` if there is none.
  next,  ///< Puts the next element into the slot `item` and goes to `target`, or goes on behind the last.
};

/// One step of rendering. A value is found from the object in `slot` by `count` getters from `begin` on.
struct Op {
  OpCode code;
  std::uint8_t slot = 0;
  std::uint8_t item = 0;
  std::uint32_t begin = 0;
  std::uint32_t count = 0;
  std::uint32_t target = 0;
  const Type* type = nullptr;  ///< Of the value; for `loop` of the list.
};

/// A compiled template: what `Template` runs.
struct TemplateProgram {
  const Type* root = nullptr;
  std::vector<Op> ops;
  std::vector<Getter> getters;
  std::string literals;
};

/// A value as the compiler knows it: the way from a slot to it. Without type where a mistake was reported
/// already.
struct Access {
  std::uint8_t slot = 0;
  std::vector<Getter> getters{};
  const Type* type = nullptr;
};

/// Appends ops to a program, neighbouring literals as one.
class ProgramBuilder {
 public:
  void literal(std::string_view text);
  /// Appends an op that takes a value; returns its index, for `land`.
  std::size_t value(OpCode code, const Access& access, std::uint8_t item = 0);
  /// Appends a jump to a place that `land` will give.
  std::size_t jump();
  /// Ends the loop that began with op `loop`.
  void next(std::size_t loop);
  /// Makes op `from` go to the place reached.
  void land(std::size_t from);

  TemplateProgram take(const Type& root);

 private:
  TemplateProgram program_;
  std::size_t landing_ =
      0;  ///< The last place that a jump goes to; a literal from before cannot grow past it.
};

}  // namespace versus
