#include "report.h"
#include "yaml/yaml.h"

using namespace versus;

namespace {

void check(const std::vector<test::ReportCase>& cases) {
  test::check_reports(cases, [](const Sources& sources, FileId file, Diagnostics& diagnostics) {
    parse_yaml(sources, file, diagnostics);
  });
}

}  // namespace

// clang-format off

TEST_CASE("mistakes in quoted texts are explained", "[yaml]") {
  check({
    {R"(
a: "open
b: c
)", R"(
x.yaml:1:4: error: a quoted text that does not end [yaml-syntax]
    1 | a: "open
      |    ^~~~~ add the closing ", or indent the lines that belong to it
)"},
    {R"(
a: 'tis so
)", R"(
x.yaml:1:4: error: a quoted text that does not end [yaml-syntax]
    1 | a: 'tis so
      |    ^~~~~~~ add the closing '
)"},
    {R"(
a: "x" y
)", R"(
x.yaml:1:8: error: text behind the end of a value [yaml-syntax]
    1 | a: "x" y
      |        ^ put the whole value in quotes
)"},
    {R"(
a: "don"t"
)", R"(
x.yaml:1:9: error: text behind the end of a value [yaml-syntax]
    1 | a: "don"t"
      |         ^~ put the whole value in quotes
)"},
    {R"(
a: "x
  y"z
)", R"(
x.yaml:2:5: error: text behind the end of a value [yaml-syntax]
    2 |   y"z
      |     ^ put the whole value in quotes
x.yaml:1:4: note: a quoted text of several lines; is its closing quote missing?
    1 | a: "x
      |    ^~
)"},
    {R"(
a: "C:\path"
)", R"(
x.yaml:1:7: error: an unknown escape in a text in double quotes [yaml-syntax]
    1 | a: "C:\path"
      |       ^~ write '\\' for a backslash, or use single quotes
)"},
    {R"(
a: "\xZZ"
)", R"(
x.yaml:1:5: error: an unknown escape in a text in double quotes [yaml-syntax]
    1 | a: "\xZZ"
      |     ^~ write '\\' for a backslash, or use single quotes
)"},
    {R"(
a: "\0"
)", R"(
x.yaml:1:5: error: an escape for a character that no text may have [yaml-syntax]
    1 | a: "\0"
      |     ^~ of control characters only \n and \t are allowed
)"},
    {R"(
a: "\ud800"
)", R"(
x.yaml:1:5: error: an escape for a character that no text may have [yaml-syntax]
    1 | a: "\ud800"
      |     ^~~~~~ of control characters only \n and \t are allowed
)"},
    {R"(
a: "b
--- c"
)", R"(
x.yaml:1:4: error: a quoted text that does not end [yaml-syntax]
    1 | a: "b
      |    ^~ add the closing ", or indent the lines that belong to it
)"},
    {R"(
'c':d
e: f
)", R"(
x.yaml:2:1: error: a key within the text that the lines above begin [yaml-syntax]
    2 | e: f
      | ^~ indent it like the key it belongs beside, or put the text in quotes
)"},
  });
}

