#pragma once

#include <cstddef>
#include <map>
#include <string>
#include <vector>

#include "audit/measure.h"
#include "audit/text.h"

namespace versus {

/// A text of the inputs, for finding where a passage of a page comes from.
struct OriginText {
  std::string place;  ///< `path:line:column`.
  std::string text;
};

/// Finds the texts from which passages come.
class Origins {
 public:
  explicit Origins(std::vector<OriginText> texts);

  /// Place of the text that shares most sequences of three words with a passage; empty if none shares any.
  std::string find(const Passage& passage);

 private:
  using Index = std::multimap<Sequence, std::size_t>;
  const Index& index_of(const std::string& language);

  std::vector<OriginText> texts_;
  std::map<std::string, Index> indices_;  ///< By language, by whose rules the words are found.
};

}  // namespace versus
