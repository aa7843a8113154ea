#include "registry/flow.h"

#include <algorithm>

namespace versus {

namespace {

constexpr std::size_t most_participants = 4;  ///< More cannot be drawn legibly on a phone.

struct OpenRequest {
  Participant from;
  Participant to;
  std::string method;
};

class FlowCheck {
 public:
  explicit FlowCheck(Diagnostics& diagnostics) : diagnostics_(diagnostics) {}

  void check(const FlowStep& step, const Span& flow) {
    const Span place = place_of(step, flow);
    const int kinds = int(step.request.has_value()) + int(step.response.has_value()) +
                      int(step.signal.has_value()) + int(step.exchange.has_value()) +
                      int(step.event.has_value());
    if (kinds != 1) {
      return bad(place,
                 kinds == 0 ? "a step without a message or event" : "a step with several messages or events",
                 "give it one of request, response, signal, exchange and event");
    }
    if (step.event) {
      if (!step.at || step.from || step.to || !step.with.empty() || step.answers)
        bad(step.event->span, "an event happens at one participant", "write 'at' and 'event' only");
      return;
    }
    if (!step.from || !step.to || step.at)
      return bad(place, "a message goes from one participant to another",
                 "write 'from' and 'to', without 'at'");
    if (step.from->value == step.to->value)
      return bad(step.to->span, "a message to its own sender", "name another participant");
    if (step.answers && !step.response)
      return bad(step.answers->span, "only a response answers a request", "leave out 'answers'");
    if (step.request && step.request->value != "ACK")
      open_.push_back({step.from->value, step.to->value, step.request->value});
    if (step.response) check_response(step);
  }

 private:
  static Span place_of(const FlowStep& step, const Span& flow) {
    if (step.from) return step.from->span;
    if (step.at) return step.at->span;
    if (step.to) return step.to->span;
    return flow;
  }

  void check_response(const FlowStep& step) {
    const auto request = std::find_if(open_.rbegin(), open_.rend(), [&](const OpenRequest& open) {
      return open.from == step.to->value && open.to == step.from->value &&
             (!step.answers || open.method == step.answers->value);
    });
    if (request == open_.rend()) {
      return bad(step.response->span, std::to_string(step.response->value) + " answers no open request",
                 "a request that is not yet answered has to go from its receiver to its sender before");
    }
    if (step.response->value >= 200) open_.erase(std::next(request).base());
  }

  void bad(const Span& span, std::string message, std::string hint) {
    diagnostics_.add(DiagnosticKind::bad_flow, span, std::move(message), std::move(hint));
  }

  Diagnostics& diagnostics_;
  std::vector<OpenRequest> open_;
};

}  // namespace

bool same_steps(const std::vector<FlowStep>& a, const std::vector<FlowStep>& b) {
  const auto same = [](const auto& x, const auto& y) {
    return x.has_value() == y.has_value() && (!x || x->value == y->value);
  };
  return std::ranges::equal(a, b, [&](const FlowStep& x, const FlowStep& y) {
    return same(x.from, y.from) && same(x.to, y.to) && same(x.request, y.request) &&
           same(x.response, y.response) && same(x.signal, y.signal) && same(x.exchange, y.exchange) &&
           x.with == y.with && same(x.at, y.at) && same(x.event, y.event);
  });
}

std::vector<Participant> participants(const std::vector<FlowStep>& flow) {
  std::vector<Participant> result;
  const auto add = [&](const std::optional<Located<Participant>>& participant) {
    if (participant && std::ranges::count(result, participant->value) == 0)
      result.push_back(participant->value);
  };
  for (const FlowStep& step : flow) {
    add(step.from);
    add(step.to);
    add(step.at);
  }
  return result;
}

void check_flow(const std::vector<FlowStep>& flow, int code, const Span& place, Diagnostics& diagnostics) {
  FlowCheck check(diagnostics);
  for (const FlowStep& step : flow)
    check.check(step, place);
  if (participants(flow).size() > most_participants) {
    diagnostics.add(DiagnosticKind::bad_flow, place, "the flow has more than four participants",
                    "leave out those that only pass messages on");
  }
  const auto own = [&](const FlowStep& step) { return step.response && step.response->value == code; };
  if (std::ranges::none_of(flow, own)) {
    diagnostics.add(DiagnosticKind::bad_flow, place, "the flow does not show " + std::to_string(code),
                    "add the step with 'response: " + std::to_string(code) + "'");
  }
}

}  // namespace versus
