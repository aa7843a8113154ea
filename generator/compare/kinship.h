#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "registry/code_pair.h"
#include "registry/registry.h"

namespace versus {

/// What two codes have in common, the most telling first.
enum class KinshipKind : std::uint8_t {
  confused_with,    ///< One of the two names the other.
  required_header,  ///< A header field that both must carry, in the same case.
  cause,            ///< A cause of ITU-T Q.850 that one of them becomes or comes from, and the other as well.
  change,           ///< What a client changes in its request before it tries again.
  methods,          ///< They answer the same requests, and not just any.
  trigger,          ///< The same thing happens at the same participant before they are sent.
  specification,    ///< Another than the one that defines most codes.
  senders,          ///< The same elements generate them.
  response_class
};

template <>
struct EnumNames<KinshipKind> {
  static constexpr std::array names = {std::pair{"confused-with", KinshipKind::confused_with},
                                       std::pair{"required-header", KinshipKind::required_header},
                                       std::pair{"cause", KinshipKind::cause},
                                       std::pair{"change", KinshipKind::change},
                                       std::pair{"methods", KinshipKind::methods},
                                       std::pair{"trigger", KinshipKind::trigger},
                                       std::pair{"specification", KinshipKind::specification},
                                       std::pair{"senders", KinshipKind::senders},
                                       std::pair{"response-class", KinshipKind::response_class}};
};

struct KinshipReason {
  KinshipKind kind = KinshipKind::confused_with;
  /// The header field, the cause, the words of the change or the event, the specification as in `RFC 4028`
  /// or the class; empty for other kinds, which the facts of either code show.
  std::string_view text;

  friend bool operator==(const KinshipReason&, const KinshipReason&) = default;
};

/// How much there is to say of a pair.
enum class PairClass : std::uint8_t {
  curated,  ///< Somebody has written about it.
  related,  ///< The facts connect the two: their score is at least `related_score`.
  distant
};

template <>
struct EnumNames<PairClass> {
  static constexpr std::array names = {std::pair{"curated", PairClass::curated},
                                       std::pair{"related", PairClass::related},
                                       std::pair{"distant", PairClass::distant}};
};

/// A strong tie alone, such as a header field that few other codes require, or a weaker one within a class:
/// see `weight` in kinship.cpp.
inline constexpr int related_score = 3;

struct Kinship {
  int score = 0;
  std::vector<KinshipReason> reasons;  ///< In the order of their kinds; several of one kind count once.
  PairClass cls = PairClass::distant;
};

/// How near each two codes of a registry are to each other, from their facts. Holds two bytes for each pair,
/// and needs the registry no longer than while it is made.
class Kinships {
 public:
  /// `curated` are the pairs that have texts of their own, in any order.
  explicit Kinships(const Registry& registry, const std::vector<CodePair>& curated = {});

  /// The order of the two, which must not be the same, does not matter.
  int score(std::size_t a, std::size_t b) const { return pairs_[index(a, b)].score; }
  PairClass cls(std::size_t a, std::size_t b) const { return pairs_[index(a, b)].cls; }

  /// The same with the reasons, which are looked up.
  Kinship of(std::size_t a, std::size_t b) const;

  /// Number of codes.
  std::size_t size() const { return traits_of_.size(); }

 private:
  struct Trait {
    KinshipKind kind;
    std::string text;
    int weight;
  };
  struct Pair {
    std::uint8_t score = 0;
    PairClass cls = PairClass::distant;
  };

  /// Place of a pair among those of all, which are in the order of their higher index.
  static std::size_t index(std::size_t a, std::size_t b) {
    return a < b ? b * (b - 1) / 2 + a : a * (a - 1) / 2 + b;
  }
  std::vector<std::uint16_t> shared_traits(std::size_t a, std::size_t b) const;
  int sum(const std::vector<std::uint16_t>& shared) const;

  std::vector<Trait> traits_;                          ///< In the order of their kinds.
  std::vector<std::vector<std::uint16_t>> traits_of_;  ///< By code, ascending.
  std::vector<Pair> pairs_;
};

/// Comparisons that a reader of `a` and `b` goes to next: the up to `n` nearest of the other pairs that `a`
/// or `b` belongs to, each with the lower index first. Pairs of one score are in the order of their codes.
std::vector<CodePair> related_pairs(const Kinships& kinships, std::size_t a, std::size_t b, std::size_t n);

}  // namespace versus
