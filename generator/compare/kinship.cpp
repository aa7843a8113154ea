#include "compare/kinship.h"

#include <algorithm>
#include <map>

#include "compare/compare.h"
#include "compare/methods.h"

namespace versus {

namespace {

/// What a code may share with another.
struct Mark {
  KinshipKind kind;
  std::string key;   ///< The same with both if it is shared.
  std::string text;  ///< What a reason shows of it.

  friend auto operator<=>(const Mark&, const Mark&) = default;
};

/// How much it counts that two codes share something of a kind.
int weight(KinshipKind kind) {
  switch (kind) {
    case KinshipKind::confused_with:
      return 8;
    case KinshipKind::required_header:
    case KinshipKind::cause:
    case KinshipKind::change:
      return 3;
    case KinshipKind::methods:
    case KinshipKind::trigger:
    case KinshipKind::specification:
      return 2;
    case KinshipKind::senders:
    case KinshipKind::response_class:
      break;
  }
  return 1;
}

/// What more codes than these have, such as cause 127 (interworking, unspecified), tells little and counts 1.
constexpr std::size_t few_codes = 5;

/// The event before the code is first sent in its call flow, and where it happens.
const FlowStep* trigger(const CodeFacts& code) {
  const FlowStep* event = nullptr;
  for (const FlowStep& step : code.flow) {
    if (step.event) event = &step;
    if (step.response && step.response->value == code.code.value) return event;
  }
  return nullptr;
}

std::vector<Mark> marks(const Registry& registry, const CodeFacts& code) {
  std::vector<Mark> result;
  const auto add = [&](KinshipKind kind, std::string key, std::string text) {
    result.push_back({kind, std::move(key), std::move(text)});
  };
  for (const HeaderField& header : code.headers) {
    if (header.level != HeaderLevel::must) continue;
    std::string key = header.name.value;
    if (header.when) key.append(" ").append(enum_name(*header.when));
    add(KinshipKind::required_header, std::move(key), header.name.value);
  }
  const auto add_cause = [&](int number) {
    add(KinshipKind::cause, std::to_string(number), std::to_string(number));
  };
  if (code.gateway) {
    for (const ToCause& row : code.gateway->to_cause)
      add_cause(row.cause);
    for (const FromCauses& row : code.gateway->from_causes)
      std::ranges::for_each(row.causes, add_cause);
  }
  if (code.retry.change) {
    for (const RetryChange change : code.retry.change->value)
      add(KinshipKind::change, std::string(enum_name(change)), std::string(enum_name(change)));
  }
  if (names_methods(code)) {
    std::string key;
    for (const std::string_view method : answered_methods(registry, code))
      key.append(method).append(" ");
    add(KinshipKind::methods, std::move(key), {});
  }
  if (const FlowStep* step = trigger(code)) {
    const std::string event(enum_name(step->event->value));
    add(KinshipKind::trigger, event + ' ' + std::string(enum_name(step->at->value)), event);
  }
  const SpecReference& defined = code.defined_in;
  if (!registry.protocol.registry || !registry.protocol.registry->default_reference.same_document(defined)) {
    const std::string document = defined.series + ' ' + std::to_string(defined.number);
    add(KinshipKind::specification, document, document);
  }
  std::vector<Sender> senders = code.senders.are;
  std::ranges::sort(senders);
  std::string key;
  for (const Sender sender : senders)
    key.append(enum_name(sender)).append(" ");
  add(KinshipKind::senders, std::move(key), {});
  add(KinshipKind::response_class, registry.class_of(code).slug.value, registry.class_of(code).slug.value);

  std::ranges::sort(result);
  const auto repeated = std::ranges::unique(result);
  result.erase(repeated.begin(), repeated.end());
  return result;
}

}  // namespace

Kinships::Kinships(const Registry& registry, const std::vector<CodePair>& curated)
    : traits_of_(registry.codes.size()) {
  std::map<Mark, std::vector<std::size_t>> codes_of;
  for (std::size_t i = 0; i < size(); ++i) {
    for (Mark& mark : marks(registry, registry.codes[i]))
      codes_of[std::move(mark)].push_back(i);
    for (const std::size_t other : confused_with(registry, i)) {
      const std::string key = std::to_string(std::min(i, other)) + ' ' + std::to_string(std::max(i, other));
      codes_of[{KinshipKind::confused_with, key, {}}].push_back(i);
    }
  }
  for (const auto& [mark, codes] : codes_of) {
    if (codes.size() < 2) continue;
    for (const std::size_t code : codes)
      traits_of_[code].push_back(static_cast<std::uint16_t>(traits_.size()));
    traits_.push_back({mark.kind, mark.text, codes.size() > few_codes ? 1 : weight(mark.kind)});
  }
  for (std::size_t b = 1; b < size(); ++b) {
    for (std::size_t a = 0; a < b; ++a) {
      const int score = sum(shared_traits(a, b));
      pairs_.push_back({static_cast<std::uint8_t>(score),
                        score >= related_score ? PairClass::related : PairClass::distant});
    }
  }
  for (const auto& [a, b] : curated)
    pairs_[index(a, b)].cls = PairClass::curated;
}

Kinship Kinships::of(std::size_t a, std::size_t b) const {
  Kinship result{score(a, b), {}, cls(a, b)};
  for (const std::uint16_t trait : shared_traits(a, b)) {
    const KinshipReason reason{traits_[trait].kind, traits_[trait].text};
    if (result.reasons.empty() || result.reasons.back() != reason) result.reasons.push_back(reason);
  }
  return result;
}

std::vector<std::uint16_t> Kinships::shared_traits(std::size_t a, std::size_t b) const {
  std::vector<std::uint16_t> shared;
  std::ranges::set_intersection(traits_of_[a], traits_of_[b], std::back_inserter(shared));
  return shared;
}

int Kinships::sum(const std::vector<std::uint16_t>& shared) const {
  std::array<int, EnumNames<KinshipKind>::names.size()> best{};
  for (const std::uint16_t trait : shared) {
    int& of_kind = best[static_cast<std::size_t>(traits_[trait].kind)];
    of_kind = std::max(of_kind, traits_[trait].weight);
  }
  int result = 0;
  for (const int of_kind : best)
    result += of_kind;
  return result;
}

std::vector<CodePair> related_pairs(const Kinships& kinships, std::size_t a, std::size_t b, std::size_t n) {
  std::vector<CodePair> result;
  for (std::size_t other = 0; other < kinships.size(); ++other) {
    if (other == a || other == b) continue;
    for (const std::size_t end : {a, b})
      result.push_back({std::min(end, other), std::max(end, other)});
  }
  const auto nearer = [&](const CodePair& x, const CodePair& y) {
    const int score_x = kinships.score(x.a, x.b);
    const int score_y = kinships.score(y.a, y.b);
    return score_x != score_y ? score_x > score_y : x < y;
  };
  n = std::min(n, result.size());
  std::ranges::partial_sort(result, result.begin() + static_cast<std::ptrdiff_t>(n), nearer);
  result.resize(n);
  return result;
}

}  // namespace versus
