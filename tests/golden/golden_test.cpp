// Small sites and every byte that they must become. A directory here is a site, or holds `changes.txt`:
// changes to the site tea, the report on them, and in `expected/` what becomes different by them.

#include <filesystem>
#include <string>
#include <vector>

#include "catch.h"
#include "site_kit.h"

namespace fs = std::filesystem;
using namespace versus;
using namespace versus::test;

namespace {

const fs::path golden = fs::path(VERSUS_SOURCE_DIR) / "tests/golden";

struct GoldenSite {
  std::string name;
  Files inputs;
};

std::vector<GoldenSite> golden_sites() {
  std::vector<GoldenSite> sites;
  for (const auto& entry : fs::directory_iterator(golden)) {
    if (!entry.is_directory()) continue;
    const std::string name = entry.path().filename();
    const ChangedSite changed = read_changes(entry.path() / "changes.txt");
    const bool overlay = fs::exists(entry.path() / "changes.txt");
    const fs::path root = overlay ? golden / "tea" : entry.path();
    sites.push_back({name, apply_changes(read_site(root), changed.changes)});
  }
  return sites;
}

void update(const GoldenSite& site, const BuiltSite& built, const Files& files) {
  const fs::path directory = golden / site.name;
  fs::remove_all(directory / "expected");
  for (const auto& [path, bytes] : files)
    write_file(directory / "expected" / path, bytes);
  if (const fs::path changes = directory / "changes.txt"; fs::exists(changes))
    write_file(changes, read_changes(changes).changes + built.report);
}

/// What became different by the changes that make this site of tea; all of it if there are none.
Files different(Files files, const Files& of_tea, const GoldenSite& site) {
  if (fs::exists(golden / site.name / "changes.txt"))
    std::erase_if(files, [&](const auto& file) {
      return of_tea.contains(file.first) && of_tea.at(file.first) == file.second;
    });
  return files;
}

}  // namespace

TEST_CASE("golden sites become the expected files", "[golden]") {
  const Files tea = build_site(read_site(golden / "tea")).files;
  REQUIRE(!tea.empty());
  for (const GoldenSite& site : golden_sites()) {
    INFO("site " << site.name);
    const BuiltSite built = build_site(site.inputs);
    const Files files = different(built.files, tea, site);
    if (updates_golden()) update(site, built, files);
    const Files expected = read_files(golden / site.name / "expected");
    CHECK(built.report == read_changes(golden / site.name / "changes.txt").report);
    for (const auto& [path, bytes] : expected) {
      INFO(path);
      CHECK(files.contains(path));
    }
    for (const auto& [path, bytes] : files) {
      INFO(path);
      REQUIRE(expected.contains(path));
      CHECK(bytes == expected.at(path));
    }
  }
}

TEST_CASE("neither threads nor the order of inputs show in a site", "[golden]") {
  for (const GoldenSite& site : golden_sites()) {
    INFO("site " << site.name);
    const BuiltSite built = build_site(site.inputs);
    REQUIRE(!built.files.empty());
    const BuiltSite other = build_site(site.inputs, InputOptions{.jobs = 8}, InputOrder::reversed);
    CHECK(other.files == built.files);
    CHECK(other.report == built.report);
  }
}
