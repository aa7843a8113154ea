#include "registry/companions.h"

#include "registry/historic_fields.h"
#include "registry/named_codes.h"
#include "registry/stacks_fields.h"

namespace versus {

namespace {

class CompanionCheck {
 public:
  CompanionCheck(const Registry& registry, Diagnostics& diagnostics)
      : registry_(registry), diagnostics_(diagnostics) {}

  void stack(const Stack& stack) {
    if (stack.phrases) {
      Distinct codes;
      for (const StackPhrase& phrase : stack.phrases->are) {
        known(phrase.code);
        codes.check(std::to_string(phrase.code.value), phrase.code.span, diagnostics_);
      }
    }
    if (stack.to_cause) {
      Distinct codes;
      for (const StackCause& row : stack.to_cause->are) {
        known(row.code);
        codes.check(std::to_string(row.code.value), row.code.span, diagnostics_);
      }
    }
    if (stack.to_cause) {
      for (const Located<int>& code : stack.to_cause->unmapped)
        known(code);
    }
    if (stack.from_cause) {
      for (const StackCause& row : stack.from_cause->are)
        known(row.code);
      if (const auto& otherwise = stack.from_cause->otherwise) known(*otherwise);
    }
    if (stack.fork) check_fork_order(registry_, *stack.fork, ForkAuthority::implementation, diagnostics_);
  }

  void historic(const std::vector<HistoricCode>& codes) {
    Distinct numbers;
    for (const HistoricCode& code : codes) {
      numbers.check(std::to_string(code.code.value), code.code.span, diagnostics_);
      if (registry_.find(code.code.value) < registry_.codes.size()) {
        diagnostics_.add(DiagnosticKind::duplicate_code, code.code.span,
                         std::to_string(code.code.value) + " is a code of today as well",
                         "leave it out here, or remove its directory");
      }
      for (const Located<int>& other : code.instead)
        known(other);
    }
  }

 private:
  void known(const Located<int>& code) { check_named_code(registry_, code, diagnostics_); }

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
  Distinct names;
  for (const Stack& stack : stacks.stacks) {
    names.check(stack.name.value, stack.name.span, diagnostics);
    if (!registry.codes.empty()) check.stack(stack);
  }
  if (!registry.codes.empty()) check.historic(historic.codes);
  registry.stacks = std::move(stacks.stacks);
  registry.historic = std::move(historic.codes);
}

}  // namespace versus
