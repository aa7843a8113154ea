#pragma once

#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "registry/registry.h"

namespace versus {

/// One thing that an axis says of a code, without language.
struct CellToken {
  enum class Kind {
    label,          ///< `text` is the key of a label below `axis.<axis>.`.
    literal,        ///< `text` is protocol text such as the name of a header field.
    reference,      ///< `reference` is a place in a specification.
    cause,          ///< `text` is a cause value of ITU-T Q.850.
    response_class  ///< `text` is the slug of a class.
  };
  Kind kind = Kind::label;
  std::string text;
  SpecReference reference;
  std::string_view condition;  ///< The case to which it is limited: a label below `condition.`, of a cause
                               ///< below `gateway.`; or empty.

  friend bool operator==(const CellToken& a, const CellToken& b) {
    return a.kind == b.kind && a.text == b.text && a.reference.same_place(b.reference) &&
           a.condition == b.condition;
  }
};

/// What one axis says of one code: its tokens in the order of the facts. Empty where the facts say nothing.
using Cell = std::vector<CellToken>;

/// A fixed aspect in which any two codes are compared.
struct Axis {
  std::string_view key;  ///< `axis.<key>.name` is its label, `axis.<key>.none` stands for an empty cell.
  Cell (*cell)(const Registry& registry, const CodeFacts& code);
  std::vector<std::string_view> (*labels)();  ///< Keys of all labels that its cells can hold.
  /// The places that a cell rests on; empty where the cell itself names the place. Null where the page of a
  /// code shows the fact with its places in a section of its own.
  std::vector<SpecReference> (*sources)(const Registry& registry, const CodeFacts& code);
};

/// All axes in the order in which pages show them. Adding an axis is one entry there plus its labels.
std::span<const Axis> axes();

/// What facts say of two codes together: which statement, and which code it is made of first.
struct Finding {
  std::string_view key;
  const CodeFacts* first = nullptr;
  const CodeFacts* second = nullptr;

  friend bool operator==(const Finding&, const Finding&) = default;
};

/// What separates a pair before everything else: the label `rule.<key>`. The order of the two codes does not
/// matter.
Finding separation(const Registry& registry, const CodeFacts& a, const CodeFacts& b);

/// Keys of all separations.
std::vector<std::string_view> separation_keys();

/// What follows from the differences of a pair, in a fixed order: the labels `consequence.<key>`. The order
/// of the two codes does not matter.
std::vector<Finding> consequences(const Registry& registry, const CodeFacts& a, const CodeFacts& b);

/// Keys of all consequences.
std::vector<std::string_view> consequence_keys();

/// Indices of the codes that this code is confused with, in ascending order: those it names and those that
/// name it.
std::vector<std::size_t> confused_with(const Registry& registry, std::size_t code);

}  // namespace versus
