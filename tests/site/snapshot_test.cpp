// The content of the real site and the vendored table of the registry of codes.

#include "registry/snapshot.h"

#include <sstream>
#include <string>
#include <vector>

#include "catch.h"
#include "site/real_registry.h"
#include "site_kit.h"

using namespace versus;

namespace {

constexpr const char* directory = "content/sip/";

using Table = std::vector<std::vector<std::string>>;

Table table_of(const std::string& csv) {
  Table table;
  std::istringstream lines(csv);
  for (std::string line; std::getline(lines, line);) {
    std::vector<std::string>& row = table.emplace_back(1);
    for (const char c : line) {
      if (c == ',')
        row.emplace_back();
      else
        row.back() += c;
    }
  }
  return table;
}

std::string csv_of(const Table& table) {
  std::string csv;
  for (const auto& row : table) {
    for (std::size_t i = 0; i < row.size(); ++i)
      csv.append(i == 0 ? "" : ",").append(row[i]);
    csv += '\n';
  }
  return csv;
}

std::size_t mistakes(const Registry& registry, const Table& table) {
  Sources sources;
  sources.add(std::string(directory) + "registry.csv", csv_of(table));
  Diagnostics diagnostics;
  check_snapshot(sources, directory, registry, diagnostics);
  return diagnostics.list().size();
}

}  // namespace

TEST_CASE("one changed cell of the registry is one mistake", "[site]") {
  const Registry& registry = real_site::registry();
  const Table table = table_of(test::read_site(VERSUS_SOURCE_DIR).at("content/sip/registry.csv"));
  REQUIRE(table.size() == registry.codes.size() + 1);
  REQUIRE(mistakes(registry, table) == 0);
  const std::vector<std::vector<std::string>> others = {
      {"", "x", "99", "199", "498", "603"},
      {"", "Busy There", "Not Acceptable", "Busy Here (Deprecated)"},
      {"[RFC9999]", "RFC3261", "[RFC32611]"}};
  for (std::size_t row = 1; row < table.size(); ++row) {
    Table shorter = table;
    shorter.erase(shorter.begin() + static_cast<std::ptrdiff_t>(row));
    CHECK(mistakes(registry, shorter) == 1);
    for (std::size_t column = 0; column < 3; ++column) {
      for (const std::string& other : others[column]) {
        Table changed = table;
        changed[row][column] = other;
        if (changed == table) continue;
        INFO("row " << row << ", cell '" << table[row][column] << "' as '" << other << "'");
        CHECK(mistakes(registry, changed) == 1);
      }
    }
  }
}
