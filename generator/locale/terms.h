#pragma once

#include <cstddef>
#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "yaml/decode.h"
#include "yaml/shape.h"

namespace versus {

/// The file of terms.
inline constexpr std::string_view terms_path = "locales/terms.yaml";

/// What a term is called in one language.
struct TermUse {
  Located<std::string> locale;                ///< Name of the label file.
  std::string use;                            ///< The word that texts use.
  std::vector<Located<std::string>> instead;  ///< Words that they must not use.
  std::optional<std::string> why;             ///< Why this word, where that was not settled.
};

struct Term {
  Located<std::string> term;  ///< In the source language.
  std::vector<TermUse> uses;
};

/// `locales/terms.yaml`.
struct Terms {
  std::vector<Term> terms;
};

/// Shape of that file.
Shape terms_shape();

/// Loads the file, if there is one; `locales` are the names of the label files.
Terms load_terms(const Sources& sources, const std::vector<std::string_view>& locales,
                 Diagnostics& diagnostics);

/// A word that the texts of a language must not use.
struct BannedTerm {
  std::string word;  ///< As written.
  Span at;
  std::string use;   ///< What to write instead.
  std::string term;  ///< In the source language.
};

/// Finds banned terms in the texts of one language. Latin words match whole, their ASCII letters in either
/// case; other letters match anywhere, but not inside a longer run of Katakana where the term begins or ends
/// with one.
class TermLint {
 public:
  TermLint() = default;
  TermLint(const Terms& terms, std::string_view locale);

  /// Reports each banned term of a text. `part` gives the place of the bytes [begin, end) of it. What stands
  /// in backticks or braces is not looked at.
  void check(std::string_view text, const std::function<Span(std::size_t begin, std::size_t end)>& part,
             Diagnostics& diagnostics) const;

 private:
  const BannedTerm* find(std::string_view text, std::size_t at) const;

  std::vector<BannedTerm> banned_;
  std::vector<std::string> folded_;  ///< Their words in lower case, by index.
  std::unordered_map<std::uint32_t, std::vector<std::size_t>> by_start_;  ///< By the first bytes.
};

}  // namespace versus
