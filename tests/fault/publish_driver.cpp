// publish_driver OUT VERSION [JOBS [LIMIT]]: publishes a version of the small site, once with each fault.
// LIMIT is the greatest size of a file in bytes, beyond which a write fails. Exit status as that of `versus`.

#include <csignal>
#include <cstdio>
#include <cstdlib>

#include <sys/resource.h>

#include "fault/versions.h"
#include "publish/publish.h"

int main(int argc, char** argv) {
  if (argc < 3) return 2;
  if (argc > 4) {
    const rlim_t bytes = std::strtoul(argv[4], nullptr, 10);
    const rlimit limit{bytes, bytes};
    if (std::signal(SIGXFSZ, SIG_IGN) == SIG_ERR || ::setrlimit(RLIMIT_FSIZE, &limit) != 0) return 2;
  }
  const auto files = site_version(argv[2]);
  const auto file = [&](std::size_t i) { return std::next(files.begin(), static_cast<std::ptrdiff_t>(i)); };
  const versus::Output output{files.size(), [&](std::size_t i) { return file(i)->first; },
                              [&](std::size_t i, std::string& out) { out += file(i)->second; }};

  const auto failed = [](const versus::Failure& failure) {
    std::fprintf(stderr, "%s\n", failure.message.c_str());
    return 3;
  };
  versus::PublishOptions options;
  options.out = argv[1];
  options.jobs = argc > 3 ? static_cast<unsigned>(std::atoi(argv[3])) : 1;
  auto publisher = versus::Publisher::open(std::move(options));
  if (const auto* failure = std::get_if<versus::Failure>(&publisher)) return failed(*failure);
  versus::PublishReport report;
  if (std::get<versus::Publisher>(publisher).up_to_date(argv[2], report)) {
    std::puts("up to date");
    return 0;
  }
  const auto result = std::get<versus::Publisher>(publisher).publish(output, argv[2]);
  if (const auto* failure = std::get_if<versus::Failure>(&result)) return failed(*failure);
  report = std::get<versus::PublishReport>(result);
  std::printf("%zu files, %zu written, %zu removed\n", report.files, report.written, report.removed);
  return 0;
}
