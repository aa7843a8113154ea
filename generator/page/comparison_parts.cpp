#include "page/comparison_parts.h"

#include <algorithm>

#include "compare/fork.h"
#include "compare/tell_apart.h"
#include "page/code_page.h"

namespace versus {

namespace {

ProseText number_of(int code) {
  return plain(std::to_string(code));
}

/// One side of an observable: its words as a list, or what stands for nothing.
ProseText side_of(const Locale& locale, ObservableKind kind, const std::vector<std::string>& words) {
  const std::string key = std::string("tell.") + std::string(enum_name(kind));
  if (words.empty()) return compose(locale, key + ".none");
  ProseText list;
  for (const std::string& word : words) {
    if (!list.plain.empty()) append(list, plain(locale.typography.list_separator));
    switch (kind) {
      case ObservableKind::senders:
        append(list, compose(locale, "axis.senders." + word));
        break;
      case ObservableKind::transaction:
        append(list, compose(locale, "axis.transaction." + word));
        break;
      case ObservableKind::to_tag:
        append(list, compose(locale, key + ".none"));
        break;
      case ObservableKind::timer:
        append(list, plain(word));
        break;
      default:
        append(list, literal(word));
    }
  }
  return list;
}

ProseText statement(const Locale& locale, const ForkResult& result, const CodeFacts& a, const CodeFacts& b) {
  const std::string key = "fork_choice." + std::string(enum_name(result.choice));
  if (result.choice == ForkChoice::a || result.choice == ForkChoice::b) {
    const int code = (result.choice == ForkChoice::a ? a : b).code.value;
    const int as = result.choice == ForkChoice::a ? result.a_as : result.b_as;
    if (as == code) return compose(locale, "fork_choice.one", {{"code", number_of(code)}});
    return compose(locale, "fork_choice.one_as", {{"code", number_of(code)}, {"as", number_of(as)}});
  }
  return compose(locale, key, {{"a", number_of(a.code.value)}, {"b", number_of(b.code.value)}});
}

}  // namespace

std::vector<MessageLineView> marked_lines(const std::vector<std::string>& own,
                                          const std::vector<std::string>& other) {
  std::vector<MessageLineView> lines;
  for (const std::string& line : own)
    lines.push_back({line, !line.empty() && std::ranges::count(other, line) == 0});
  return lines;
}

std::vector<TellView> tell_apart(const Locale& locale, const Registry& registry, const CodeFacts& a,
                                 const CodeFacts& b) {
  std::vector<TellView> views;
  const std::vector<Observable> all = observables(registry, a, b);
  for (const Observable& observable : all) {
    // That the numbers differ goes without saying where there is more to say.
    if (observable.kind == ObservableKind::status_line && all.size() > 1) continue;
    views.push_back({compose(locale, "tell." + std::string(enum_name(observable.kind)) + ".name"),
                     side_of(locale, observable.kind, observable.a),
                     side_of(locale, observable.kind, observable.b)});
  }
  return views;
}

std::vector<ItemView> winners(const Site& site, const Locale& locale, const CodeFacts& a,
                              const CodeFacts& b) {
  std::vector<ItemView> items;
  for (const ForkResult& result : fork_results(site.registry, a, b)) {
    LinkView authority;
    if (result.stack != nullptr) {
      authority = {phrase(site, locale, result.stack->name.value),
                   Url::from(result.stack->address(result.stack->fork->file->value)).value_or(Url())};
    } else {
      authority = source_link(site, locale, a.fork.source);
    }
    ProseText text = statement(locale, result, a, b);
    const auto same =
        std::ranges::find(items, text.html, [](const ItemView& item) { return item.text.html; });
    if (same == items.end()) {
      items.push_back({std::move(text), {std::move(authority)}});
    } else {
      same->sources.push_back(std::move(authority));
    }
  }
  return items;
}

ProseText distant_line(const Site& site, const Locale& locale, const CodeFacts& a, const CodeFacts& b) {
  const auto results = fork_results(site.registry, a, b);
  const bool a_open = site.registry.class_of(a).outcome == Outcome::provisional;
  const bool b_open = site.registry.class_of(b).outcome == Outcome::provisional;
  std::string_view key = "branches";
  if (!results.empty() && results.front().choice == ForkChoice::never_together) {
    key = "requests";
  } else if (a_open != b_open) {
    key = "sequence";
  }
  const bool swapped = key == "sequence" && b_open;
  return compose(locale, "distant." + std::string(key),
                 {{"first", number_of((swapped ? b : a).code.value)},
                  {"second", number_of((swapped ? a : b).code.value)}});
}

void add_comparison_labels(const Registry& registry, std::vector<ProgramLabel>& labels) {
  const bool pairs = registry.codes.size() > 1;
  for (const auto& [name, kind] : EnumNames<ObservableKind>::names) {
    labels.push_back({"tell." + std::string(name) + ".name", {}, pairs});
    if (kind != ObservableKind::status_line)
      labels.push_back({"tell." + std::string(name) + ".none", {}, pairs});
  }
  for (const auto& [name, choice] : EnumNames<ForkChoice>::names) {
    if (choice == ForkChoice::a || choice == ForkChoice::b) continue;
    labels.push_back({"fork_choice." + std::string(name), {"a", "b"}, pairs});
  }
  labels.push_back({"fork_choice.one", {"code"}, pairs});
  labels.push_back({"fork_choice.one_as", {"code", "as"}, pairs});
  for (const std::string_view key : {"branches", "requests", "sequence"})
    labels.push_back({"distant." + std::string(key), {"first", "second"}, pairs});
  labels.push_back({"flow.title", {"code"}, !registry.codes.empty()});
  labels.push_back({"flow.description", {}, !registry.codes.empty()});
}

}  // namespace versus
