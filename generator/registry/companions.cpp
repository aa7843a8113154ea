#include "registry/companions.h"

#include <map>

#include "registry/historic_fields.h"
#include "registry/stacks_fields.h"

namespace versus {

namespace {

class CompanionCheck {
 public:
  CompanionCheck(const Registry& registry, Diagnostics& diagnostics)
      : registry_(registry), diagnostics_(diagnostics) {}

  void known(int number, const Span& span) {
    if (number == 0 || registry_.find(number) < registry_.codes.size()) return;
    diagnostics_.add(DiagnosticKind::unknown_value, span, "there is no code " + std::to_string(number),
                     "leave it out, or add the code");
  }

  /// Each value stands once in its list.
  void once(std::map<std::string, Span>& seen, const std::string& value, const Span& span) {
    if (const auto [first, added] = seen.emplace(value, span); !added) {
      diagnostics_.add(DiagnosticKind::duplicate_value, span, "'" + value + "' stands twice", {},
                       {{first->second, "first given here"}});
    }
  }

  void stack(const Stack& stack) {
    std::map<std::string, Span> seen;
    if (stack.phrases) {
      for (const StackPhrase& phrase : stack.phrases->are) {
        known(phrase.code.value, phrase.code.span);
        once(seen, std::to_string(phrase.code.value), phrase.code.span);
      }
    }
    seen.clear();
    if (stack.to_cause) {
      for (const StackCause& row : stack.to_cause->are) {
        known(row.code.value, row.code.span);
        once(seen, std::to_string(row.code.value), row.code.span);
      }
    }
    if (stack.from_cause) {
      for (const StackCause& row : stack.from_cause->are)
        known(row.code.value, row.code.span);
      if (const auto& otherwise = stack.from_cause->otherwise) known(otherwise->value, otherwise->span);
    }
    if (stack.fork) check_fork_order(registry_, *stack.fork, ForkAuthority::implementation, diagnostics_);
  }

  void historic(const std::vector<HistoricCode>& codes) {
    std::map<std::string, Span> seen;
    for (const HistoricCode& code : codes) {
      once(seen, std::to_string(code.code.value), code.code.span);
      if (registry_.find(code.code.value) < registry_.codes.size()) {
        diagnostics_.add(DiagnosticKind::duplicate_code, code.code.span,
                         std::to_string(code.code.value) + " is a code of today as well",
                         "leave it out here, or remove its directory");
      }
      for (const Located<int>& other : code.instead)
        known(other.value, other.span);
    }
  }

 private:
  const Registry& registry_;
  Diagnostics& diagnostics_;
};

/// The value of a file that may be absent; false if it has mistakes.
template <typename T>
bool load(const Sources& sources, const std::string& path, T& value, Diagnostics& diagnostics) {
  const FileId* file = sources.find(path);
  if (file == nullptr) return true;
  const auto node = parse_yaml(sources, *file, diagnostics);
  DecodeContext context{sources, diagnostics};
  return node && decode(*node, value, context);
}

}  // namespace

void load_companions(const Sources& sources, const std::string& directory, Registry& registry,
                     Diagnostics& diagnostics) {
  Stacks stacks;
  HistoricCodes historic;
  registry.sound = load(sources, directory + "stacks.yaml", stacks, diagnostics) && registry.sound;
  registry.sound = load(sources, directory + "historic.yaml", historic, diagnostics) && registry.sound;
  CompanionCheck check(registry, diagnostics);
  std::map<std::string, Span> names;
  for (const Stack& stack : stacks.stacks) {
    check.once(names, stack.name.value, stack.name.span);
    if (!registry.codes.empty()) check.stack(stack);
  }
  if (!registry.codes.empty()) check.historic(historic.codes);
  registry.stacks = std::move(stacks.stacks);
  registry.historic = std::move(historic.codes);
}

}  // namespace versus
