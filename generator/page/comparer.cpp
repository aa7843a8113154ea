#include "page/comparer.h"

#include <algorithm>

#include "compare/compare.h"
#include "compare/fork.h"
#include "compare/methods.h"
#include "page/items.h"

namespace versus {

namespace {

constexpr std::size_t most_related = 8;

/// The pairs that somebody has written about.
std::vector<CodePair> curated_pairs(const Site& site) {
  std::vector<CodePair> pairs;
  for (const auto& [pair, texts] : site.pairs.front())
    pairs.push_back(pair);
  return pairs;
}

ProseText number_of(const CodeFacts& code) {
  return plain(std::to_string(code.code.value));
}

/// Puts one comparison into the words of a locale.
class Wording {
 public:
  Wording(const Site& site, const Authorities& authorities, std::size_t locale, std::size_t a, std::size_t b)
      : site_(site),
        authorities_(authorities),
        locale_(site.locales.list[locale]),
        prose_(site.prose[locale]),
        a_(site.registry.codes[a]),
        b_(site.registry.codes[b]),
        results_(fork_results(site.registry, a_, b_)) {}

  /// What separates the two, and what either of them points to.
  ProseText rule() const {
    const Finding found = separation(site_.registry, a_, b_);
    return compose(locale_, "rule." + std::string(found.key),
                   {{"first", number_of(*found.first)},
                    {"second", number_of(*found.second)},
                    {"first_topic", topic(*found.first)},
                    {"second_topic", topic(*found.second)}});
  }

  std::vector<ProseText> consequences() const {
    std::vector<ProseText> texts;
    for (const Finding& found : versus::consequences(site_.registry, a_, b_)) {
      texts.push_back(compose(locale_, "consequence." + std::string(found.key),
                              {{"first", number_of(*found.first)}, {"second", number_of(*found.second)}}));
    }
    return texts;
  }

  /// One line for a pair that nothing connects: why a reader may still meet both.
  ProseText distant() const {
    const bool a_open = site_.registry.class_of(a_).outcome == Outcome::provisional;
    const bool b_open = site_.registry.class_of(b_).outcome == Outcome::provisional;
    std::string_view key = "branches";
    if (!results_.empty() && results_.front().choice == ForkChoice::never_together) {
      key = "requests";
    } else if (a_open != b_open) {
      key = "sequence";
    }
    const bool swapped = key == "sequence" && b_open;
    return compose(locale_, "distant." + std::string(key),
                   {{"first", number_of(swapped ? b_ : a_)}, {"second", number_of(swapped ? a_ : b_)}});
  }

  /// What tells the two apart in a trace.
  std::vector<TellView> tells(const std::vector<Observable>& all) const {
    std::vector<TellView> views;
    for (const Observable& observable : all) {
      if (observable.kind == ObservableKind::status_line)
        continue;  // That the numbers differ goes without saying.
      views.push_back({compose(locale_, tell_key(observable.kind) + ".name"),
                       side(observable.kind, observable.a, a_), side(observable.kind, observable.b, b_)});
    }
    return views;
  }

  /// Which of the two each authority sends back as the answers of two branches: one statement, or one for
  /// each authority that differs.
  std::vector<ItemView> winners() const {
    std::vector<ItemView> items;
    for (const ForkResult& result : results_) {
      if (result.choice == ForkChoice::provisional || result.choice == ForkChoice::never_together) continue;
      // Another flow takes the place of its branch.
      if (a_.fork.role.value == ForkRole::replaced || b_.fork.role.value == ForkRole::replaced) continue;
      add_item(items, winner(result),
               result.stack == nullptr ? authorities_.fork : authorities_.forks[index_of(*result.stack)]);
    }
    return items;
  }

