#include "page/detail_labels.h"

#include <set>

#include "registry/facts_fields.h"

namespace versus {

namespace {

template <typename Enum>
void add_words(std::string_view group, const std::set<Enum>& shown, std::vector<ProgramLabel>& labels) {
  for (const auto& [name, value] : EnumNames<Enum>::names) {
    labels.push_back({std::string(group).append(1, '.').append(name), {}, shown.contains(value)});
  }
}

}  // namespace

void add_detail_labels(const Registry& registry, std::vector<ProgramLabel>& labels) {
  std::set<HeaderLevel> levels;
  std::set<HeaderCondition> conditions;
  std::set<TimerRole> roles;
  std::set<GatewayFirst> firsts;
  std::set<CauseCondition> limits;
  std::set<Participant> participants;
  std::set<FlowEvent> events;
  std::set<FlowExchange> exchanges;
  std::set<int> causes;
  bool gateways = false;
  for (const CodeFacts& code : registry.codes) {
    if (!code.sound) continue;
    for (const HeaderField& header : code.headers) {
      levels.insert(header.level);
      if (header.when) conditions.insert(*header.when);
    }
    for (const Timer& timer : code.timers)
      roles.insert(timer.role);
    for (const FlowStep& step : code.flow) {
      for (const auto& participant : {step.from, step.to, step.at}) {
        if (participant) participants.insert(participant->value);
      }
      if (step.event) events.insert(step.event->value);
      if (step.exchange) exchanges.insert(step.exchange->value);
    }
    if (!code.gateway) continue;
    gateways = true;
    for (const ToCause& row : code.gateway->to_cause) {
      causes.insert(row.cause);
      if (row.first) firsts.insert(*row.first);
    }
    for (const FromCauses& row : code.gateway->from_causes) {
      causes.insert(row.causes.begin(), row.causes.end());
      if (row.when) limits.insert(*row.when);
    }
  }
  for (const Stack& stack : registry.stacks) {
    if (stack.to_cause) {
      for (const StackCause& row : stack.to_cause->are)
        causes.insert(row.cause);
    }
    if (stack.from_cause) {
      for (const StackCause& row : stack.from_cause->are)
        causes.insert(row.cause);
    }
  }
  add_words("header", levels, labels);
  add_words("condition", conditions, labels);
  add_words("participant", participants, labels);
  add_words("event", events, labels);
  add_words("exchange", exchanges, labels);
  for (const auto& [name, role] : EnumNames<TimerRole>::names)
    labels.push_back({"timer." + std::string(name), {"timer"}, roles.contains(role)});
  for (const auto& [name, first] : EnumNames<GatewayFirst>::names)
    labels.push_back({"gateway." + std::string(name), {"cause"}, firsts.contains(first)});
  for (const auto& [name, limit] : EnumNames<CauseCondition>::names)
    labels.push_back({"gateway." + std::string(name), {"cause"}, limits.contains(limit)});
  for (int cause = 1; cause <= q850.max; ++cause)
    labels.push_back({"cause." + std::to_string(cause), {}, causes.contains(cause)});
  const bool stacks = !registry.stacks.empty();
  labels.push_back({"gateway.cause", {"cause", "meaning"}, !causes.empty()});
  for (const std::string_view key : {"to_cause", "from_causes", "to_messages", "from_messages"})
    labels.push_back({"gateway." + std::string(key), {}, gateways});
  for (const std::string_view key : {"phrases", "to_cause", "from_cause", "rank", "unlisted", "otherwise"})
    labels.push_back({"stack." + std::string(key), {}, stacks});
  labels.push_back({"stack.rank_of", {"rank", "ranks"}, stacks});
  labels.push_back({"timer.unnamed", {}, !roles.empty()});
  labels.push_back({"timer.timed", {"timer", "duration"}, !roles.empty()});
  for (const std::string_view key : {"ms", "s", "min"})
    labels.push_back({"duration." + std::string(key), {"n"}, !roles.empty()});
  labels.push_back({"duration.at_least", {"time"}, !roles.empty()});
  labels.push_back({"duration.range", {"from", "to"}, !roles.empty()});
  labels.push_back({"flow.title", {"code"}, !registry.codes.empty()});
  labels.push_back({"flow.description", {"steps"}, !registry.codes.empty()});
  labels.push_back({"flow.happens", {"at", "event"}, !events.empty()});
  labels.push_back({"flow.message", {"from", "to", "message"}, !registry.codes.empty()});
  labels.push_back({"flow.with", {"message", "parts"}, !registry.codes.empty()});
}

}  // namespace versus
