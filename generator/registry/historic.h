#pragma once

#include <string>
#include <vector>

#include "registry/reference.h"

namespace versus {

/// A code of an earlier specification that is not registered: an entry for those who search for it.
struct HistoricCode {
  Located<int> code;
  std::string phrase;
  SpecReference defined_in;
  SpecReference dropped_by;           ///< The specification that no longer has it.
  std::vector<Located<int>> instead;  ///< Codes that stand for the case today, the most fitting first.
};

/// `content/<protocol>/historic.yaml`.
struct HistoricCodes {
  std::vector<HistoricCode> codes;
};

}  // namespace versus
