#include "compare/tell_apart.h"

#include <algorithm>
#include <set>

#include "compare/methods.h"
#include "compare/response_lines.h"

namespace versus {

namespace {

using Values = std::vector<std::string>;

/// Requests that a code answers are telling if they are at most so many.
constexpr std::size_t few_methods = 3;

bool has(const Values& words, std::string_view word) {
  return std::ranges::count(words, word) > 0;
}

/// What of `from` is not in `other`.
Values without(const Values& from, const Values& other) {
  Values result;
  std::ranges::copy_if(from, std::back_inserter(result),
                       [&](const std::string& word) { return !has(other, word); });
  return result;
}

/// By which of the two lists the words are: by neither if both have some of them, or none.
Side by_words(const Observable& observable, const Values& words) {
  const auto any = [&](const Values& list) {
    return std::ranges::any_of(words, [&](const std::string& word) { return has(list, word); });
  };
  const bool of_a = any(observable.a);
  const bool of_b = any(observable.b);
  return of_a == of_b ? Side::neither : of_a ? Side::a : Side::b;
}

Side by_headers(const Observable& observable, const Values& lines) {
  Values present;
  for (const Values* names : {&observable.a, &observable.b}) {
    std::ranges::copy_if(*names, std::back_inserter(present),
                         [&](const std::string& name) { return !header_values(lines, name).empty(); });
  }
  // That one is missing proves nothing: others may be there in any response.
  return by_words(observable, present);
}

}  // namespace

/// One code in the words of observables.
struct Observer::Look {
  std::string code;
  Values example;   ///< Its lines.
  Values expected;  ///< Header fields that it carries in every case, or should, and that its example has.
  Values named;     ///< Header fields that are more than allowed.
  Values methods;
  std::string body;             ///< Its type; empty if the example has none.
  bool speaks_of_body = false;  ///< The facts do.
  bool lacks_tag = false;
  Values causes;
  Values transaction;  ///< Nothing for a final response that answers no INVITE: there is no ACK.
  Values senders;
  Values timers;  ///< Names of those that produce it; those without name cannot be looked for.

  Look(const Registry& registry, const CodeFacts& facts)
      : code(std::to_string(facts.code.value)),
        example(
            example_response(registry.protocol.example, facts.code.value, facts.phrase.value, facts.example)),
        body(media_type(example)),
        speaks_of_body(facts.body && facts.body->use != BodyUse::none),
        lacks_tag(lacks_to_tag(example)) {
    for (const std::string_view method : answered_methods(registry, facts))
      methods.emplace_back(method);
    for (const HeaderField& header : facts.headers) {
      const std::string& name = header.name.value;
      if (header.expected() && !header_values(example, name).empty()) expected.push_back(name);
      if (header.level != HeaderLevel::may) named.push_back(name);
    }
    if (facts.gateway) {
      std::set<int> numbers;
      for (const FromCauses& row : facts.gateway->from_causes)
        numbers.insert(row.causes.begin(), row.causes.end());
      for (const int number : numbers)
        causes.push_back(std::to_string(number));
    }
    const TransactionEffect effect = registry.class_of(facts).transaction.effect;
    if (effect == TransactionEffect::stays_open || has(methods, "INVITE"))
      transaction.emplace_back(enum_name(effect));
    for (const Sender sender : facts.senders.are)
      senders.emplace_back(enum_name(sender));
    for (const Timer& timer : facts.timers) {
      if (timer.role == TimerRole::expiry_produces && !timer.name.empty()) timers.push_back(timer.name);
    }
  }

  /// Header fields that are expected of this code and that the other need not carry.
  Values headers(const Look& other) const {
    Values result;
    std::ranges::copy_if(expected, std::back_inserter(result), [&](const std::string& name) {
      return !has(other.named, name) && header_values(other.example, name).empty();
    });
    return result;
  }

  /// The type of the body if the other has none and its facts do not speak of one.
  Values own_body(const Look& other) const {
    return body.empty() || other.speaks_of_body || !other.body.empty() ? Values() : Values{body};
  }

  Values to_tag(const Look& other) const {
    return lacks_tag && !other.lacks_tag ? Values{"missing"} : Values();
  }
};

Observer::Observer(const Registry& registry) {
  for (const CodeFacts& code : registry.codes)
    looks_.emplace_back(registry, code);
}

Observer::~Observer() = default;

std::vector<Observable> Observer::observables(std::size_t index_a, std::size_t index_b) const {
  const Look& a = looks_[index_a];
  const Look& b = looks_[index_b];
  std::vector<Observable> result;
  const auto add = [&](ObservableKind kind, Decides decides, Values of_a, Values of_b) {
    if (of_a != of_b) result.push_back({kind, decides, std::move(of_a), std::move(of_b)});
  };
  const auto add_own = [&](ObservableKind kind, Decides decides, const Values& of_a, const Values& of_b) {
    add(kind, decides, without(of_a, of_b), without(of_b, of_a));
  };

  // What the response itself shows first.
  add(ObservableKind::status_line, Decides::always, {a.code}, {b.code});
  add(ObservableKind::header, Decides::sometimes, a.headers(b), b.headers(a));
  const bool no_request = without(a.methods, b.methods) == a.methods;
  if (no_request || std::min(a.methods.size(), b.methods.size()) <= few_methods) {
    add(ObservableKind::request_method, no_request ? Decides::always : Decides::sometimes, a.methods,
        b.methods);
  }
  add(ObservableKind::body, Decides::sometimes, a.own_body(b), b.own_body(a));
  add(ObservableKind::to_tag, Decides::sometimes, a.to_tag(b), b.to_tag(a));
  add_own(ObservableKind::reason, Decides::sometimes, a.causes, b.causes);
  add(ObservableKind::transaction, Decides::never, a.transaction, b.transaction);
  if (without(a.senders, b.senders) == a.senders)
    add(ObservableKind::senders, Decides::never, a.senders, b.senders);
  add_own(ObservableKind::timer, Decides::never, a.timers, b.timers);
  std::ranges::stable_sort(result, {}, &Observable::decides);
  return result;
}

Side which(const Observable& observable, const std::vector<std::string>& lines) {
  const auto one_word = [&](std::string_view word) { return by_words(observable, {std::string(word)}); };
  switch (observable.kind) {
    case ObservableKind::status_line:
      return one_word(status_code(lines));
    case ObservableKind::header:
      return by_headers(observable, lines);
    case ObservableKind::request_method:
      return one_word(cseq_method(lines));
    case ObservableKind::body:
      return one_word(media_type(lines));
    case ObservableKind::to_tag:
      return one_word(lacks_to_tag(lines) ? "missing" : "");
    case ObservableKind::reason:
      return by_words(observable, q850_causes(lines));
    case ObservableKind::transaction:
    case ObservableKind::senders:
    case ObservableKind::timer:
      break;
  }
  return Side::neither;
}

}  // namespace versus
