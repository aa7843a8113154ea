#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "yaml/decode.h"

namespace versus {

/// A place in a specification, written `RFC 3261 21.4.24`; the section may be absent.
struct SpecReference {
  std::string series;
  int number = 0;
  std::string section;
  Span span;

  bool same_place(const SpecReference& other) const {
    return series == other.series && number == other.number && section == other.section;
  }
};
bool decode_scalar(std::string_view text, const Node& node, SpecReference& reference, DecodeContext& context);

template <>
struct TextForm<SpecReference> {
  static constexpr std::string_view pattern = R"(^[^ ]+ [0-9]{1,6}( ([A-Z]|[0-9]+)(\.[0-9]+)*)?$)";
  static constexpr std::string_view description = "series, number and section, as in 'RFC 3261 21.4.24'";
};

/// Standing of a code in its registry.
enum class Status { registered, deprecated };

/// Element that generates a response (RFC 3261 section 6; verification service: RFC 8224 section 6.2).
enum class Sender {
  user_agent_server,
  proxy,
  registrar,
  redirect_server,
  gateway,
  verification_service,
  message_relay,
  notifier
};

/// What a response does to a dialog when it answers a request that can create one (RFC 3261 sections 12.1
/// and 12.3).
enum class DialogEffect { none, early, confirmed, ends_early, by_method };

/// What a client may do with its request after the response.
enum class RetryAdvice { not_needed, never, changed, with_credentials, after_delay, elsewhere };

/// What a source stands for on the page that lists it.
enum class Topic {
  authentication,
  cancellation,
  definition,
  dialog,
  forking,
  former_phrase,
  gateway,
  headers,
  identity,
  media,
  messaging,
  registration,
  reliability,
  retry,
  routing,
  senders,
  status,
  subscription,
  timing,
  transfer,
  transport
};

struct FormerPhrase {
  std::string phrase;
  SpecReference source;
};

struct Senders {
  std::vector<Sender> are;
  SpecReference source;
};

struct Dialog {
  Located<DialogEffect> effect;
  SpecReference source;
};

struct RequiredHeaders {
  std::vector<std::string> are;  ///< Names of header fields.
  SpecReference source;
};

struct Retry {
  std::vector<RetryAdvice> advice;
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
  std::string phrase;  ///< The reason phrase as it stands on the wire.
  std::vector<FormerPhrase> former_phrases;
  Located<Status> status;
  std::optional<SpecReference> deprecated_by;
  SpecReference defined_in;
  Senders senders;
  Dialog dialog;
  std::optional<RequiredHeaders> required_headers;
  Retry retry;
  std::vector<Claim> sources;  ///< Behind further claims of the texts.
  bool sound = true;           ///< False if a mistake was reported: members may be missing.
};

/// All places that the facts of a code rest on, its definition first.
std::vector<Claim> claims(const CodeFacts& code);

template <>
struct EnumNames<Status> {
  static constexpr std::array names = {std::pair{"registered", Status::registered},
                                       std::pair{"deprecated", Status::deprecated}};
};

template <>
struct EnumNames<Sender> {
  static constexpr std::array names = {std::pair{"user-agent-server", Sender::user_agent_server},
                                       std::pair{"proxy", Sender::proxy},
                                       std::pair{"registrar", Sender::registrar},
                                       std::pair{"redirect-server", Sender::redirect_server},
                                       std::pair{"gateway", Sender::gateway},
                                       std::pair{"verification-service", Sender::verification_service},
                                       std::pair{"message-relay", Sender::message_relay},
                                       std::pair{"notifier", Sender::notifier}};
};

template <>
struct EnumNames<DialogEffect> {
  static constexpr std::array names = {
      std::pair{"none", DialogEffect::none}, std::pair{"early", DialogEffect::early},
      std::pair{"confirmed", DialogEffect::confirmed}, std::pair{"ends-early", DialogEffect::ends_early},
      std::pair{"by-method", DialogEffect::by_method}};
};

template <>
struct EnumNames<RetryAdvice> {
  static constexpr std::array names = {std::pair{"not-needed", RetryAdvice::not_needed},
                                       std::pair{"never", RetryAdvice::never},
                                       std::pair{"changed", RetryAdvice::changed},
                                       std::pair{"with-credentials", RetryAdvice::with_credentials},
                                       std::pair{"after-delay", RetryAdvice::after_delay},
                                       std::pair{"elsewhere", RetryAdvice::elsewhere}};
};

template <>
struct EnumNames<Topic> {
  static constexpr std::array names = {std::pair{"authentication", Topic::authentication},
                                       std::pair{"cancellation", Topic::cancellation},
                                       std::pair{"definition", Topic::definition},
                                       std::pair{"dialog", Topic::dialog},
                                       std::pair{"forking", Topic::forking},
                                       std::pair{"former-phrase", Topic::former_phrase},
                                       std::pair{"gateway", Topic::gateway},
                                       std::pair{"headers", Topic::headers},
                                       std::pair{"identity", Topic::identity},
                                       std::pair{"media", Topic::media},
                                       std::pair{"messaging", Topic::messaging},
                                       std::pair{"registration", Topic::registration},
                                       std::pair{"reliability", Topic::reliability},
                                       std::pair{"retry", Topic::retry},
                                       std::pair{"routing", Topic::routing},
                                       std::pair{"senders", Topic::senders},
                                       std::pair{"status", Topic::status},
                                       std::pair{"subscription", Topic::subscription},
                                       std::pair{"timing", Topic::timing},
                                       std::pair{"transfer", Topic::transfer},
                                       std::pair{"transport", Topic::transport}};
};

}  // namespace versus
