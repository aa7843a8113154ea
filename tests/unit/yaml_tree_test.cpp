#include "catch.h"
#include "report.h"
#include "yaml/yaml.h"

using namespace versus;

namespace {

/// One line of a tree: kind, decoded text and the file's text behind the span. '+' is a line break in both.
void describe(const Sources& sources, const Node& node, const std::string& indent, std::string& out) {
  const auto line = [](std::string_view text) {
    std::string result(text);
    for (char& c : result) {
      if (c == '\n') c = '+';
    }
    return result;
  };
  if (node.kind == Node::Kind::scalar) {
    out += std::string(node.plain ? "plain" : "quoted") + " <" + line(node.text) + ">";
  } else {
    out += node.kind == Node::Kind::sequence ? "list" : "map";
  }
  out += " from <" + line(sources.text(node.span)) + ">\n";
  for (const Node& item : node.items) {
    out += indent + "- ";
    describe(sources, item, indent + "  ", out);
  }
  for (const Entry& entry : node.entries) {
    CHECK((sources.text(entry.key_span) == entry.key ||
           sources.text(entry.key_span).size() > entry.key.size()));
    out += indent + entry.key + ": ";
    describe(sources, entry.value, indent + "  ", out);
  }
}

std::string tree(std::string text) {
  Sources sources;
  Diagnostics diagnostics;
  const auto root = parse_yaml(sources, sources.add("x.yaml", std::move(text)), diagnostics);
  std::string out(1, '\n');
  out += test::report(sources, diagnostics);
  if (root) describe(sources, *root, "", out);
  return out;
}

}  // namespace

TEST_CASE("plain scalars end where their text ends", "[yaml]") {
  CHECK(tree("a: x y # c\nb: 010\nc: p\n  q\n\n  r  \nd: http://x:1/\n") == R"(
map from <a: x y # c+b: 010+c: p+  q++  r  +d: http://x:1/>
a: plain <x y> from <x y>
b: plain <010> from <010>
c: plain <p q+r> from <p+  q++  r>
d: plain <http://x:1/> from <http://x:1/>
)");
}

TEST_CASE("quoted scalars are decoded with their quotes in the span", "[yaml]") {
  CHECK(
      tree("a: 'it''s' # c\nb: \"\\u00e9 \\x41\\U0001F600 \\_\\/\"\n'c d': \"p  \n\n  q\\\n  r \\  s\"\n") ==
      "\nmap from <a: 'it''s' # c+b: \"\\u00e9 \\x41\\U0001F600 \\_\\/\"+'c d': \"p  ++  q\\+  r \\  s\">\n"
      "a: quoted <it's> from <'it''s'>\n"
      "b: quoted <é A😀 \xC2\xA0/> from <\"\\u00e9 \\x41\\U0001F600 \\_\\/\">\n"
      "c d: quoted <p+qr   s> from <\"p  ++  q\\+  r \\  s\">\n");
}

TEST_CASE("block scalars end with their last line", "[yaml]") {
  CHECK(tree("a: |\n  p\n   q\n\n  r\n\nb: >-  # c\n  s\n  t\n\n  u\nc: |+\n  v\n\nd: |2\n   w\n") == R"(
map from <a: |+  p+   q++  r++b: >-  # c+  s+  t++  u+c: |++  v++d: |2+   w+>
a: quoted <p+ q++r+> from <|+  p+   q++  r+>
b: quoted <s t+u> from <>-  # c+  s+  t++  u>
c: quoted <v++> from <|++  v++>
d: quoted < w+> from <|2+   w+>
)");
}

TEST_CASE("collections reach from their first to their last character", "[yaml]") {
  CHECK(tree("a: [b, {c: d}, 'e', ] # x\nf:\n- g\n- h: i\n  j: {}\n- []\nk:\n  l: m\n") == R"(
map from <a: [b, {c: d}, 'e', ] # x+f:+- g+- h: i+  j: {}+- []+k:+  l: m>
a: list from <[b, {c: d}, 'e', ]>
  - plain <b> from <b>
  - map from <{c: d}>
    c: plain <d> from <d>
  - quoted <e> from <'e'>
f: list from <- g+- h: i+  j: {}+- []>
  - plain <g> from <g>
  - map from <h: i+  j: {}>
    h: plain <i> from <i>
    j: map from <{}>
  - list from <[]>
k: map from <l: m>
  l: plain <m> from <m>
)");
}

