// One file per mistake below cases/: changes to the golden site tea, and the whole report on the changed
// site.

#include <algorithm>
#include <filesystem>
#include <set>
#include <string>

#include "catch.h"
#include "sanitized.h"
#include "site_kit.h"

namespace fs = std::filesystem;
using namespace versus;
using namespace versus::test;

namespace {

const fs::path tests = fs::path(VERSUS_SOURCE_DIR) / "tests";

std::set<fs::path> cases() {
  std::set<fs::path> files;
  for (const auto& entry : fs::directory_iterator(tests / "diagnostic/cases"))
    files.insert(entry.path());
  return files;
}

}  // namespace

TEST_CASE("mistakes are reported as expected", "[diagnostic]") {
  const Files tea = read_site(tests / "golden/tea");
  for (const fs::path& file : cases()) {
    INFO(file.filename().string());
    const ChangedSite changed = read_changes(file);
    const Files inputs = apply_changes(tea, changed.changes);
    const BuiltSite built = build_site(inputs);
    if (updates_golden()) write_file(file, changed.changes + built.report);
    CHECK(!built.report.empty());
    CHECK(built.report == read_changes(file).report);
    CHECK(build_site(inputs, InputOptions{.jobs = 8}, InputOrder::reversed).report == built.report);
  }
}

TEST_CASE("every kind of mistake has a case", "[diagnostic]") {
  const Files tea = read_site(tests / "golden/tea");
  CHECK(build_site(tea).report.empty());
  std::set<DiagnosticKind> seen;
  for (const fs::path& file : cases())
    seen.merge(build_site(apply_changes(tea, read_changes(file).changes)).kinds);
  for (const DiagnosticKindInfo& kind : diagnostic_kinds()) {
    INFO(kind.id);
    CHECK(seen.contains(kind.kind));
  }
}

TEST_CASE("a site that lacks a line is built or refused with a reason", "[diagnostic]") {
  // Neighbouring lines mostly fail the same way, so a sanitizer need not see them all.
  constexpr std::size_t step = sanitized ? 5 : 1;
  const Files tea = read_site(tests / "golden/tea");
  std::size_t line = 0;
  for (const auto& [path, text] : tea) {
    for (std::size_t begin = 0, end = 0; begin < text.size(); begin = end) {
      end = std::min(text.find('\n', begin), text.size() - 1) + 1;
      if (line++ % step != 0) continue;
      Files inputs = tea;
      inputs[path].erase(begin, end - begin);
      const BuiltSite built = build_site(inputs);
      INFO(path << " without " << text.substr(begin, end - begin));
      CHECK(built.files.empty() == (built.report.find(": error: ") != std::string::npos));
    }
  }
}
