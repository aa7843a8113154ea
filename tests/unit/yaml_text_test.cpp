#include "catch.h"
#include "report.h"
#include "yaml/yaml.h"

using namespace versus;

namespace {

/// Reads a file that has one mistake and returns the report.
std::string read(std::string text) {
  Sources sources;
  Diagnostics diagnostics;
  const FileId file = sources.add("x.yaml", std::move(text));
  CHECK_FALSE(parse_yaml(sources, file, diagnostics));
  return test::report(sources, diagnostics);
}

}  // namespace

TEST_CASE("bytes that are not UTF-8 are refused at the byte", "[yaml]") {
  CHECK(read("a: b\nc: \xC3(\n") ==
        "x.yaml:2:4: error: a byte that is not UTF-8 [invalid-utf8]\n"
        "    2 | c: \xEF\xBF\xBD(\n"
        "      |    ^ save the file as UTF-8\n");
}

TEST_CASE("control characters are refused and not printed", "[yaml]") {
  const std::string nul = read(std::string("a: b\0c\n", 7));
  CHECK(nul.find("x.yaml:1:5: error: the control character U+0000") == 0);
  CHECK(nul.find('\0') == std::string::npos);
  CHECK(read("a: \x1b[31m\n").find("U+001B") != std::string::npos);
  CHECK(read("a: \x7f\n").find("U+007F") != std::string::npos);
  CHECK(read("a: \xC2\x85\n").find("U+0085") != std::string::npos);  // A line break of YAML 1.1.
  CHECK(read("a: b\rc: d\n").find("1:5: error: a carriage return without a line feed") != std::string::npos);
}

TEST_CASE("a byte order mark is refused", "[yaml]") {
  CHECK(read("\xEF\xBB\xBF"
             "a: b\n")
            .find("1:1: error: a byte order mark") != std::string::npos);
}

TEST_CASE("an empty file is refused", "[yaml]") {
  CHECK(read("") == "x.yaml: error: an empty file [yaml-syntax]\n");
  CHECK(read("\n\n").find("1:1: error: an empty file") != std::string::npos);
}

TEST_CASE("more than 32 levels are refused", "[yaml]") {
  const auto nested = [](std::size_t levels) { return std::string(levels, '[') + std::string(levels, ']'); };
  Sources sources;
  Diagnostics diagnostics;
  CHECK(parse_yaml(sources, sources.add("deep.yaml", nested(32)), diagnostics));
  CHECK(diagnostics.empty());
  CHECK(read(nested(33)).find("x.yaml:1:33: error: a value more than 32 levels deep [yaml-depth]") == 0);
  CHECK(read(nested(100000)).find("x.yaml:1:33:") == 0);
}
