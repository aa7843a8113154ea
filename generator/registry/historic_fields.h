#pragma once

#include "registry/facts_fields.h"
#include "registry/historic.h"

/// The keys of `historic.yaml`.
namespace versus {

template <>
struct Fields<HistoricCode> {
  static constexpr auto table = fields(
      required<&HistoricCode::code>("code", Range{100, 999}),
      required<&HistoricCode::phrase>("phrase", not_empty), required<&HistoricCode::defined_in>("defined_in"),
      required<&HistoricCode::dropped_by>("dropped_by"),
      required<&HistoricCode::instead>("instead", Items{1}, Unique{}, Range{100, 999}));
};

template <>
struct Fields<HistoricCodes> {
  static constexpr auto table = fields(required<&HistoricCodes::codes>("codes", Items{1}));
};

}  // namespace versus
