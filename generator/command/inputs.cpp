#include "command/inputs.h"

namespace versus {

std::unique_ptr<CheckedSite> check_inputs(Inputs& inputs, const InputOptions& options) {
  auto checked = std::make_unique<CheckedSite>();
  Diagnostics& diagnostics = checked->diagnostics;
  if (options.strict) diagnostics.promote_warnings();
  checked->site = load_site(inputs.sources, options.base_url, options.jobs, diagnostics);
  if (checked->site) checked->pages.emplace(*checked->site, inputs.sources, diagnostics);
  diagnostics.sort(inputs.sources);
  return checked;
}

}  // namespace versus
