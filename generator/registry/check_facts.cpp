#include "registry/check_facts.h"

#include <algorithm>

#include "registry/named_codes.h"

namespace versus {

namespace {

class FactCheck {
 public:
  FactCheck(const Registry& registry, const CodeFacts& code, Diagnostics& diagnostics)
      : registry_(registry),
        code_(code),
        outcome_(registry.class_of(code).outcome),
        diagnostics_(diagnostics) {}

  void status() {
    const bool deprecated = code_.status.value == Status::deprecated;
    if (deprecated && !code_.deprecated_by) {
      bad(code_.status.span, "deprecated, but by nothing",
          "add 'deprecated_by' with the specification that says so");
    }
    if (!deprecated && code_.deprecated_by) {
      bad(code_.deprecated_by->span, "deprecated by a specification, but not of status 'deprecated'",
          "write 'status: deprecated', or leave out this line");
    }
    if (code_.registered_phrase && code_.registered_phrase->value == code_.phrase.value)
      bad(code_.registered_phrase->span, "the registered phrase is the phrase itself", "leave out this line");
  }

  /// RFC 3261 sections 12.1 and 12.3, RFC 6228 section 4.
  void dialog() {
    const DialogEffect effect = code_.dialog.effect.value;
    const bool provisional = outcome_ == Outcome::provisional;
    const DialogEffect possible = provisional                    ? DialogEffect::early
                                  : outcome_ == Outcome::success ? DialogEffect::confirmed
                                                                 : DialogEffect::ends_early;
    if (effect == DialogEffect::none || effect == DialogEffect::by_method || effect == possible) return;
    if (provisional && effect == DialogEffect::ends_one_early) return;
    bad(code_.dialog.effect.span,
        "a response of outcome '" + std::string(enum_name(outcome_)) + "' cannot have the dialog effect '" +
            std::string(enum_name(effect)) + "'",
        "expected none, by-method" + std::string(provisional ? ", ends-one-early" : "") + " or " +
            std::string(enum_name(possible)));
  }

  void next_route() {
    if (code_.next_route && (outcome_ == Outcome::provisional || outcome_ == Outcome::success))
      bad(code_.next_route->to.span, "a request that has not failed needs no other route",
          "leave out 'next_route'");
  }

  /// Only provisional responses can be sent reliably (RFC 3262 section 3).
  void reliability() {
    if (code_.reliability && outcome_ != Outcome::provisional)
      bad(code_.reliability->sent.span, "only a provisional response is sent reliably",
          "leave out 'reliability'");
  }

  void retry() {
    const Retry& retry = code_.retry;
    const bool changed = std::ranges::count(retry.advice.value, RetryAdvice::changed) > 0;
    if (changed && !retry.change)
      bad(retry.advice.span, "the request is to be changed, but not in what",
          "add 'change' with what to change");
    if (!changed && retry.change)
      bad(retry.change->span, "something is to be changed, but 'advice' does not say so",
          "add 'changed' to 'advice'");
    const bool alone = retry.advice.value.size() == 1;
    for (const RetryAdvice advice : {RetryAdvice::never, RetryAdvice::not_needed}) {
      if (!alone && std::ranges::count(retry.advice.value, advice) > 0)
        bad(retry.advice.span, std::string(enum_name(advice)) + " excludes any other advice", {});
    }
  }

  /// RFC 3261 section 16.7.
  void fork() {
    const ForkRole role = code_.fork.role.value;
    const bool at_once = role == ForkRole::hop_by_hop || role == ForkRole::forwarded_at_once;
    const bool good =
        outcome_ == Outcome::provisional   ? at_once
        : outcome_ == Outcome::success     ? role == ForkRole::forwarded_at_once || role == ForkRole::ordinary
        : outcome_ == Outcome::redirection ? role == ForkRole::may_recurse || role == ForkRole::ordinary
                                           : !at_once && role != ForkRole::may_recurse;
    if (!good) {
      bad(code_.fork.role.span,
          "a response of outcome '" + std::string(enum_name(outcome_)) + "' cannot have the role '" +
              std::string(enum_name(role)) + "' at a forking proxy",
          {});
    }
  }

