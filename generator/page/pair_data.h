#pragma once

#include <optional>
#include <string>
#include <vector>

#include "compare/kinship.h"
#include "page/data_json.h"

/// What comparisons say, as it stands in the data.
namespace versus {

/// One thing that a cell says.
struct TokenData {
  std::string text;
  std::string lang;
  std::optional<TextData> condition;  ///< The case to which it is limited.
};

/// How every row begins.
struct AxisData {
  std::string axis;
  TextData name;
};

/// Why two codes belong together.
struct ReasonData {
  KinshipKind kind = KinshipKind::confused_with;
  std::string what;
};

/// What to look at in a trace.
struct TellData {
  TextData name;
  TextData a;
  TextData b;
};

/// Who says so: a specification or an implementation.
struct AuthorityData {
  TextData name;
  std::string url;
};

/// What a forking proxy does with the two, and by whom.
struct WinnerData {
  TextData statement;
  std::vector<AuthorityData> by;
};

/// Q.850 causes that implementations make of the two codes.
struct DepartureData {
  std::vector<AuthorityData> stacks;
  TextData a;
  TextData b;
};

template <>
struct Fields<TokenData> {
  static constexpr auto table =
      fields(required<&TokenData::text>("text", Length{1}), optional<&TokenData::lang>("lang", Length{1}),
             optional<&TokenData::condition>("condition"));
};

template <>
struct Fields<AxisData> {
  static constexpr auto table =
      fields(required<&AxisData::axis>("axis", Length{1}), required<&AxisData::name>("name"));
};

template <>
struct Fields<ReasonData> {
  static constexpr auto table =
      fields(required<&ReasonData::kind>("kind"), optional<&ReasonData::what>("what", Length{1}));
};

template <>
struct Fields<TellData> {
  static constexpr auto table =
      fields(required<&TellData::name>("name"), required<&TellData::a>("a"), required<&TellData::b>("b"));
};

template <>
struct Fields<AuthorityData> {
  static constexpr auto table =
      fields(required<&AuthorityData::name>("name"), required<&AuthorityData::url>("url", Length{1}));
};

template <>
struct Fields<WinnerData> {
  static constexpr auto table =
      fields(required<&WinnerData::statement>("statement"), required<&WinnerData::by>("by", Items{1}));
};

template <>
struct Fields<DepartureData> {
  static constexpr auto table = fields(required<&DepartureData::stacks>("stacks", Items{1}),
                                       required<&DepartureData::a>("a"), required<&DepartureData::b>("b"));
};

}  // namespace versus