TEST_CASE("mistakes in plain and block texts are explained", "[yaml]") {
  check({
    {R"(
a: x: y
)", R"(
x.yaml:1:5: error: ': ' within a plain text [yaml-syntax]
    1 | a: x: y
      |     ^ put the text in quotes
)"},
    {R"(
a: 1
  b: 2
)", R"(
x.yaml:2:3: error: a key within the text that the lines above begin [yaml-syntax]
    2 |   b: 2
      |   ^~ indent it like the key it belongs beside, or put the text in quotes
)"},
    {R"(
a
b: c
)", R"(
x.yaml:2:1: error: a key within the text that the lines above begin [yaml-syntax]
    2 | b: c
      | ^~ indent it like the key it belongs beside, or put the text in quotes
)"},
    {R"(
a: foo #bar
  baz
)", R"(
x.yaml:2:3: error: a text cannot go on after a comment [yaml-syntax]
    2 |   baz
      |   ^~~ put the text in quotes if ' #' belongs to it
)"},
    {R"(
a: @foo
)", R"(
x.yaml:1:4: error: a text cannot begin with '@' [yaml-syntax]
    1 | a: @foo
      |    ^ put the text in quotes
)"},
    {R"(
a: %foo
)", R"(
x.yaml:1:4: error: a text cannot begin with '%' [yaml-syntax]
    1 | a: %foo
      |    ^ put the text in quotes
)"},
    {R"(
a: ,b
)", R"(
x.yaml:1:4: error: a text cannot begin with ',' [yaml-syntax]
    1 | a: ,b
      |    ^ put the text in quotes
)"},
    {R"(
a: b
 - c
)", R"(
x.yaml:2:2: error: a line with '- ' within a text [yaml-syntax]
    2 |  - c
      |  ^~~ indent it as an item of the list, or put the text in quotes
)"},
    {R"(
a: "x"#c
)", R"(
x.yaml:1:7: error: '#' directly behind a value [yaml-syntax]
    1 | a: "x"#c
      |       ^ put a space before a comment, or the whole text in quotes
)"},
    {R"(
b: |#c
  x
)", R"(
x.yaml:1:5: error: '#' directly behind a value [yaml-syntax]
    1 | b: |#c
      |     ^ put a space before a comment
)"},
  });
}

