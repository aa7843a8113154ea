#pragma once

#include "registry/fork_order_fields.h"
#include "registry/registry.h"

/// The keys of `protocol.yaml`.
namespace versus {

template <>
struct Fields<Transaction> {
  static constexpr auto table =
      fields(required<&Transaction::effect>("effect"), required<&Transaction::source>("source"));
};

template <>
struct Fields<ExampleMessage> {
  static constexpr auto table = fields(required<&ExampleMessage::version>("version", not_empty),
                                       required<&ExampleMessage::headers>("headers"));
};

template <>
struct Fields<ResponseClass> {
  static constexpr auto table = fields(
      required<&ResponseClass::slug>("slug", Length{3, 3}),
      required<&ResponseClass::phrase>("phrase", not_empty), required<&ResponseClass::outcome>("outcome"),
      required<&ResponseClass::transaction>("transaction"), required<&ResponseClass::source>("source"));
};

template <>
struct Fields<Specification> {
  static constexpr auto table = fields(required<&Specification::series>("series", not_empty),
                                       required<&Specification::address>("address", not_empty));
};

template <>
struct Fields<Protocol::CodeRange> {
  static constexpr auto table = fields(required<&Protocol::CodeRange::from>("from", Range{100, 999}),
                                       required<&Protocol::CodeRange::to>("to", Range{100, 999}));
};

template <>
struct Fields<CodeRegistry> {
  static constexpr auto table = fields(required<&CodeRegistry::name>("name", not_empty),
                                       required<&CodeRegistry::address>("address", not_empty),
                                       required<&CodeRegistry::retrieved>("retrieved"),
                                       required<&CodeRegistry::default_reference>("default_reference"));
};

template <>
struct Fields<Protocol> {
  static constexpr auto table = fields(
      required<&Protocol::name>("name", not_empty), required<&Protocol::language>("language"),
      required<&Protocol::codes>("codes"),
      required<&Protocol::methods>("methods", Items{1}, Unique{}, not_empty),
      required<&Protocol::classes>("classes", Items{1}),
      required<&Protocol::specifications>("specifications", Items{1}), optional<&Protocol::fork>("fork"),
      optional<&Protocol::registry>("registry"), required<&Protocol::example>("example"));
};

}  // namespace versus