TEST_CASE("a value left out has an empty span behind its indicator", "[yaml]") {
  Sources sources;
  Diagnostics diagnostics;
  const auto root =
      parse_yaml(sources, sources.add("x.yaml", "a:\nb: [x, {c: }]\nd:\n  -\n  - ~\n  # e\n"), diagnostics);
  REQUIRE(root);
  CHECK(diagnostics.empty());
  const Node& a = root->find("a")->value;
  CHECK(a.missing());
  CHECK(a.span.begin == 2);
  const Node& c = root->find("b")->value.items[1].find("c")->value;
  CHECK(c.missing());
  CHECK(c.span.begin == 13);
  const Node& d = root->find("d")->value;
  CHECK(d.items[0].missing());
  CHECK(d.items[0].span.begin == 23);
  CHECK_FALSE(d.items[1].missing());
  CHECK(d.items[1].text == "~");
  CHECK(root->find("e") == nullptr);
}

TEST_CASE("line ends of two bytes are line ends", "[yaml]") {
  CHECK(tree("a: p\r\n  q\r\nb: |\r\n  r\r\n  s\r\nc: \"t\r\n  u\"\r\n").find("a: plain <p q>") !=
        std::string::npos);
  CHECK(tree("b: |\r\n  r\r\n  s\r\n").find("quoted <r+s+>") != std::string::npos);
  CHECK(tree("c: \"t\r\n  u\"\r\nd: e\r\n").find("quoted <t u>") != std::string::npos);
}

TEST_CASE("a part of a scalar's text is found in the file", "[yaml]") {
  const auto part = [](std::string text, std::string_view wanted) {
    Sources sources;
    Diagnostics diagnostics;
    const auto root = parse_yaml(sources, sources.add("x.yaml", std::move(text)), diagnostics);
    REQUIRE(root);
    const Node& node = root->find("k")->value;
    const std::size_t at = node.text.find(wanted);
    REQUIRE(at != std::string::npos);
    return std::string(sources.text(scalar_part(sources, node, at, at + wanted.size())));
  };
  CHECK(part("k: one two  three\n", "two  t") == "two  t");
  CHECK(part("k: one\n   two\n\n   three\n", "e two") == "e\n   two");
  CHECK(part("k: one\n   two\n\n   three\n", "thr") == "thr");
  CHECK(part("k: 'it''s {x}'\n", "'s {") == "''s {");
  CHECK(part("k: \"\\u00e9 {x} \\\n  y\"\n", "{x} y") == "{x} \\\n  y");
  CHECK(part("k: \"a\\u00e9b\"\n", "é") == "\\u00e9");
  CHECK(part("k: >-\n  one\n  two\n\n  three\n", "two\nth") == "two\n\n  th");
  CHECK(part("k: |\n  one\n    two\n", " two") == " two");
  CHECK(part("k: |\r\n  one\r\n  two\r\n", "e\ntw") == "e\r\n  tw");
}

TEST_CASE("a part outside the text is the whole scalar", "[yaml]") {
  Sources sources;
  Diagnostics diagnostics;
  const auto root = parse_yaml(sources, sources.add("x.yaml", "k: 'abc'\n"), diagnostics);
  REQUIRE(root);
  const Node& node = root->find("k")->value;
  CHECK(scalar_part(sources, node, 2, 4) == node.span);
  CHECK(scalar_part(sources, node, 2, 1) == node.span);
  CHECK(sources.text(scalar_part(sources, node, 3, 3)).empty());
  CHECK(scalar_part(sources, node, 3, 3).begin == 7);
  CHECK(scalar_part(sources, node, 0, 0).begin == 4);
}
