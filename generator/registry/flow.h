#pragma once

#include <optional>
#include <string>
#include <vector>

#include "registry/flow_words.h"
#include "yaml/decode.h"

namespace versus {

/// One step of a call flow: a message between two participants, or an event at one.
struct FlowStep {
  std::optional<Located<Participant>> from;
  std::optional<Located<Participant>> to;
  std::optional<Located<std::string>> request;  ///< A method.
  std::optional<Located<int>> response;
  std::optional<Located<std::string>>
      answers;  ///< Method of the request that is answered, if not the last one.
  std::optional<Located<std::string>> signal;  ///< A message of another protocol, such as `REL, cause 17`.
  std::optional<Located<FlowExchange>> exchange;
  std::vector<std::string> with;  ///< Header fields or bodies that matter in the message.
  std::optional<Located<Participant>> at;
  std::optional<Located<FlowEvent>> event;
};

/// Checks the steps of the flow of a code; `place` is the code's own place for what has none. A step is a
/// message or an event; a response answers a request that went the other way between the same two and has had
/// no final response (RFC 3261 section 17); the code itself occurs.
void check_flow(const std::vector<FlowStep>& flow, int code, const Span& place, Diagnostics& diagnostics);

/// True if the two flows have the same steps.
bool same_steps(const std::vector<FlowStep>& a, const std::vector<FlowStep>& b);

/// The participants of a flow in the order in which they first appear.
std::vector<Participant> participants(const std::vector<FlowStep>& flow);

}  // namespace versus
