#pragma once

#include <memory>
#include <optional>

#include "command/command.h"
#include "diagnostic/diagnostic.h"
#include "page/pages.h"
#include "page/site.h"
#include "source/inputs.h"

namespace versus {

/// A site that was read and checked, and the pages made from it. The parts point into each other, so it stays
/// where it is.
struct CheckedSite {
  Diagnostics diagnostics;  ///< Sorted.
  std::optional<Site> site;
  std::optional<Pages> pages;  ///< Present and complete if there are no errors.
};

/// Loads and checks everything that was read; what can be checked without the rest is checked.
std::unique_ptr<CheckedSite> check_inputs(Inputs& inputs, const InputOptions& options);

}  // namespace versus
