#include <fstream>
#include <iostream>
#include <iterator>

#include <unistd.h>

#include "command/command.h"
#include "command/inputs.h"
#include "command/progress.h"
#include "publish/publish.h"
#include "source/hash.h"

namespace versus {

namespace {

/// What the site depends on besides its inputs: the program itself and the options that change pages.
std::string full_digest(const Inputs& inputs, const InputOptions& options) {
  std::ifstream program("/proc/self/exe", std::ios::binary);
  std::string all = inputs.digest;
  all += to_hex(hash(std::string(std::istreambuf_iterator<char>(program), {})));
  if (options.base_url) all += options.base_url->absolute("").text();
  return to_hex(hash(all));
}

}  // namespace

ExitStatus build(const BuildOptions& options) {
  Progress progress(!options.quiet && isatty(STDERR_FILENO) == 1);
  Inputs inputs = read_inputs(options.input.root, options.input.jobs);
  if (!inputs.failure.empty()) return system_failure(inputs.failure);

  PublishOptions publish_options{
      .out = options.out, .inputs = {}, .jobs = options.input.jobs, .progress = {}};
  for (const std::string_view name : input_directories)
    publish_options.inputs.push_back(options.input.root / name);
  publish_options.progress = [&](std::size_t done) { progress.show(done); };
  auto opened = Publisher::open(std::move(publish_options));
  if (const auto* failure = std::get_if<Failure>(&opened)) return system_failure(failure->message);
  Publisher& publisher = std::get<Publisher>(opened);

  std::string digest = full_digest(inputs, options.input);
  PublishReport report;
  if (publisher.up_to_date(digest, report)) {
    progress.summary(report);
    return ExitStatus::done;
  }

  const auto checked = check_inputs(inputs, options.input);
  print_text(std::cerr, inputs.sources, checked->diagnostics, isatty(STDERR_FILENO) == 1);
  if (checked->diagnostics.has_errors()) return ExitStatus::inputs_wrong;

  // Warnings are shown by every run, so that only after the check a site with warnings counts as up to date.
  if (!checked->diagnostics.empty()) {
    digest += " with warnings";
    if (publisher.up_to_date(digest, report)) {
      progress.summary(report);
      return ExitStatus::done;
    }
  }
  Pages& pages = *checked->pages;
  pages.prepare(options.input.jobs);
  const Output output{.count = pages.count(),
                      .path = [&](std::size_t i) { return pages.path(i); },
                      .render = [&](std::size_t i, std::string& out) { pages.render(i, out); }};
  progress.start(output.count);
  const auto published = publisher.publish(output, digest);
  if (const auto* failure = std::get_if<Failure>(&published)) return system_failure(failure->message);
  progress.summary(std::get<PublishReport>(published));
  return ExitStatus::done;
}

}  // namespace versus
