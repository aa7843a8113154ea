#pragma once

#include <filesystem>
#include <string>

#include "catch.h"
#include "cli/program.h"
#include "publish_help.h"

/// The golden site tea, and copies of it that can be changed.
namespace cli {

inline const std::filesystem::path tea = std::filesystem::path(VERSUS_SOURCE_DIR) / "tests/golden/tea";

/// A place with a copy of tea's inputs, and the site that is built from them.
class TeaPlace : public Workplace {
 public:
  TeaPlace() {
    std::filesystem::create_directory(inputs());
    for (const char* name : {"content", "locales", "templates"})
      std::filesystem::copy(tea / name, inputs() / name, std::filesystem::copy_options::recursive);
  }
  std::filesystem::path inputs() const { return root / "tea"; }

  Result build(std::vector<std::string> options = {}) const {
    options.insert(options.begin(), {"build", "--root", inputs(), "--out", site()});
    return run_versus(options);
  }

  /// Replaces the one place where `before` stands in an input.
  void edit(const std::filesystem::path& path, const std::string& before, const std::string& after) const {
    std::string text = get(inputs() / path);
    const std::size_t at = text.find(before);
    REQUIRE(at != std::string::npos);
    put(inputs() / path, text.replace(at, before.size(), after));
  }

  /// Puts two mistakes and a warning into the inputs.
  void spoil() const {
    edit("content/tea/codes/110/facts.yaml", "registered", "registerd");
    edit("content/tea/codes/210/en.yaml", "the cup is full", "the cup, \"full\"; 100%.");
    edit("content/tea/codes/418/fr.yaml", "gloss: café seulement\n", "");
  }
};

}  // namespace cli
