#pragma once

#include <optional>
#include <string>
#include <vector>

#include "registry/fork_order.h"

namespace versus {

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

/// The cause of the codes that a table does not list.
struct OtherwiseCause {
  std::vector<CodeGroupMember> codes;
  int cause = 0;  ///< ITU-T Q.850.
};

/// From responses received to causes.
struct StackToCause {
  std::string file;
  std::vector<StackCause> are;
  std::vector<Located<int>> unmapped;  ///< Codes that give no cause of Q.850.
  std::vector<OtherwiseCause> otherwise;

  /// Causes that a code gives; none if it gives none, or if that is not known.
  std::vector<int> causes(int code) const;
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