  /// What implementations that depart from the specifications make of the two; one row for those that agree.
  /// Only a call that fails is released by its response.
  std::vector<DepartureView> departures() const {
    std::vector<DepartureView> views;
    if (!releases(a_) || !releases(b_)) return views;
    for (const Stack& stack : site_.registry.stacks) {
      if (!stack.to_cause) continue;
      const std::size_t index = index_of(stack);
      const CodeCauses& a = authorities_.causes[index][index_of(a_)];
      const CodeCauses& b = authorities_.causes[index][index_of(b_)];
      if (!a.departs && !b.departs) continue;
      DepartureView view{{authorities_.to_causes[index]}, a.list, b.list};
      const auto same = std::ranges::find_if(views, [&](const DepartureView& other) {
        return other.a.html == view.a.html && other.b.html == view.b.html;
      });
      if (same == views.end()) {
        views.push_back(std::move(view));
      } else {
        same->stacks.push_back(std::move(view.stacks.front()));
      }
    }
    return views;
  }

 private:
  std::size_t index_of(const Stack& stack) const {
    return static_cast<std::size_t>(&stack - site_.registry.stacks.data());
  }

  std::size_t index_of(const CodeFacts& code) const {
    return static_cast<std::size_t>(&code - site_.registry.codes.data());
  }

  bool releases(const CodeFacts& code) const {
    const Outcome outcome = site_.registry.class_of(code).outcome;
    return (outcome == Outcome::redirection || outcome == Outcome::failure) &&
           answers(site_.registry, code, "INVITE");
  }

  static std::string tell_key(ObservableKind kind) { return "tell." + std::string(enum_name(kind)); }

  const ProseText& topic(const CodeFacts& code) const { return prose_[index_of(code)].topic; }

  /// One side of an observable: its words as a list, or what stands for nothing.
  ProseText side(ObservableKind kind, const std::vector<std::string>& words, const CodeFacts& code) const {
    if (words.empty()) return compose(locale_, tell_key(kind) + ".none");
    if (kind == ObservableKind::request_method && !names_methods(code))
      return compose(locale_, tell_key(kind) + ".any");
    ProseText list;
    for (const std::string& one : words)
      append(list, side_word(kind, one), locale_.typography.list_separator);
    return list;
  }

  ProseText side_word(ObservableKind kind, const std::string& text) const {
    switch (kind) {
      case ObservableKind::senders:
        return word(locale_, "axis.senders", text);
      case ObservableKind::transaction:
      case ObservableKind::to_tag:
        return word(locale_, tell_key(kind), text);
      case ObservableKind::timer:
        return phrase(site_, locale_, text);
      default:
        return literal(text);
    }
  }

  ProseText winner(const ForkResult& result) const {
    ProseText text = choice(result);
    if (!result.challenges) return text;
    const std::string key(enum_name(*result.challenges));
    return compose(locale_, "fork_choice.challenges-" + key, {{"choice", std::move(text)}});
  }

  ProseText choice(const ForkResult& result) const {
    if (result.choice != ForkChoice::a && result.choice != ForkChoice::b) {
      return compose(
          locale_, "fork_choice." + std::string(enum_name(result.choice)),
          {{"a", number_of(a_)}, {"b", number_of(b_)}, {"as", plain(std::to_string(result.a_as))}});
    }
    const CodeFacts& code = result.choice == ForkChoice::a ? a_ : b_;
    const int as = result.choice == ForkChoice::a ? result.a_as : result.b_as;
    if (as == code.code.value) return compose(locale_, "fork_choice.one", {{"code", number_of(code)}});
    return compose(locale_, "fork_choice.one_as",
                   {{"code", number_of(code)}, {"as", plain(std::to_string(as))}});
  }

