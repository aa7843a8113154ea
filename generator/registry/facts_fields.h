#pragma once

#include "registry/facts.h"

/// The keys of `facts.yaml`.
namespace versus {

inline constexpr Length not_empty{1, 200};
inline constexpr Range q850{1, 127};  ///< Cause values (ITU-T Q.850).

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
struct Fields<Methods> {
  static constexpr auto table = fields(required<&Methods::are>("are", Items{1}, Unique{}, not_empty),
                                       required<&Methods::source>("source"));
};

template <>
struct Fields<Dialog> {
  static constexpr auto table =
      fields(required<&Dialog::effect>("effect"), required<&Dialog::source>("source"));
};

template <>
struct Fields<MidDialog> {
  static constexpr auto table =
      fields(required<&MidDialog::ends>("ends"), required<&MidDialog::source>("source"));
};

template <>
struct Fields<HeaderField> {
  static constexpr auto table =
      fields(required<&HeaderField::name>("name", not_empty), required<&HeaderField::level>("level"),
             optional<&HeaderField::when>("when"), required<&HeaderField::source>("source"));
};

template <>
struct Fields<Body> {
  static constexpr auto table = fields(required<&Body::use>("use"), required<&Body::source>("source"));
};

template <>
struct Fields<Reliability> {
  static constexpr auto table =
      fields(required<&Reliability::sent>("sent"), required<&Reliability::source>("source"));
};

template <>
struct Fields<Retry> {
  static constexpr auto table =
      fields(required<&Retry::advice>("advice", Items{1}, Unique{}),
             optional<&Retry::change>("change", Items{1}, Unique{}), required<&Retry::source>("source"));
};

template <>
struct Fields<Fork> {
  static constexpr auto table = fields(required<&Fork::role>("role"), required<&Fork::source>("source"));
};

template <>
struct Fields<ToCause> {
  static constexpr auto table =
      fields(required<&ToCause::cause>("cause", q850), optional<&ToCause::first>("first"),
             required<&ToCause::source>("source"));
};

template <>
struct Fields<FromCauses> {
  static constexpr auto table =
      fields(required<&FromCauses::causes>("causes", Items{1}, Unique{}, q850),
             optional<&FromCauses::when>("when"), required<&FromCauses::source>("source"));
};

template <>
struct Fields<IsupMessage> {
  static constexpr auto table =
      fields(required<&IsupMessage::message>("message", not_empty), required<&IsupMessage::source>("source"));
};

template <>
struct Fields<Gateway> {
  static constexpr auto table = fields(optional<&Gateway::to_cause>("to_cause", Items{1}),
                                       optional<&Gateway::from_causes>("from_causes", Items{1}),
                                       optional<&Gateway::to_messages>("to_messages", Items{1}),
                                       optional<&Gateway::from_messages>("from_messages", Items{1}));
};

template <>
struct Fields<NextRouteFact> {
  static constexpr auto table =
      fields(required<&NextRouteFact::to>("to"), required<&NextRouteFact::source>("source"));
};

template <>
struct Fields<Timer> {
  static constexpr auto table =
      fields(optional<&Timer::name>("name", not_empty), required<&Timer::role>("role"),
             optional<&Timer::from_ms>("from_ms", Range{0}), optional<&Timer::to_ms>("to_ms", Range{1}),
             optional<&Timer::at_least>("at_least"), required<&Timer::source>("source"));
};

template <>
struct Fields<Claim> {
  static constexpr auto table = fields(required<&Claim::at>("at"), required<&Claim::about>("about"));
};

template <>
struct Fields<HeaderLine> {
  static constexpr auto table = fields(required<&HeaderLine::name>("name", not_empty),
                                       required<&HeaderLine::value>("value", Length{1, 1000}));
};

template <>
struct Fields<ExampleBody> {
  static constexpr auto table = fields(required<&ExampleBody::type>("type", not_empty),
                                       required<&ExampleBody::lines>("lines", Items{1}, Length{0, 1000}));
};

template <>
struct Fields<Example> {
  static constexpr auto table =
      fields(required<&Example::method>("method", not_empty),
             optional<&Example::headers>("headers", Items{1}), optional<&Example::body>("body"));
};

template <>
struct Fields<FlowStep> {
  static constexpr auto table =
      fields(optional<&FlowStep::from>("from"), optional<&FlowStep::to>("to"),
             optional<&FlowStep::request>("request", not_empty),
             optional<&FlowStep::response>("response", Range{100, 999}),
             optional<&FlowStep::answers>("answers", not_empty),
             optional<&FlowStep::signal>("signal", not_empty), optional<&FlowStep::exchange>("exchange"),
             optional<&FlowStep::with>("with", Items{1, 3}, Unique{}, not_empty),
             optional<&FlowStep::at>("at"), optional<&FlowStep::event>("event"));
};

template <>
struct Fields<CodeFacts> {
  static constexpr auto table = fields(
      required<&CodeFacts::code>("code", Range{100, 999}), required<&CodeFacts::phrase>("phrase", not_empty),
      optional<&CodeFacts::registered_phrase>("registered_phrase", not_empty),
      optional<&CodeFacts::former_phrases>("former_phrases", Items{1}),
      required<&CodeFacts::status>("status"), optional<&CodeFacts::deprecated_by>("deprecated_by"),
      required<&CodeFacts::defined_in>("defined_in"), required<&CodeFacts::senders>("senders"),
      required<&CodeFacts::methods>("methods"), required<&CodeFacts::dialog>("dialog"),
      optional<&CodeFacts::mid_dialog>("mid_dialog"),
      optional<&CodeFacts::ends_subscription>("ends_subscription"),
      optional<&CodeFacts::headers>("headers", Items{1}), optional<&CodeFacts::body>("body"),
      optional<&CodeFacts::reliability>("reliability"), required<&CodeFacts::retry>("retry"),
      optional<&CodeFacts::next_route>("next_route"), required<&CodeFacts::fork>("fork"),
      optional<&CodeFacts::gateway>("gateway"), optional<&CodeFacts::timers>("timers", Items{1}),
      optional<&CodeFacts::confused_with>("confused_with", Items{1}, Unique{}, Range{100, 999}),
      required<&CodeFacts::example>("example"), required<&CodeFacts::flow>("flow", Items{2, 16}),
      optional<&CodeFacts::sources>("sources", Items{1}));
};

}  // namespace versus
