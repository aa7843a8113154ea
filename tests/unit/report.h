#pragma once

#include <sstream>
#include <string>
#include <string_view>
#include <vector>

#include "catch.h"
#include "diagnostic/print.h"

namespace versus::test {

/// What a person would see of the diagnostics.
inline std::string report(const Sources& sources, const Diagnostics& diagnostics) {
  std::ostringstream out;
  print_text(out, sources, diagnostics, false);
  return out.str();
}

/// One input and the whole report on it. Both begin with a line break so that they read well as raw strings.
struct ReportCase {
  std::string_view input;
  std::string_view expected;
};

template <typename Run>
void check_reports(const std::vector<ReportCase>& cases, Run run) {
  for (const ReportCase& one : cases) {
    Sources sources;
    Diagnostics diagnostics;
    const FileId file = sources.add("x.yaml", std::string(one.input.substr(1)));
    run(sources, file, diagnostics);
    diagnostics.sort(sources);
    CHECK(std::string(1, '\n').append(report(sources, diagnostics)) == one.expected);
  }
}

}  // namespace versus::test
