#pragma once

#include <array>
#include <utility>

#include "yaml/fields.h"

/// What sources stand for, and the words for it in YAML.
namespace versus {

/// What a source stands for on the page that lists it.
enum class Topic {
  alert,
  authentication,
  body,
  cancellation,
  consent,
  definition,
  dialog,
  encryption,
  forking,
  former_phrase,
  gateway,
  headers,
  identity,
  info,
  location,
  loops,
  media,
  messaging,
  methods,
  overload,
  preconditions,
  priority,
  privacy,
  push,
  registration,
  reliability,
  retry,
  routing,
  security,
  senders,
  session_timer,
  status,
  subscription,
  timing,
  transfer,
  transport,
  version
};

template <>
struct EnumNames<Topic> {
  static constexpr std::array names = {std::pair{"alert", Topic::alert},
                                       std::pair{"authentication", Topic::authentication},
                                       std::pair{"body", Topic::body},
                                       std::pair{"cancellation", Topic::cancellation},
                                       std::pair{"consent", Topic::consent},
                                       std::pair{"definition", Topic::definition},
                                       std::pair{"dialog", Topic::dialog},
                                       std::pair{"encryption", Topic::encryption},
                                       std::pair{"forking", Topic::forking},
                                       std::pair{"former-phrase", Topic::former_phrase},
                                       std::pair{"gateway", Topic::gateway},
                                       std::pair{"headers", Topic::headers},
                                       std::pair{"identity", Topic::identity},
                                       std::pair{"info", Topic::info},
                                       std::pair{"location", Topic::location},
                                       std::pair{"loops", Topic::loops},
                                       std::pair{"media", Topic::media},
                                       std::pair{"messaging", Topic::messaging},
                                       std::pair{"methods", Topic::methods},
                                       std::pair{"overload", Topic::overload},
                                       std::pair{"preconditions", Topic::preconditions},
                                       std::pair{"priority", Topic::priority},
                                       std::pair{"privacy", Topic::privacy},
                                       std::pair{"push", Topic::push},
                                       std::pair{"registration", Topic::registration},
                                       std::pair{"reliability", Topic::reliability},
                                       std::pair{"retry", Topic::retry},
                                       std::pair{"routing", Topic::routing},
                                       std::pair{"security", Topic::security},
                                       std::pair{"senders", Topic::senders},
                                       std::pair{"session-timer", Topic::session_timer},
                                       std::pair{"status", Topic::status},
                                       std::pair{"subscription", Topic::subscription},
                                       std::pair{"timing", Topic::timing},
                                       std::pair{"transfer", Topic::transfer},
                                       std::pair{"transport", Topic::transport},
                                       std::pair{"version", Topic::version}};
};

}  // namespace versus