TEST_CASE("mistakes in the structure are explained", "[yaml]") {
  check({
    {R"(
a:
  b: 1
 c: 2
)", R"(
x.yaml:3:2: error: this line is not indented like those before it [yaml-syntax]
    3 |  c: 2
      |  ^~~~ indent it like the key it belongs beside
)"},
    {R"(
  a: 1
b: 2
)", R"(
x.yaml:2:1: error: text behind the end of the file's only value [yaml-syntax]
    2 | b: 2
      | ^~~~ check the indentation and the quotes of the lines above
)"},
    {R"(
a: 1
foo
)", R"(
x.yaml:2:1: error: a key without ':' [yaml-syntax]
    2 | foo
      | ^~~ write 'key: value'
)"},
    {R"(
: x
)", R"(
x.yaml:1:1: error: a key without a name [yaml-syntax]
    1 | : x
      | ^
)"},
    {R"(
- a
b: c
)", R"(
x.yaml:2:1: error: text behind the end of the file's only value [yaml-syntax]
    2 | b: c
      | ^~~~ check the indentation and the quotes of the lines above
)"},
    {R"(
- a: 1
 b: 2
)", R"(
x.yaml:2:2: error: a line of a list without '- ' [yaml-syntax]
    2 |  b: 2
      |  ^~~~ begin an item with '- ', and indent all items alike
)"},
    {R"(
a: - b
)", R"(
x.yaml:1:4: error: a list cannot begin here [yaml-syntax]
    1 | a: - b
      |    ^ begin it on a line of its own, or put the text in quotes
)"},
    {R"(
a: | text
  more
)", R"(
x.yaml:1:6: error: text on the line of '|' or '>' [yaml-syntax]
    1 | a: | text
      |      ^~~~ begin the text on the next line
)"},
    {R"(
a: [b, c
)", R"(
x.yaml:1:4: error: a bracket that does not end [yaml-syntax]
    1 | a: [b, c
      |    ^ add the closing ]
)"},
    {R"(
a: [b, c
d: e
)", R"(
x.yaml:2:2: error: expected ',' or ']' here [yaml-syntax]
    2 | d: e
      |  ^ put a text that has brackets, commas or colons in quotes
x.yaml:1:4: note: the bracket stands here
    1 | a: [b, c
      |    ^
)"},
    {R"(
a: [b c]]
)", R"(
x.yaml:1:9: error: a bracket that closes nothing [yaml-syntax]
    1 | a: [b c]]
      |         ^ put a text that has brackets in quotes
)"},
    {R"(
a: [b, , c]
)", R"(
x.yaml:1:8: error: a ',' without a value before it [yaml-syntax]
    1 | a: [b, , c]
      |        ^ remove it
)"},
    {R"(
{a, b: c}
)", R"(
x.yaml:1:2: error: a key without ':' [yaml-syntax]
    1 | {a, b: c}
      |  ^ write 'key: value'
)"},
    {R"(
a:
	b: c
)", R"(
x.yaml:2:1: error: a tab in the indentation [yaml-syntax]
    2 |     b: c
      | ^~~~ indent with spaces
)"},
    {R"(
# nothing but a comment
)", R"(
x.yaml:1:1: error: an empty file [yaml-syntax]
    1 | # nothing but a comment
      | ^
)"},
    {R"(
---
)", R"(
x.yaml:1:1: error: an empty file [yaml-syntax]
    1 | ---
      | ^
)"},
    {R"(
foo:bar
x: y
)", R"(
x.yaml:2:1: error: a key within the text that the lines above begin [yaml-syntax]
    2 | x: y
      | ^~ indent it like the key it belongs beside, or put the text in quotes
)"},
    {R"(
a: 1
foo:bar
)", R"(
x.yaml:2:1: error: a key without ':' [yaml-syntax]
    2 | foo:bar
      | ^~~~~~~ put a space behind the ':'
)"},
  });
}

TEST_CASE("YAML outside the subset is refused, and all of it reported", "[yaml]") {
  check({
    {R"(
a: &x 1
b: *x
)", R"(
x.yaml:1:4: error: an anchor, which Versus does not read [yaml-feature]
    1 | a: &x 1
      |    ^~ quote a text that begins with '&'
x.yaml:2:4: error: an alias, which Versus does not read [yaml-feature]
    2 | b: *x
      |    ^~ quote a text that begins with '*'
)"},
    {R"(
b: *nope
)", R"(
x.yaml:1:4: error: an alias, which Versus does not read [yaml-feature]
    1 | b: *nope
      |    ^~~~~ quote a text that begins with '*'
)"},
    {R"(
a: !!str 5
)", R"(
x.yaml:1:4: error: a tag, which Versus does not read [yaml-feature]
    1 | a: !!str 5
      |    ^~~~~ quote a text that begins with '!'
)"},
    {R"(
? a
: b
)", R"(
x.yaml:1:1: error: a complex key, which Versus does not read [yaml-feature]
    1 | ? a
      | ^ write 'key: value'
)"},
    {R"(
[a, b]: c
)", R"(
x.yaml:1:1: error: a list as a key [yaml-feature]
    1 | [a, b]: c
      | ^~~~~~ quote a text that begins with a bracket
)"},
    {R"(
{a: b}: c
)", R"(
x.yaml:1:1: error: a mapping as a key [yaml-feature]
    1 | {a: b}: c
      | ^~~~~~ quote a text that begins with a bracket
)"},
    {R"(
<<: x
)", R"(
x.yaml:1:1: error: a merge key, which Versus does not read [yaml-feature]
    1 | <<: x
      | ^~ write the keys out
)"},
    {R"(
%YAML 1.2
---
a: b
)", R"(
x.yaml:1:1: error: a directive, which Versus does not read [yaml-feature]
    1 | %YAML 1.2
      | ^~~~~ remove the line
)"},
    {R"(
a: b
---
c: d
)", R"(
x.yaml:2:1: error: a second document in one file [yaml-feature]
    2 | ---
      | ^~~ write one document per file, without '---' between
)"},
    {R"(
a: b
...
c: d
)", R"(
x.yaml:3:1: error: a second document in one file [yaml-feature]
    3 | c: d
      | ^~~~ write one document per file, without '---' between
)"},
    {R"(
a: >+
  b
)", R"(
x.yaml:1:4: error: a folded text that keeps its line breaks at the end [yaml-feature]
    1 | a: >+
      |    ^~ write '>' or '|+'
)"},
    {R"(
a: 1
b: 2
a: 3
c:
  a: 4
  a: 5
)", R"(
x.yaml:3:1: error: the key 'a' stands twice [duplicate-key]
    3 | a: 3
      | ^
x.yaml:1:1: note: first defined here
    1 | a: 1
      | ^
x.yaml:6:3: error: the key 'a' stands twice [duplicate-key]
    6 |   a: 5
      |   ^
x.yaml:5:3: note: first defined here
    5 |   a: 4
      |   ^
)"},
  });
}
