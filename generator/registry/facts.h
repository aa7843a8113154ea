#pragma once

#include <optional>
#include <string>
#include <vector>

#include "registry/example.h"
#include "registry/flow.h"
#include "registry/reference.h"
#include "registry/retry_words.h"
#include "registry/topic.h"
#include "registry/words.h"

namespace versus {

struct FormerPhrase {
  std::string phrase;
  SpecReference source;
};

struct Senders {
  std::vector<Sender> are;
  SpecReference source;
};

/// Request methods that a response answers: names, or a single word, `any` for all but ACK or
/// `any-but-cancel` for all but ACK and CANCEL.
struct Methods {
  std::vector<Located<std::string>> are;
  SpecReference source;
};

struct Dialog {
  Located<DialogEffect> effect;
  SpecReference source;
};

struct MidDialog {
  MidDialogEnd ends = MidDialogEnd::transaction;
  SpecReference source;
};

/// A header field that belongs to a response because of its code.
struct HeaderField {
  Located<std::string> name;
  HeaderLevel level = HeaderLevel::may;
  std::optional<HeaderCondition> when;  ///< The level holds in this case only.
  SpecReference source;

  bool required() const { return level == HeaderLevel::must && !when; }

  /// To be looked for in any response of the code.
  bool expected() const { return (level == HeaderLevel::must || level == HeaderLevel::should) && !when; }
};

struct Body {
  BodyUse use = BodyUse::none;
  SpecReference source;
};

struct Reliability {
  Located<ReliableSending> sent;
  SpecReference source;
};

struct Retry {
  Located<std::vector<RetryAdvice>> advice;
  std::optional<Located<std::vector<RetryChange>>>
      change;  ///< There if and only if the advice has `changed`.
  SpecReference source;
};

/// Where the request goes next by itself, as far as a specification says so.
struct NextRouteFact {
  Located<NextRoute> to;
  SpecReference source;
};

struct Fork {
  Located<ForkRole> role;
  SpecReference source;
};

/// What a gateway releases the telephone call with when it receives the response.
struct ToCause {
  int cause = 0;  ///< Value of ITU-T Q.850.
  std::optional<GatewayFirst> first;
  SpecReference source;
};

/// Causes of a released telephone call for which a gateway sends the response.
struct FromCauses {
  std::vector<int> causes;  ///< Values of ITU-T Q.850.
  std::optional<CauseCondition> when;
  SpecReference source;
};

/// An ISUP message that becomes the response, or that the response becomes.
struct IsupMessage {
  std::string message;
  SpecReference source;
};

struct Gateway {
  std::vector<ToCause> to_cause;
  std::vector<FromCauses> from_causes;
  std::vector<IsupMessage> to_messages;
  std::vector<IsupMessage> from_messages;
};

struct Timer {
  std::string name;  ///< Such as `Timer B`; may be empty.
  TimerRole role = TimerRole::expiry_produces;
  std::optional<Located<int>> from_ms;  ///< Milliseconds; absent where the specification gives none.
  std::optional<Located<int>> to_ms;    ///< Milliseconds; the end of a range.
  bool at_least = false;                ///< `from_ms` is a lower bound.
  SpecReference source;
};

/// A place in a specification and what it stands for in the facts of a code.
struct Claim {
  SpecReference at;
  Topic about = Topic::definition;
};

/// `facts.yaml` of one code: what is known of it, without language, each fact with its source.
struct CodeFacts {
  Located<int> code;
  Located<std::string> phrase;                            ///< The reason phrase as it stands on the wire.
  std::optional<Located<std::string>> registered_phrase;  ///< Where the registry's text is another.
  std::vector<FormerPhrase> former_phrases;
  Located<Status> status;
  std::optional<SpecReference> deprecated_by;
  SpecReference defined_in;
  Senders senders;
  Methods methods;
  Dialog dialog;
  std::optional<MidDialog> mid_dialog;
  std::optional<SpecReference> ends_subscription;  ///< It ends a subscription, and this says so.
  std::vector<HeaderField> headers;
  std::optional<Body> body;
  std::optional<Reliability> reliability;
  Retry retry;
  std::optional<NextRouteFact> next_route;
  Fork fork;
  std::optional<Gateway> gateway;
  std::vector<Timer> timers;
  std::vector<Located<int>> confused_with;
  Example example;
  std::vector<FlowStep> flow;
  std::vector<Claim> sources;  ///< Behind further claims of the texts.
  bool sound = true;           ///< False if a mistake was reported: members may be missing.

  /// The text in the registry of codes.
  const Located<std::string>& in_registry() const { return registered_phrase ? *registered_phrase : phrase; }
};

/// All places that the facts of a code rest on, its definition first.
std::vector<Claim> claims(const CodeFacts& code);

}  // namespace versus
