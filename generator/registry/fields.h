#pragma once

#include "registry/registry.h"

/// The keys of `protocol.yaml` and `facts.yaml`.
namespace versus {

inline constexpr Length not_empty{1, 200};

template <>
struct EnumNames<Outcome> {
  static constexpr std::array names = {
      std::pair{"provisional", Outcome::provisional}, std::pair{"success", Outcome::success},
      std::pair{"redirection", Outcome::redirection}, std::pair{"failure", Outcome::failure}};
};

template <>
struct Fields<ResponseClass> {
  static constexpr auto table =
      fields(required<&ResponseClass::slug>("slug", Length{3, 3}),
             required<&ResponseClass::phrase>("phrase", not_empty),
             required<&ResponseClass::outcome>("outcome"), required<&ResponseClass::source>("source"));
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
struct Fields<Protocol> {
  static constexpr auto table =
      fields(required<&Protocol::name>("name", not_empty), required<&Protocol::language>("language"),
             required<&Protocol::codes>("codes"), required<&Protocol::classes>("classes", Items{1}),
             required<&Protocol::specifications>("specifications", Items{1}));
};

template <>
struct Fields<FormerPhrase> {
  static constexpr auto table =
      fields(required<&FormerPhrase::phrase>("phrase", not_empty), required<&FormerPhrase::source>("source"));
};

template <>
struct Fields<Senders> {
  static constexpr auto table =
      fields(required<&Senders::are>("are", Items{1}, Unique{}), required<&Senders::source>("source"));
};

template <>
struct Fields<Dialog> {
  static constexpr auto table =
      fields(required<&Dialog::effect>("effect"), required<&Dialog::source>("source"));
};

template <>
struct Fields<RequiredHeaders> {
  static constexpr auto table = fields(required<&RequiredHeaders::are>("are", Items{1}, Unique{}, not_empty),
                                       required<&RequiredHeaders::source>("source"));
};

template <>
struct Fields<Retry> {
  static constexpr auto table =
      fields(required<&Retry::advice>("advice", Items{1}, Unique{}), required<&Retry::source>("source"));
};

template <>
struct Fields<Claim> {
  static constexpr auto table = fields(required<&Claim::at>("at"), required<&Claim::about>("about"));
};

template <>
struct Fields<CodeFacts> {
  static constexpr auto table = fields(
      required<&CodeFacts::code>("code", Range{100, 999}), required<&CodeFacts::phrase>("phrase", not_empty),
      optional<&CodeFacts::former_phrases>("former_phrases", Items{1}),
      required<&CodeFacts::status>("status"), optional<&CodeFacts::deprecated_by>("deprecated_by"),
      required<&CodeFacts::defined_in>("defined_in"), required<&CodeFacts::senders>("senders"),
      required<&CodeFacts::dialog>("dialog"), optional<&CodeFacts::required_headers>("required_headers"),
      required<&CodeFacts::retry>("retry"), optional<&CodeFacts::sources>("sources", Items{1}));
};

}  // namespace versus
