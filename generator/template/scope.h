#pragma once

#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "template/parser.h"
#include "template/program.h"

namespace versus {

/// Why a path leads to no value.
struct PathProblem {
  DiagnosticKind kind = DiagnosticKind::unknown_name;
  Span span;
  std::string message;
  std::string hint;
};

/// The names that one place of a template can use: parameters and loop variables, and the fields of the view
/// where the place is not in a partial.
class Scope {
 public:
  /// `root` is the type of the page's view, or nullptr in a partial.
  explicit Scope(const Type* root) : root_(root) {}

  void push(std::string_view name, Access access) { names_.emplace_back(name, std::move(access)); }
  void pop() { names_.pop_back(); }

  /// The value behind a path. Where there is none the access has no type, and `problem` says why; it stays
  /// untouched if that was reported before.
  Access resolve(const Path& path, std::optional<PathProblem>& problem) const;

 private:
  const Type* root_;
  std::vector<std::pair<std::string_view, Access>> names_;
};

/// "a list" and the like, for messages.
std::string_view describe(const Type& type);

}  // namespace versus
