#include "catch.h"
#include "page/file_kinds.h"
#include "site_kit.h"

using namespace versus;
using namespace versus::test;

TEST_CASE("the schemas in content are those that the program writes", "[site]") {
  const std::filesystem::path directory = std::filesystem::path(VERSUS_SOURCE_DIR) / schema_directory;
  const Files wanted = schema_files();
  CHECK(wanted.size() >= 5);
  if (updates_golden()) {
    for (const auto& [name, text] : wanted)
      write_file(directory / name, text);
  }
  const Files committed = read_files(directory);
  for (const auto& [name, text] : wanted) {
    INFO(name << " is out of date; `versus schema` writes it anew");
    CHECK((committed.contains(name) && committed.at(name) == text));
  }
  CHECK(committed.size() == wanted.size());
}

TEST_CASE("every YAML file of the site names its schema", "[site]") {
  for (const auto& [path, text] : read_site(VERSUS_SOURCE_DIR)) {
    if (!path.ends_with(".yaml")) continue;
    INFO(path);
    const std::string head = "# yaml-language-server: $schema=";
    const std::string line = text.substr(0, text.find('\n'));
    REQUIRE(line.starts_with(head));
    const std::filesystem::path schema = std::filesystem::path(path).parent_path() / line.substr(head.size());
    const std::filesystem::path file = schema.lexically_normal();
    CHECK(file.parent_path() == schema_directory);
    CHECK(schema_files().contains(file.filename().string()));
  }
}
