#pragma once

#include "registry/fork_order_fields.h"
#include "registry/stacks.h"

/// The keys of `stacks.yaml`.
namespace versus {

template <>
struct Fields<StackPhrase> {
  static constexpr auto table = fields(required<&StackPhrase::code>("code", Range{100, 999}),
                                       required<&StackPhrase::phrase>("phrase", not_empty));
};

template <>
struct Fields<StackPhrases> {
  static constexpr auto table =
      fields(required<&StackPhrases::file>("file", not_empty), required<&StackPhrases::are>("are", Items{1}));
};

template <>
struct Fields<StackCause> {
  static constexpr auto table = fields(required<&StackCause::code>("code", Range{100, 999}),
                                       required<&StackCause::cause>("cause", q850));
};

template <>
struct Fields<OtherwiseCause> {
  static constexpr auto table = fields(required<&OtherwiseCause::codes>("codes", Items{1}),
                                       required<&OtherwiseCause::cause>("cause", q850));
};

template <>
struct Fields<StackToCause> {
  static constexpr auto table =
      fields(required<&StackToCause::file>("file", not_empty), required<&StackToCause::are>("are", Items{1}),
             optional<&StackToCause::unmapped>("unmapped", Items{1}, Range{100, 999}),
             optional<&StackToCause::otherwise>("otherwise", Items{1}));
};

template <>
struct Fields<StackFromCause> {
  static constexpr auto table = fields(required<&StackFromCause::file>("file", not_empty),
                                       required<&StackFromCause::are>("are", Items{1}),
                                       optional<&StackFromCause::otherwise>("otherwise", Range{100, 999}));
};

template <>
struct Fields<Stack> {
  static constexpr auto table =
      fields(required<&Stack::name>("name", not_empty), required<&Stack::repository>("repository", not_empty),
             required<&Stack::commit>("commit", Length{7, 64}), optional<&Stack::phrases>("phrases"),
             optional<&Stack::to_cause>("to_cause"), optional<&Stack::from_cause>("from_cause"),
             optional<&Stack::fork>("fork"));
};

template <>
struct Fields<Stacks> {
  static constexpr auto table = fields(required<&Stacks::stacks>("stacks", Items{1}));
};

}  // namespace versus
