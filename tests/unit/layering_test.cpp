// Reads the #include lines of generator/ and holds the modules to the order in which they may know each
// other.

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <map>
#include <set>
#include <sstream>
#include <string>
#include <vector>

#include "catch.h"

namespace fs = std::filesystem;

namespace {

using Names = std::set<std::string>;

/// What each folder of generator/ may include besides its own files. A new folder needs a line here.
const std::map<std::string, Names> allowed_modules = {
    {"source", {}},
    {"diagnostic", {"source"}},
    {"yaml", {"source", "diagnostic"}},
    {"language", {"source"}},
    {"template", {"source", "diagnostic", "language"}},
    {"picture", {"source", "template"}},
    {"registry", {"source", "diagnostic", "yaml"}},
    {"locale", {"source", "diagnostic", "language", "yaml", "template", "registry"}},
    {"compare", {"source", "diagnostic", "registry"}},
    {"page",
     {"source", "diagnostic", "language", "yaml", "template", "picture", "registry", "locale", "compare"}},
    {"publish", {"source"}},
    {"audit", {"source", "language"}},
    {"command",
     {"source", "diagnostic", "language", "yaml", "template", "registry", "locale", "compare", "page",
      "publish", "audit"}},
    {"main.cpp", {"command"}},
};

/// Where the headers of a library may be included: files or folders of generator/.
const std::map<std::string, Names> allowed_libraries = {
    {"yaml-cpp/", {"yaml/yaml.cpp"}},
    {"CLI/", {"command", "main.cpp"}},
    {"httplib.h", {"command"}},
    {"utf8proc.h", {"source/utf8.cpp"}},
    {"xxhash.h", {"source/hash.cpp"}},
    {"gumbo.h", {"audit/text.cpp"}},
    {"unicode/", {"language/words.cpp", "audit/language.cpp"}},
    {"cld2/", {"audit/language.cpp"}},
    {"nlohmann/", {"diagnostic", "yaml/schema.cpp", "template", "page", "publish", "command"}},
};

constexpr std::size_t longest_file = 300;

struct Include {
  std::string file;    ///< Relative to generator/.
  std::string header;  ///< As written between the quotes or angle brackets.
  bool ours = false;   ///< Written between quotes.
};

std::vector<Include> includes(const std::string& file, const std::string& text) {
  std::vector<Include> result;
  std::istringstream lines(text);
  for (std::string line; std::getline(lines, line);) {
    std::erase_if(line, [](char c) { return c == ' ' || c == '\t'; });
    if (!line.starts_with("#include")) continue;
    const std::size_t begin = line.find_first_of("<\"") + 1;
    const std::size_t end = line.find_first_of(">\"", begin);
    result.push_back({file, line.substr(begin, end - begin), line[begin - 1] == '"'});
  }
  return result;
}

std::string folder(const std::string& path) {
  return path.substr(0, path.find('/'));
}

bool is_allowed(const Include& include) {
  const std::string from = folder(include.file);
  const std::string to = folder(include.header);
  if (include.ours)
    return allowed_modules.contains(from) && (to == from || allowed_modules.at(from).contains(to));
  return std::ranges::all_of(allowed_libraries, [&](const auto& library) {
    return !include.header.starts_with(library.first) || library.second.contains(include.file) ||
           library.second.contains(from);
  });
}

std::map<std::string, std::string> generator_files() {
  const fs::path root = fs::path(VERSUS_SOURCE_DIR) / "generator";
  std::map<std::string, std::string> result;
  for (const auto& entry : fs::recursive_directory_iterator(root)) {
    if (!entry.is_regular_file()) continue;
    std::ifstream file(entry.path(), std::ios::binary);
    result[entry.path().lexically_relative(root).string()] = {std::istreambuf_iterator<char>(file), {}};
  }
  return result;
}

}  // namespace

TEST_CASE("an include against the order of the modules is seen", "[layering]") {
  const auto found =
      includes("source/a.cpp",
               "#include \"source/a.h\"\n\n  #  include \"page/view.h\"\n// #include \"b/c.h\"\n"
               "#include <vector>\n#include <yaml-cpp/yaml.h>");
  REQUIRE(found.size() == 4);
  CHECK(is_allowed(found[0]));
  CHECK(found[1].header == "page/view.h");
  CHECK_FALSE(is_allowed(found[1]));
  CHECK(is_allowed(found[2]));
  CHECK_FALSE(is_allowed(found[3]));

  CHECK_FALSE(is_allowed({"publish/tree.cpp", "diagnostic/diagnostic.h", true}));
  CHECK_FALSE(is_allowed({"page/page.cpp", "view.h", true}));
  CHECK_FALSE(is_allowed({"stray/a.cpp", "stray/a.h", true}));
  CHECK_FALSE(is_allowed({"main.cpp", "page/view.h", true}));
  CHECK(is_allowed({"main.cpp", "command/command.h", true}));
  CHECK_FALSE(is_allowed({"yaml/decode.cpp", "yaml-cpp/parser.h", false}));
  CHECK(is_allowed({"yaml/yaml.cpp", "yaml-cpp/parser.h", false}));
}

TEST_CASE("the generator's modules include downward only", "[layering]") {
  const auto files = generator_files();
  std::size_t count = 0;
  for (const auto& [file, text] : files) {
    for (const Include& include : includes(file, text)) {
      INFO(file << " includes " << include.header);
      CHECK(is_allowed(include));
      ++count;
    }
  }
  CHECK(count > files.size());  // the files were read
}

TEST_CASE("no file of the generator is too long to read", "[layering]") {
  for (const auto& [file, text] : generator_files()) {
    INFO(file);
    CHECK(static_cast<std::size_t>(std::count(text.begin(), text.end(), '\n')) <= longest_file);
  }
}