  const Site& site_;
  const Authorities& authorities_;
  const Locale& locale_;
  const LocaleProse& prose_;
  const CodeFacts& a_;
  const CodeFacts& b_;
  std::vector<ForkResult> results_;
};

CodeCauses code_causes(const Locale& locale, const CodeFacts& code, const std::vector<int>& causes) {
  CodeCauses result;
  result.departs =
      code.gateway && !code.gateway->to_cause.empty() && std::ranges::any_of(causes, [&](int cause) {
        return std::ranges::count(code.gateway->to_cause, cause, &ToCause::cause) == 0;
      });
  if (causes.empty()) result.list = word(locale, "axis.to_cause", "none");
  for (const int cause : causes)
    append(result.list, cause_text(locale, cause), locale.typography.list_separator);
  return result;
}

Authorities make_authorities(const Site& site, const Locale& locale) {
  Authorities all;
  if (const auto& fork = site.registry.protocol.fork) all.fork = source_link(site, locale, *fork->source);
  for (const Stack& stack : site.registry.stacks) {
    all.forks.push_back(stack.fork ? stack_link(site, locale, stack, stack.fork->file->value) : LinkView());
    all.to_causes.push_back(stack.to_cause ? stack_link(site, locale, stack, stack.to_cause->file)
                                           : LinkView());
    auto& causes = all.causes.emplace_back();
    if (!stack.to_cause) continue;
    for (const CodeFacts& code : site.registry.codes)
      causes.push_back(code_causes(locale, code, stack.to_cause->causes(code.code.value)));
  }
  return all;
}

}  // namespace

Comparer::Comparer(const Site& site)
    : site_(site), kinships_(site.registry, curated_pairs(site)), observer_(site.registry) {
  for (const Locale& locale : site.locales.list)
    authorities_.push_back(make_authorities(site, locale));
  for (const CodeFacts& code : site.registry.codes) {
    std::vector<bool>& says = says_.emplace_back();
    for (const Axis& axis : axes())
      says.push_back(!axis.cell(site.registry, code).empty());
  }
}

PairView Comparer::compare(std::size_t locale, std::size_t a, std::size_t b) const {
  const Wording words(site_, authorities_[locale], locale, a, b);
  PairView view;
  const LocalePairs& pairs = site_.pairs[locale];
  if (const auto texts = pairs.find({a, b}); texts != pairs.end()) {
    view.curated = true;
    view.rule = texts->second.rule;
    view.story = texts->second.story;
    view.advice = texts->second.advice;
  } else {
    view.rule = words.rule();
  }
  if (kinships_.cls(a, b) == PairClass::distant) view.distant = words.distant();
  view.consequences = words.consequences();
  view.tells = words.tells(observer_.observables(a, b));
  view.winners = words.winners();
  view.departures = words.departures();
  return view;
}

bool Comparer::offered(std::size_t a, std::size_t b) const {
  return std::ranges::count(site_.config.indexed_pairs, kinships_.cls(a, b)) > 0;
}

std::vector<CodePair> Comparer::related(std::size_t a, std::size_t b) const {
  return related_pairs(kinships_, a, b, most_related);
}

void add_comparison_labels(const Registry& registry, std::vector<ProgramLabel>& labels) {
  const bool pairs = registry.codes.size() > 1;
  for (const std::string_view key : separation_keys()) {
    labels.push_back({"rule." + std::string(key),
                      {"first", "second", {"first_topic", Form::noun}, {"second_topic", Form::noun}},
                      pairs});
  }
  for (const std::string_view key : consequence_keys())
    labels.push_back({"consequence." + std::string(key), {"first", "second"}, pairs});
  for (const auto& [name, kind] : EnumNames<ObservableKind>::names) {
    if (kind == ObservableKind::status_line) continue;
    labels.push_back({"tell." + std::string(name) + ".name", {}, pairs});
    labels.push_back({"tell." + std::string(name) + ".none", {}, pairs});
  }
  labels.push_back({"tell.request-method.any", {}, pairs});
  labels.push_back({"tell.to-tag.missing", {}, pairs});
  for (const auto& [name, effect] : EnumNames<TransactionEffect>::names)
    labels.push_back({"tell.transaction." + std::string(name), {}, pairs});
  for (const ForkChoice choice : {ForkChoice::any, ForkChoice::first_received, ForkChoice::both})
    labels.push_back({"fork_choice." + std::string(enum_name(choice)), {"a", "b"}, pairs});
  labels.push_back({"fork_choice.merged", {"a", "b", "as"}, pairs});
  for (const auto& [name, challenges] : EnumNames<Challenges>::names)
    labels.push_back({"fork_choice.challenges-" + std::string(name), {"choice"}, pairs});
  labels.push_back({"fork_choice.one", {"code"}, pairs});
  labels.push_back({"fork_choice.one_as", {"code", "as"}, pairs});
  for (const std::string_view key : {"branches", "requests", "sequence"})
    labels.push_back({"distant." + std::string(key), {"first", "second"}, pairs});
}

}  // namespace versus
