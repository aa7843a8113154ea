#include "compare/fork.h"

#include <algorithm>

#include "compare/methods.h"

namespace versus {

namespace {

int sent_as(const ForkOrder& fork, int code) {
  const auto row = std::ranges::find(fork.sent_as, code, [](const SentAs& sent) { return sent.code.value; });
  return row == fork.sent_as.end() ? code : row->as.value;
}

bool has(const std::vector<CodeGroupMember>& members, int code) {
  return std::ranges::any_of(members, [&](const CodeGroupMember& member) { return member.has(code); });
}

ForkChoice tie(Ties ties, int a, int b) {
  switch (ties) {
    case Ties::lowest_code:
      return a < b ? ForkChoice::a : ForkChoice::b;
    case Ties::highest_code:
      return a > b ? ForkChoice::a : ForkChoice::b;
    case Ties::first_received:
      return ForkChoice::first_received;
    case Ties::any:
      break;
  }
  return ForkChoice::any;
}

/// True for a response that asks for credentials in a header field that it must carry.
bool challenges(const CodeFacts& code) {
  return std::ranges::count(code.retry.advice.value, RetryAdvice::with_credentials) > 0 &&
         std::ranges::any_of(code.headers, [](const HeaderField& header) { return header.required(); });
}

/// One of two final responses by an order (step 6).
ForkResult chosen(const ForkOrder& fork, int a, int b) {
  const std::size_t rank_a = rank(fork, a);
  const std::size_t rank_b = rank(fork, b);
  const bool at_once_a = has(fork.at_once, a);
  const bool at_once_b = has(fork.at_once, b);
  ForkResult result;
  if (rank_a != rank_b) {
    result.choice = rank_a < rank_b ? ForkChoice::a : ForkChoice::b;
  } else {
    for (const MergedAs& merged : fork.merged) {
      if (has(merged.codes, a) && has(merged.codes, b))
        return {.choice = ForkChoice::merged, .a_as = merged.as.value, .b_as = merged.as.value};
    }
    result.choice = at_once_a && at_once_b ? ForkChoice::first_received : tie(fork.ties, a, b);
  }
  if (result.choice != ForkChoice::b) result.a_as = sent_as(fork, a);
  if (result.choice != ForkChoice::a) result.b_as = sent_as(fork, b);
  result.at_once = (at_once_a || result.a_as == 0) && (at_once_b || result.b_as == 0);
  return result;
}

/// Two codes as the answers of two branches, whoever the proxy is.
class Contest {
 public:
  Contest(const Registry& registry, const CodeFacts& a, const CodeFacts& b)
      : a_(a.code.value),
        b_(b.code.value),
        outcome_a_(registry.class_of(a).outcome),
        outcome_b_(registry.class_of(b).outcome),
        both_challenge_(challenges(a) && challenges(b)),
        meet_(answer_the_same(registry, a, b)),
        invite_(answers(registry, a, "INVITE") && answers(registry, b, "INVITE")) {}

  ForkResult result(const ForkOrder& fork) const {
    if (!meet_) return {.choice = ForkChoice::never_together};
    if (outcome_a_ == Outcome::provisional || outcome_b_ == Outcome::provisional)
      return {.choice = ForkChoice::provisional};
    const bool success_a = outcome_a_ == Outcome::success;
    const bool success_b = outcome_b_ == Outcome::success;
    if (!success_a && !success_b) {
      ForkResult result = chosen(fork, a_, b_);
      if (both_challenge_ && result.choice != ForkChoice::merged) result.challenges = fork.challenges;
      return result;
    }
    // Of the answers to any other request than INVITE only the first is forwarded.
    const ForkChoice choice = success_a && success_b ? invite_ ? ForkChoice::both : ForkChoice::first_received
                              : success_a            ? ForkChoice::a
                                                     : ForkChoice::b;
    return {.choice = choice, .at_once = true, .a_as = success_a ? a_ : 0, .b_as = success_b ? b_ : 0};
  }

 private:
  int a_;
  int b_;
  Outcome outcome_a_;
  Outcome outcome_b_;
  bool both_challenge_;
  bool meet_;    ///< There is a request that both answer.
  bool invite_;  ///< An INVITE is one.
};

}  // namespace

std::vector<ForkResult> fork_results(const Registry& registry, const CodeFacts& a, const CodeFacts& b) {
  const Contest contest(registry, a, b);
  std::vector<ForkResult> results;
  const auto add = [&](const ForkOrder& fork, const Stack* stack) {
    results.push_back(contest.result(fork));
    results.back().stack = stack;
  };
  if (registry.protocol.fork) add(*registry.protocol.fork, nullptr);
  for (const Stack& stack : registry.stacks) {
    if (stack.fork) add(*stack.fork, &stack);
  }
  return results;
}

}  // namespace versus
