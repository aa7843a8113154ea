#pragma once

#include <array>
#include <utility>

#include "yaml/fields.h"

/// Who and what occurs in call flows, and the words for it in YAML.
namespace versus {

/// Who takes part in a call flow.
enum class Participant {
  caller,
  callee,
  second_callee,
  proxy,
  far_proxy,
  edge_proxy,
  registrar,
  redirect_server,
  gateway,
  telephone_network,
  client,
  server,
  subscriber,
  notifier,
  publisher,
  event_state_compositor,
  message_relay,
  transferor,
  transferee,
  transfer_target
};

template <>
struct EnumNames<Participant> {
  static constexpr std::array names = {
      std::pair{"caller", Participant::caller},
      std::pair{"callee", Participant::callee},
      std::pair{"second-callee", Participant::second_callee},
      std::pair{"proxy", Participant::proxy},
      std::pair{"far-proxy", Participant::far_proxy},
      std::pair{"edge-proxy", Participant::edge_proxy},
      std::pair{"registrar", Participant::registrar},
      std::pair{"redirect-server", Participant::redirect_server},
      std::pair{"gateway", Participant::gateway},
      std::pair{"telephone-network", Participant::telephone_network},
      std::pair{"client", Participant::client},
      std::pair{"server", Participant::server},
      std::pair{"subscriber", Participant::subscriber},
      std::pair{"notifier", Participant::notifier},
      std::pair{"publisher", Participant::publisher},
      std::pair{"event-state-compositor", Participant::event_state_compositor},
      std::pair{"message-relay", Participant::message_relay},
      std::pair{"transferor", Participant::transferor},
      std::pair{"transferee", Participant::transferee},
      std::pair{"transfer-target", Participant::transfer_target}};
};

/// What happens at one participant of a call flow.
enum class FlowEvent {
  rings,
  answers,
  declines,
  is_busy,
  no_answer,
  gives_up,
  timer_expires,
  media_flows,
  queues_call,
  forwards_call,
  no_binding,
  unknown_user,
  stores_message,
  loop_found,
  overloaded,
  lost_state,
  verification_fails,
  credential_unavailable,
  blocks_call,
  plays_announcement,
  credentials_missing,
  not_understood,
  unavailable,
  refuses,
  credential_rejected,
  extension_unknown,
  fails_internally
};

template <>
struct EnumNames<FlowEvent> {
  static constexpr std::array names = {std::pair{"rings", FlowEvent::rings},
                                       std::pair{"answers", FlowEvent::answers},
                                       std::pair{"declines", FlowEvent::declines},
                                       std::pair{"is-busy", FlowEvent::is_busy},
                                       std::pair{"no-answer", FlowEvent::no_answer},
                                       std::pair{"gives-up", FlowEvent::gives_up},
                                       std::pair{"timer-expires", FlowEvent::timer_expires},
                                       std::pair{"media-flows", FlowEvent::media_flows},
                                       std::pair{"queues-call", FlowEvent::queues_call},
                                       std::pair{"forwards-call", FlowEvent::forwards_call},
                                       std::pair{"no-binding", FlowEvent::no_binding},
                                       std::pair{"unknown-user", FlowEvent::unknown_user},
                                       std::pair{"stores-message", FlowEvent::stores_message},
                                       std::pair{"loop-found", FlowEvent::loop_found},
                                       std::pair{"overloaded", FlowEvent::overloaded},
                                       std::pair{"lost-state", FlowEvent::lost_state},
                                       std::pair{"verification-fails", FlowEvent::verification_fails},
                                       std::pair{"credential-unavailable", FlowEvent::credential_unavailable},
                                       std::pair{"blocks-call", FlowEvent::blocks_call},
                                       std::pair{"plays-announcement", FlowEvent::plays_announcement},
                                       std::pair{"credentials-missing", FlowEvent::credentials_missing},
                                       std::pair{"not-understood", FlowEvent::not_understood},
                                       std::pair{"unavailable", FlowEvent::unavailable},
                                       std::pair{"refuses", FlowEvent::refuses},
                                       std::pair{"credential-rejected", FlowEvent::credential_rejected},
                                       std::pair{"extension-unknown", FlowEvent::extension_unknown},
                                       std::pair{"fails-internally", FlowEvent::fails_internally}};
};

/// What two participants tell each other where it is no message of a protocol that has a name.
enum class FlowExchange {
  dns_query,
  tls_handshake,
  number_query,
  number_unknown,
  analytics_query,
  call_unwanted
};

template <>
struct EnumNames<FlowExchange> {
  static constexpr std::array names = {std::pair{"dns-query", FlowExchange::dns_query},
                                       std::pair{"tls-handshake", FlowExchange::tls_handshake},
                                       std::pair{"number-query", FlowExchange::number_query},
                                       std::pair{"number-unknown", FlowExchange::number_unknown},
                                       std::pair{"analytics-query", FlowExchange::analytics_query},
                                       std::pair{"call-unwanted", FlowExchange::call_unwanted}};
};

}  // namespace versus
