#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "yaml/decode.h"

namespace versus {

/// A code or a class of codes in an order, written `486` or `4xx`.
struct CodeGroupMember {
  std::string text;  ///< Empty if it is neither.
  Span span;
};
bool decode_scalar(std::string_view text, const Node& node, CodeGroupMember& member, DecodeContext& context);

template <>
struct TextForm<CodeGroupMember> {
  static constexpr std::string_view pattern = "^[0-9]([0-9][0-9]|xx)$";
  static constexpr std::string_view description = "a number as in '486', or a class as in '4xx'";
};

/// Which of two responses of one group a proxy prefers.
enum class Ties { lowest_code, highest_code, first_received };

/// The order in which a forking proxy prefers the final responses of its branches.
struct ForkOrder {
  std::string file;
  std::vector<std::vector<CodeGroupMember>> order;  ///< An earlier group wins; a code goes before its class.
  Ties ties = Ties::lowest_code;
};

struct StackPhrase {
  Located<int> code;
  std::string phrase;
};

struct StackPhrases {
  std::string file;
  std::vector<StackPhrase> are;
};

struct StackCause {
  Located<int> code;
  int cause = 0;  ///< ITU-T Q.850.
};

/// From responses received to causes.
struct StackToCause {
  std::string file;
  std::vector<StackCause> are;
};

/// From causes to responses sent.
struct StackFromCause {
  std::string file;
  std::vector<StackCause> are;
  std::optional<Located<int>> otherwise;  ///< The response for a cause that is not listed.
};

/// What one implementation does, as read in its source.
struct Stack {
  Located<std::string> name;
  std::string repository;  ///< Address of its source.
  std::string commit;      ///< The commit that was read.
  std::optional<StackPhrases> phrases;
  std::optional<StackToCause> to_cause;
  std::optional<StackFromCause> from_cause;
  std::optional<ForkOrder> fork;

  /// Address of a file at the commit that was read.
  std::string address(const std::string& file) const { return repository + "/blob/" + commit + "/" + file; }
};

/// `content/<protocol>/stacks.yaml`.
struct Stacks {
  std::vector<Stack> stacks;
};

}  // namespace versus
