// Comments that readers of a page do not wait for.

#include "page/style_sheet.h"

#include <string_view>

#include "catch.h"

namespace versus {

TEST_CASE("style sheets are published without their comments") {
  struct Case {
    std::string_view css;
    std::string_view expected;
  };
  static constexpr Case cases[] = {
      {"", ""},
      {"a{}", "a{}"},
      {"/* all */", ""},
      {"/* of\n two lines */\na{}", "a{}"},
      {"a{}\n\n/* alone */\n\nb{}", "a{}\n\n\nb{}"},
      {"a {\n  /* alone, and indented */\n  top: 0;\n}", "a {\n  top: 0;\n}"},
      {"  /* first */  \na{}", "a{}"},
      {"a{} /* last */", "a{} /**/"},
      {"a{}\n/* last */", "a{}\n"},
      {".a/* one element */.b{}", ".a/**/.b{}"},
      {"/* one *//* two */\na{}", "/**//**/\na{}"},
      {"a{}/**/", "a{}/**/"},
      {"/*/ not its end */\na{}", "a{}"},
      {"/*! a licence */\na{}/* b */", "/*! a licence */\na{}/**/"},
      {"a{content:\"/* text */\"}", "a{content:\"/* text */\"}"},
      {"a{content:'\\'/* text */'}", "a{content:'\\'/* text */'}"},
      {"a{content:\"'\"}\n/* gone ' */\nb{}", "a{content:\"'\"}\nb{}"},
      {"a{src:url(b/*/c)}\n/* gone */\nb{}", "a{src:url(b/*/c)}\nb{}"},
      {"a{src:url( \")/*\" )}\n/* gone */\nb{}", "a{src:url( \")/*\" )}\nb{}"},
      {"a{src:url(b\\)/*)}", "a{src:url(b\\)/*)}"},
      {"a\\/*b{}", "a\\/*b{}"},
      {"a{}/* without end", "a{}/* without end"},
      {"a{content:\"without end", "a{content:\"without end"},
      {"a{src:url(", "a{src:url("},
      {"a\\", "a\\"},
  };
  for (const Case& each : cases) {
    INFO(each.css);
    CHECK(without_comments(each.css) == each.expected);
  }
}

}  // namespace versus