  void timers() {
    for (const Timer& timer : code_.timers) {
      if (timer.name.empty() && !timer.from_ms)
        bad(timer.source.span, "a timer without name and duration", "add 'name' or 'from_ms'");
      if (timer.to_ms && (!timer.from_ms || timer.to_ms->value <= timer.from_ms->value))
        bad(timer.to_ms->span, "the range ends before it begins", "write the longer time under 'to_ms'");
      if (timer.to_ms && timer.at_least)
        bad(timer.to_ms->span, "a lower bound has no end", "leave out 'to_ms' or 'at_least'");
    }
  }

  void methods() {
    const auto& are = code_.methods.are;
    for (const Located<std::string>& method : are) {
      if (method.value != "any" && method.value != "any-but-cancel") {
        known_method(method);
      } else if (are.size() > 1) {
        bad(method.span, "a word for all methods stands beside other methods",
            "leave out the others, or the word");
      }
    }
    known_method(code_.example.method);
    for (const FlowStep& step : code_.flow) {
      if (step.request) known_method(*step.request);
      if (step.answers) known_method(*step.answers);
    }
  }

  /// The example carries what the facts say it must, and nothing that it must not.
  void example() {
    for (const HeaderField& header : code_.headers) {
      const auto same = [&](const HeaderLine& line) { return line.name.value == header.name.value; };
      const bool there = std::ranges::any_of(code_.example.headers, same);
      if (header.required() && !there) {
        bad(code_.example.method.key, "the example lacks '" + header.name.value + "'",
            "the facts say that the response must carry it");
      } else if (header.level == HeaderLevel::must_not && !header.when && there) {
        bad(code_.example.method.key, "the example has '" + header.name.value + "'",
            "the facts say that the response must not carry it");
      }
    }
    for (const HeaderLine& line : code_.example.headers) {
      if (line.name.value == "Content-Length" || line.name.value == "Content-Type")
        bad(line.name.span, line.name.value + " is written by the program", "give the body under 'body'");
    }
  }

  void flow() { check_flow(code_.flow, code_.code.value, code_.code.span, diagnostics_); }

 private:
  void known_method(const Located<std::string>& method) {
    const std::vector<std::string>& known = registry_.protocol.methods;
    if (std::ranges::count(known, method.value) > 0) return;
    diagnostics_.add(DiagnosticKind::unknown_value, method.span,
                     "'" + method.value + "' is no method in protocol.yaml",
                     did_you_mean(method.value, std::vector<std::string_view>(known.begin(), known.end())));
  }

  void bad(const Span& span, std::string message, std::string hint) {
    diagnostics_.add(DiagnosticKind::inconsistent_facts, span, std::move(message), std::move(hint));
  }

  const Registry& registry_;
  const CodeFacts& code_;
  Outcome outcome_;
  Diagnostics& diagnostics_;
};

}  // namespace

void check_facts(const Registry& registry, const CodeFacts& code, Diagnostics& diagnostics) {
  FactCheck check(registry, code, diagnostics);
  check.status();
  check.dialog();
  check.reliability();
  check.next_route();
  check.retry();
  check.fork();
  check.timers();
  check.methods();
  check.example();
  check.flow();
}

void check_named_codes(const Registry& registry, Diagnostics& diagnostics) {
  for (const CodeFacts& code : registry.codes) {
    if (!code.sound) continue;
    for (const Located<int>& other : code.confused_with) {
      check_named_code(registry, other, diagnostics);
      if (other.value == code.code.value) {
        diagnostics.add(DiagnosticKind::inconsistent_facts, other.span,
                        std::to_string(other.value) + " is confused with itself", "leave it out");
      }
    }
    for (const FlowStep& step : code.flow) {
      if (step.response) check_named_code(registry, *step.response, diagnostics);
    }
  }
}

}  // namespace versus
