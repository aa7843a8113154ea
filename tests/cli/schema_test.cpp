#include <filesystem>

#include "catch.h"
#include "cli/program.h"
#include "cli/tea.h"

namespace fs = std::filesystem;
using cli::run_versus;
using cli::TeaPlace;

TEST_CASE("schemas are written below the root or where one says, always the same", "[cli]") {
  const TeaPlace place;
  const fs::path schemas = place.inputs() / "content/schemas";
  const cli::Result result = run_versus({"schema", "--root", place.inputs()});
  CHECK(result.status == 0);
  CHECK(result.out + result.err == "");
  const SiteFiles files = files_in(schemas);
  CHECK(files == files_in(fs::path(VERSUS_SOURCE_DIR) / "content/schemas"));
  CHECK(run_versus({"check", "--root", place.inputs()}).out == "");

  CHECK(run_versus({"schema", "--root", place.inputs(), "--out", place.root / "a/b"}).status == 0);
  CHECK(files_in(place.root / "a/b") == files);

  const cli::Result failed = run_versus({"schema", "--out", place.inputs() / "content/site.yaml"});
  CHECK(failed.status == 3);
  CHECK_THAT(failed.err, Catch::StartsWith("versus: cannot "));
}
