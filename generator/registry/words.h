#pragma once

#include <array>
#include <utility>

#include "yaml/fields.h"

/// The enumerations of the facts, and the words that stand for their values in YAML.
namespace versus {

/// What a class of response codes does to the request (RFC 3261 section 7.2).
enum class Outcome { provisional, success, redirection, failure };

template <>
struct EnumNames<Outcome> {
  static constexpr std::array names = {
      std::pair{"provisional", Outcome::provisional}, std::pair{"success", Outcome::success},
      std::pair{"redirection", Outcome::redirection}, std::pair{"failure", Outcome::failure}};
};

/// What a class of responses does to its transaction (RFC 3261 section 17).
enum class TransactionEffect { stays_open, acknowledged_end_to_end, acknowledged_hop_by_hop };

template <>
struct EnumNames<TransactionEffect> {
  static constexpr std::array names = {
      std::pair{"stays-open", TransactionEffect::stays_open},
      std::pair{"acknowledged-end-to-end", TransactionEffect::acknowledged_end_to_end},
      std::pair{"acknowledged-hop-by-hop", TransactionEffect::acknowledged_hop_by_hop}};
};

/// Standing of a code in its registry.
enum class Status { registered, deprecated };

template <>
struct EnumNames<Status> {
  static constexpr std::array names = {std::pair{"registered", Status::registered},
                                       std::pair{"deprecated", Status::deprecated}};
};

/// Element that generates a response (RFC 3261 section 6; verification service: RFC 8224 section 6.2).
enum class Sender {
  user_agent_server,
  proxy,
  registrar,
  redirect_server,
  gateway,
  back_to_back_user_agent,
  verification_service,
  message_relay,
  notifier,
  subscriber,
  event_state_compositor
};

template <>
struct EnumNames<Sender> {
  static constexpr std::array names = {std::pair{"user-agent-server", Sender::user_agent_server},
                                       std::pair{"proxy", Sender::proxy},
                                       std::pair{"registrar", Sender::registrar},
                                       std::pair{"redirect-server", Sender::redirect_server},
                                       std::pair{"gateway", Sender::gateway},
                                       std::pair{"back-to-back-user-agent", Sender::back_to_back_user_agent},
                                       std::pair{"verification-service", Sender::verification_service},
                                       std::pair{"message-relay", Sender::message_relay},
                                       std::pair{"notifier", Sender::notifier},
                                       std::pair{"subscriber", Sender::subscriber},
                                       std::pair{"event-state-compositor", Sender::event_state_compositor}};
};

/// What a response does to a dialog when it answers a request that can create one (RFC 3261 sections 12.1
/// and 12.3; one early dialog: RFC 6228 section 4).
enum class DialogEffect { none, early, confirmed, ends_early, ends_one_early, by_method };

template <>
struct EnumNames<DialogEffect> {
  static constexpr std::array names = {std::pair{"none", DialogEffect::none},
                                       std::pair{"early", DialogEffect::early},
                                       std::pair{"confirmed", DialogEffect::confirmed},
                                       std::pair{"ends-early", DialogEffect::ends_early},
                                       std::pair{"ends-one-early", DialogEffect::ends_one_early},
                                       std::pair{"by-method", DialogEffect::by_method}};
};

/// What ends when a failure answers a request inside a dialog (RFC 5057 section 5.1).
enum class MidDialogEnd { transaction, usage, dialog, by_method };

template <>
struct EnumNames<MidDialogEnd> {
  static constexpr std::array names = {
      std::pair{"transaction", MidDialogEnd::transaction}, std::pair{"usage", MidDialogEnd::usage},
      std::pair{"dialog", MidDialogEnd::dialog}, std::pair{"by-method", MidDialogEnd::by_method}};
};

/// How strictly a specification asks for a header field (RFC 2119).
enum class HeaderLevel { must, should, may, should_not, must_not };

template <>
struct EnumNames<HeaderLevel> {
  static constexpr std::array names = {
      std::pair{"must", HeaderLevel::must}, std::pair{"should", HeaderLevel::should},
      std::pair{"may", HeaderLevel::may}, std::pair{"should-not", HeaderLevel::should_not},
      std::pair{"must-not", HeaderLevel::must_not}};
};

/// The case in which a header field is asked for.
enum class HeaderCondition {
  request_has_it,
  creates_dialog,
  sent_reliably,
  answers_invite,
  answers_register,
  answers_options,
  answers_subscribe,
  answers_publish,
  answers_refer,
  answers_info,
  answers_message,
  overlapping_request,
  condition_is_temporary,
  time_is_known,
  contacts_known,
  type_refused,
  encoding_refused,
  language_refused,
  abuse_unlikely,
  extension_known,
  security_agreement,
  several_identities
};

template <>
struct EnumNames<HeaderCondition> {
  static constexpr std::array names = {
      std::pair{"request-has-it", HeaderCondition::request_has_it},
      std::pair{"creates-dialog", HeaderCondition::creates_dialog},
      std::pair{"sent-reliably", HeaderCondition::sent_reliably},
      std::pair{"answers-invite", HeaderCondition::answers_invite},
      std::pair{"answers-register", HeaderCondition::answers_register},
      std::pair{"answers-options", HeaderCondition::answers_options},
      std::pair{"answers-subscribe", HeaderCondition::answers_subscribe},
      std::pair{"answers-publish", HeaderCondition::answers_publish},
      std::pair{"answers-refer", HeaderCondition::answers_refer},
      std::pair{"answers-info", HeaderCondition::answers_info},
      std::pair{"answers-message", HeaderCondition::answers_message},
      std::pair{"overlapping-request", HeaderCondition::overlapping_request},
      std::pair{"condition-is-temporary", HeaderCondition::condition_is_temporary},
      std::pair{"time-is-known", HeaderCondition::time_is_known},
      std::pair{"contacts-known", HeaderCondition::contacts_known},
      std::pair{"type-refused", HeaderCondition::type_refused},
      std::pair{"encoding-refused", HeaderCondition::encoding_refused},
      std::pair{"language-refused", HeaderCondition::language_refused},
      std::pair{"abuse-unlikely", HeaderCondition::abuse_unlikely},
      std::pair{"extension-known", HeaderCondition::extension_known},
      std::pair{"security-agreement", HeaderCondition::security_agreement},
      std::pair{"several-identities", HeaderCondition::several_identities}};
};

/// What the body of a response is for.
enum class BodyUse {
  none,
  session,
  acceptable_session,
  alternatives,
  public_key,
  unmet_preconditions,
  by_method
};

template <>
struct EnumNames<BodyUse> {
  static constexpr std::array names = {std::pair{"none", BodyUse::none},
                                       std::pair{"session", BodyUse::session},
                                       std::pair{"acceptable-session", BodyUse::acceptable_session},
                                       std::pair{"alternatives", BodyUse::alternatives},
                                       std::pair{"public-key", BodyUse::public_key},
                                       std::pair{"unmet-preconditions", BodyUse::unmet_preconditions},
                                       std::pair{"by-method", BodyUse::by_method}};
};

/// Whether a provisional response is sent so that it is acknowledged (RFC 3262 section 3).
enum class ReliableSending { never, with_100rel, only_if_required };

template <>
struct EnumNames<ReliableSending> {
  static constexpr std::array names = {std::pair{"never", ReliableSending::never},
                                       std::pair{"with-100rel", ReliableSending::with_100rel},
                                       std::pair{"only-if-required", ReliableSending::only_if_required}};
};

/// What a forking proxy does with the response of one branch (RFC 3261 section 16.7).
enum class ForkRole {
  hop_by_hop,
  forwarded_at_once,
  may_recurse,
  preferred,
  ordinary,
  becomes_500,
  replaced,  ///< By another flow to the same device (RFC 5626 section 7).
  ends_search
};

template <>
struct EnumNames<ForkRole> {
  static constexpr std::array names = {std::pair{"hop-by-hop", ForkRole::hop_by_hop},
                                       std::pair{"forwarded-at-once", ForkRole::forwarded_at_once},
                                       std::pair{"may-recurse", ForkRole::may_recurse},
                                       std::pair{"preferred", ForkRole::preferred},
                                       std::pair{"ordinary", ForkRole::ordinary},
                                       std::pair{"becomes-500", ForkRole::becomes_500},
                                       std::pair{"replaced", ForkRole::replaced},
                                       std::pair{"ends-search", ForkRole::ends_search}};
};

/// What a gateway tries before it releases the telephone call (RFC 3398 section 8.2.6.1).
enum class GatewayFirst { credentials, repair, redirection };

/// The case to which it is limited that a cause becomes a response (RFC 3398 section 7.2.4.1).
enum class CauseCondition { location_user, location_not_user, new_number_given, no_new_number, ansi_network };

template <>
struct EnumNames<GatewayFirst> {
  static constexpr std::array names = {std::pair{"credentials", GatewayFirst::credentials},
                                       std::pair{"repair", GatewayFirst::repair},
                                       std::pair{"redirection", GatewayFirst::redirection}};
};

/// What a timer has to do with a response.
enum class TimerRole {
  expiry_produces,
  stopped_by,
  started_by,
  restarted_by,
  resend_every,
  wait_before_retry
};

template <>
struct EnumNames<CauseCondition> {
  static constexpr std::array names = {std::pair{"location-user", CauseCondition::location_user},
                                       std::pair{"location-not-user", CauseCondition::location_not_user},
                                       std::pair{"new-number-given", CauseCondition::new_number_given},
                                       std::pair{"no-new-number", CauseCondition::no_new_number},
                                       std::pair{"ansi-network", CauseCondition::ansi_network}};
};

template <>
struct EnumNames<TimerRole> {
  static constexpr std::array names = {std::pair{"expiry-produces", TimerRole::expiry_produces},
                                       std::pair{"stopped-by", TimerRole::stopped_by},
                                       std::pair{"started-by", TimerRole::started_by},
                                       std::pair{"restarted-by", TimerRole::restarted_by},
                                       std::pair{"resend-every", TimerRole::resend_every},
                                       std::pair{"wait-before-retry", TimerRole::wait_before_retry}};
};

}  // namespace versus
