#pragma once

#include <array>
#include <utility>

#include "yaml/fields.h"

/// What a client may do after a response, and the words for it in YAML.
namespace versus {

/// What a client may do with its request after the response.
enum class RetryAdvice { not_needed, never, changed, with_credentials, after_delay, elsewhere };

template <>
struct EnumNames<RetryAdvice> {
  static constexpr std::array names = {std::pair{"not-needed", RetryAdvice::not_needed},
                                       std::pair{"never", RetryAdvice::never},
                                       std::pair{"changed", RetryAdvice::changed},
                                       std::pair{"with-credentials", RetryAdvice::with_credentials},
                                       std::pair{"after-delay", RetryAdvice::after_delay},
                                       std::pair{"elsewhere", RetryAdvice::elsewhere}};
};

/// What a client changes in its request before it tries again.
enum class RetryChange {
  credentials,
  request_uri,
  uri_scheme,
  uri_length,
  method,
  body_type,
  accepted_types,
  body_size,
  session_description,
  drop_extension,
  add_extension,
  expiry,
  session_interval,
  event_package,
  info_package,
  identity,
  referrer_identity,
  anonymity,
  location,
  alert_message,
  resource_priority,
  entity_tag,
  security_mechanism,
  transport,
  hop_limit,
  route,
  full_number,
  encryption,
  preconditions,
  breadth,
  consent,
  syntax,
  version,
  outbound,
  offer_timing,
  push
};

template <>
struct EnumNames<RetryChange> {
  static constexpr std::array names = {std::pair{"credentials", RetryChange::credentials},
                                       std::pair{"request-uri", RetryChange::request_uri},
                                       std::pair{"uri-scheme", RetryChange::uri_scheme},
                                       std::pair{"uri-length", RetryChange::uri_length},
                                       std::pair{"method", RetryChange::method},
                                       std::pair{"body-type", RetryChange::body_type},
                                       std::pair{"accepted-types", RetryChange::accepted_types},
                                       std::pair{"body-size", RetryChange::body_size},
                                       std::pair{"session-description", RetryChange::session_description},
                                       std::pair{"drop-extension", RetryChange::drop_extension},
                                       std::pair{"add-extension", RetryChange::add_extension},
                                       std::pair{"expiry", RetryChange::expiry},
                                       std::pair{"session-interval", RetryChange::session_interval},
                                       std::pair{"event-package", RetryChange::event_package},
                                       std::pair{"info-package", RetryChange::info_package},
                                       std::pair{"identity", RetryChange::identity},
                                       std::pair{"referrer-identity", RetryChange::referrer_identity},
                                       std::pair{"anonymity", RetryChange::anonymity},
                                       std::pair{"location", RetryChange::location},
                                       std::pair{"alert-message", RetryChange::alert_message},
                                       std::pair{"resource-priority", RetryChange::resource_priority},
                                       std::pair{"entity-tag", RetryChange::entity_tag},
                                       std::pair{"security-mechanism", RetryChange::security_mechanism},
                                       std::pair{"transport", RetryChange::transport},
                                       std::pair{"hop-limit", RetryChange::hop_limit},
                                       std::pair{"route", RetryChange::route},
                                       std::pair{"full-number", RetryChange::full_number},
                                       std::pair{"encryption", RetryChange::encryption},
                                       std::pair{"preconditions", RetryChange::preconditions},
                                       std::pair{"breadth", RetryChange::breadth},
                                       std::pair{"consent", RetryChange::consent},
                                       std::pair{"syntax", RetryChange::syntax},
                                       std::pair{"version", RetryChange::version},
                                       std::pair{"outbound", RetryChange::outbound},
                                       std::pair{"offer-timing", RetryChange::offer_timing},
                                       std::pair{"push", RetryChange::push}};
};

/// Where a request goes next, by itself, after a response that refuses or redirects it.
enum class NextRoute {
  named_addresses,  ///< The addresses that the response names.
  next_server,      ///< The next address of the same server, from DNS.
  other_flow,       ///< Another connection of the same device.
  nowhere           ///< No other place is tried.
};

template <>
struct EnumNames<NextRoute> {
  static constexpr std::array names = {std::pair{"named-addresses", NextRoute::named_addresses},
                                       std::pair{"next-server", NextRoute::next_server},
                                       std::pair{"other-flow", NextRoute::other_flow},
                                       std::pair{"nowhere", NextRoute::nowhere}};
};

}  // namespace versus
