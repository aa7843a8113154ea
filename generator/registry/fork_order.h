#pragma once

#include <array>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "registry/reference.h"
#include "yaml/decode.h"

namespace versus {

struct Registry;

/// A code or a class of codes in an order, written `486` or `4xx`.
struct CodeGroupMember {
  std::string text;  ///< Empty if it is neither.
  Span span;

  /// True if it is this code, or if it is its class.
  bool has(int code) const;
};
bool decode_scalar(std::string_view text, const Node& node, CodeGroupMember& member, DecodeContext& context);

template <>
struct TextForm<CodeGroupMember> {
  static constexpr std::string_view pattern = "^[0-9]([0-9][0-9]|xx)$";
  static constexpr std::string_view description = "a number as in '486', or a class as in '4xx'";
};

/// Which of two responses of one group a proxy prefers; `any` leaves it to the proxy.
enum class Ties { lowest_code, highest_code, first_received, any };

/// What a proxy does with the challenges of the branches that it does not choose (RFC 3261 section 16.7, step
/// 7).
enum class Challenges {
  all,  ///< Adds them to the one it sends back.
  own   ///< Leaves them out.
};

template <>
struct EnumNames<Challenges> {
  static constexpr std::array names = {std::pair{"all", Challenges::all}, std::pair{"own", Challenges::own}};
};

/// A response that goes out with another code if it is the one preferred.
struct SentAs {
  Located<int> code;
  Located<int> as;
};

/// Responses of which a proxy makes one if there are several of them and none is preferred to them.
struct MergedAs {
  std::vector<CodeGroupMember> codes;
  Located<int> as;
};

/// The order in which a forking proxy prefers the final responses of its branches (RFC 3261 section 16.7,
/// step 6).
struct ForkOrder {
  std::optional<Located<std::string>> file;  ///< Of an implementation: where it was read.
  std::optional<SpecReference> source;       ///< Of the protocol: the section that says so.
  Located<std::vector<std::vector<CodeGroupMember>>>
      order;  ///< An earlier group wins; a code goes before its class.
  Ties ties = Ties::lowest_code;
  std::vector<CodeGroupMember> at_once;  ///< Sent without waiting for other branches, besides 2xx.
  std::vector<SentAs> sent_as;
  std::vector<MergedAs> merged;
  std::optional<Challenges> challenges;  ///< Absent where that is not known.
};

/// Position of the code's group in the order, from 1; 0 if neither the code nor its class is there.
std::size_t rank(const ForkOrder& fork, int code);

/// Whose order it is.
enum class ForkAuthority { protocol, implementation };

/// Reports codes in the order that the registry does not have, members that stand twice, final responses
/// that have no place in it, and an order that does not say where it was read.
void check_fork_order(const Registry& registry, const ForkOrder& fork, ForkAuthority authority,
                      Diagnostics& diagnostics);

}  // namespace versus
