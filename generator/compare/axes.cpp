#include <algorithm>
#include <array>

#include "compare/compare.h"
#include "compare/methods.h"

namespace versus {

namespace {

using Labels = std::vector<std::string_view>;
using References = std::vector<SpecReference>;

template <typename Enum>
CellToken label(Enum value) {
  return {CellToken::Kind::label, std::string(enum_name(value)), {}, {}};
}

template <typename Enum>
Cell labels(const std::vector<Enum>& values) {
  Cell cell;
  for (const Enum value : values)
    cell.push_back(label(value));
  return cell;
}

template <typename Enum>
Labels names() {
  Labels result;
  for (const auto& [name, value] : EnumNames<Enum>::names)
    result.emplace_back(name);
  return result;
}

Labels no_labels() {
  return {};
}

References no_sources(const Registry&, const CodeFacts&) {
  return {};
}

/// Adds the cause, in the case to which it is limited, unless it is there.
template <typename Condition>
void add_cause(Cell& cell, int cause, const std::optional<Condition>& condition) {
  const CellToken token{CellToken::Kind::cause,
                        std::to_string(cause),
                        {},
                        condition ? enum_name(*condition) : std::string_view()};
  if (std::ranges::count(cell, token) == 0) cell.push_back(token);
}

Cell class_cell(const Registry& registry, const CodeFacts& code) {
  return {{CellToken::Kind::response_class, registry.class_of(code).slug.value, {}, {}}};
}

Cell methods_cell(const Registry&, const CodeFacts& code) {
  Cell cell;
  for (const Located<std::string>& method : code.methods.are) {
    const bool any = method.value.starts_with("any");
    cell.push_back({any ? CellToken::Kind::label : CellToken::Kind::literal, method.value, {}, {}});
  }
  return cell;
}

Cell headers_cell(const Registry&, const CodeFacts& code) {
  Cell cell;
  for (const HeaderField& header : code.headers) {
    if (header.level != HeaderLevel::must) continue;
    cell.push_back(
        {CellToken::Kind::literal, header.name.value, {}, header.when ? enum_name(*header.when) : ""});
  }
  return cell;
}

Cell to_cause_cell(const Registry&, const CodeFacts& code) {
  Cell cell;
  if (!code.gateway) return cell;
  for (const ToCause& to : code.gateway->to_cause)
    add_cause(cell, to.cause, to.first);
  return cell;
}

Cell from_causes_cell(const Registry&, const CodeFacts& code) {
  Cell cell;
  if (!code.gateway) return cell;
  for (const FromCauses& from : code.gateway->from_causes) {
    for (const int cause : from.causes)
      add_cause(cell, cause, from.when);
  }
  return cell;
}

constexpr std::string_view ends_without_ack = "ends";

/// Only an INVITE is acknowledged.
Cell transaction_cell(const Registry& registry, const CodeFacts& code) {
  const TransactionEffect effect = registry.class_of(code).transaction.effect;
  if (effect == TransactionEffect::stays_open || answers(registry, code, "INVITE")) return {label(effect)};
  return {{CellToken::Kind::label, std::string(ends_without_ack), {}, {}}};
}

constexpr std::array table = {
    Axis{"outcome", class_cell, no_labels,
         [](const Registry& registry, const CodeFacts& code) {
           return References{registry.class_of(code).source};
         }},
    Axis{"transaction", transaction_cell,
         [] {
           Labels all = names<TransactionEffect>();
           all.push_back(ends_without_ack);
           return all;
         },
         [](const Registry& registry, const CodeFacts& code) {
           return References{registry.class_of(code).transaction.source};
         }},
    Axis{"senders", [](const Registry&, const CodeFacts& code) { return labels(code.senders.are); },
         names<Sender>,
         [](const Registry&, const CodeFacts& code) { return References{code.senders.source}; }},
    Axis{"methods", methods_cell,
         [] {
           return Labels{"any", "any-but-cancel"};
         },
         [](const Registry&, const CodeFacts& code) { return References{code.methods.source}; }},
    Axis{"dialog",
         [](const Registry&, const CodeFacts& code) { return Cell{label(code.dialog.effect.value)}; },
         names<DialogEffect>,
         [](const Registry&, const CodeFacts& code) { return References{code.dialog.source}; }},
    Axis{"mid_dialog",
         [](const Registry&, const CodeFacts& code) {
           return code.mid_dialog ? Cell{label(code.mid_dialog->ends)} : Cell{};
         },
         names<MidDialogEnd>,
         [](const Registry&, const CodeFacts& code) {
           return code.mid_dialog ? References{code.mid_dialog->source} : References{};
         }},
    Axis{"subscription",
         [](const Registry&, const CodeFacts& code) {
           return code.ends_subscription ? Cell{{CellToken::Kind::label, "ends", {}, {}}} : Cell{};
         },
         [] { return Labels{"ends"}; },
         [](const Registry&, const CodeFacts& code) {
           return code.ends_subscription ? References{*code.ends_subscription} : References{};
         }},
    Axis{"headers", headers_cell, no_labels, nullptr},
    Axis{"body",
         [](const Registry&, const CodeFacts& code) {
           return code.body ? Cell{label(code.body->use)} : Cell{};
         },
         names<BodyUse>,
         [](const Registry&, const CodeFacts& code) {
           return code.body ? References{code.body->source} : References{};
         }},
    Axis{"reliability",
         [](const Registry&, const CodeFacts& code) {
           return code.reliability ? Cell{label(code.reliability->sent.value)} : Cell{};
         },
         names<ReliableSending>,
         [](const Registry&, const CodeFacts& code) {
           return code.reliability ? References{code.reliability->source} : References{};
         }},
    Axis{"retry", [](const Registry&, const CodeFacts& code) { return labels(code.retry.advice.value); },
         names<RetryAdvice>,
         [](const Registry&, const CodeFacts& code) { return References{code.retry.source}; }},
    Axis{"change",
         [](const Registry&, const CodeFacts& code) {
           return code.retry.change ? labels(code.retry.change->value) : Cell{};
         },
         names<RetryChange>,
         [](const Registry&, const CodeFacts& code) {
           return code.retry.change ? References{code.retry.source} : References{};
         }},
    Axis{"next_route",
         [](const Registry&, const CodeFacts& code) {
           return code.next_route ? Cell{label(code.next_route->to.value)} : Cell{};
         },
         names<NextRoute>,
         [](const Registry&, const CodeFacts& code) {
           return code.next_route ? References{code.next_route->source} : References{};
         }},
    Axis{"fork", [](const Registry&, const CodeFacts& code) { return Cell{label(code.fork.role.value)}; },
         names<ForkRole>,
         [](const Registry&, const CodeFacts& code) { return References{code.fork.source}; }},
    Axis{"to_cause", to_cause_cell, no_labels, nullptr},
    Axis{"from_causes", from_causes_cell, no_labels, nullptr},
    Axis{"status", [](const Registry&, const CodeFacts& code) { return Cell{label(code.status.value)}; },
         names<Status>,
         [](const Registry&, const CodeFacts& code) {
           return code.deprecated_by ? References{*code.deprecated_by} : References{};
         }},
    Axis{"defined_in",
         [](const Registry&, const CodeFacts& code) {
           return Cell{{CellToken::Kind::reference, {}, code.defined_in, {}}};
         },
         no_labels, no_sources},
};

}  // namespace

std::span<const Axis> axes() {
  return table;
}

}  // namespace versus
