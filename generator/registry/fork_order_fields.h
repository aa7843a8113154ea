#pragma once

#include "registry/facts_fields.h"
#include "registry/fork_order.h"

/// The keys of `fork` in `protocol.yaml` and `stacks.yaml`.
namespace versus {

template <>
struct EnumNames<Ties> {
  static constexpr std::array names = {
      std::pair{"lowest-code", Ties::lowest_code}, std::pair{"highest-code", Ties::highest_code},
      std::pair{"first-received", Ties::first_received}, std::pair{"any", Ties::any}};
};

template <>
struct Fields<SentAs> {
  static constexpr auto table =
      fields(required<&SentAs::code>("code", Range{100, 999}), required<&SentAs::as>("as", Range{100, 999}));
};

template <>
struct Fields<MergedAs> {
  static constexpr auto table =
      fields(required<&MergedAs::codes>("codes", Items{1}), required<&MergedAs::as>("as", Range{100, 999}));
};

template <>
struct Fields<ForkOrder> {
  static constexpr auto table = fields(
      optional<&ForkOrder::file>("file", not_empty), optional<&ForkOrder::source>("source"),
      required<&ForkOrder::order>("order", Items{1}), required<&ForkOrder::ties>("ties"),
      optional<&ForkOrder::at_once>("at_once", Items{1}), optional<&ForkOrder::sent_as>("sent_as", Items{1}),
      optional<&ForkOrder::merged>("merged", Items{1}), optional<&ForkOrder::challenges>("challenges"));
};

}  // namespace versus
