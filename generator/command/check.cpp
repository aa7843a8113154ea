#include <iostream>

#include <unistd.h>

#include "command/command.h"
#include "command/inputs.h"

namespace versus {

ExitStatus check(const InputOptions& options, ReportFormat format) {
  Inputs inputs = read_inputs(options.root, options.jobs);
  if (!inputs.failure.empty()) return system_failure(inputs.failure);
  const auto checked = check_inputs(inputs, options);
  print(std::cout, format, inputs.sources, checked->diagnostics, isatty(STDOUT_FILENO) == 1);
  if (!std::cout.flush()) return system_failure("cannot write the report");
  return checked->diagnostics.has_errors() ? ExitStatus::inputs_wrong : ExitStatus::done;
}

}  // namespace versus
