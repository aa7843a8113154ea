#include "catch.h"
#include "html_tree.h"
#include "source/utf8.h"
#include "template_kit.h"

using namespace versus;
using kitchen_sink::Pantry;
using template_kit::Files;
using template_kit::Kit;

namespace {

using std::string_view_literals::operator""sv;

/// Every kind of place that takes a value.
constexpr std::string_view page = R"(<!doctype html>
<html lang="{{text}}">
<head>
<title>{{text}} {{lead}} {{t greet name=owned}} {{t about topic=topic}}</title>
<meta name="description" content='{{lead}} {{text}}'>
<script type="application/ld+json">{{json}}</script>
<link rel="canonical" href="{{url}}">
</head>
<body class="a {{text}} {{if yes}}{{owned}}{{end}}" data-number="{{number}}">
<p>{{text}}{{html}}{{lead}}{{topic}}</p>
<p title="{{t twice name=text number=number}}">{{t means means=means}} {{t about topic=topic}} {{t foreign name=text}}</p>
<a href="/search?q={{text}}&amp;r={{topic}}#{{owned}}"{{if yes}} title="{{text}}"{{end}}>{{owned}}</a>
<a href="https://example.org/{{text}}">x</a><a href='#{{text}}'>y</a><a href="mailto:{{text}}">z</a>
<textarea name="{{text}}">{{text}}</textarea>
{{for i in items}}<section id="{{i.name}}">{{i.name}}{{for tag in i.tags}}<i title='{{tag}}'>{{tag}}</i>{{end}}</section>{{end}}
<svg viewBox="0 0 1 1" aria-label="{{text}}"><title>{{text}}</title><text x="{{number}}">{{text}}</text></svg>
<!-- {{if yes}}a{{end}} --><pre>{{text}}</pre><select><option value="{{text}}">{{text}}</option></select>
</body>
</html>
)";

constexpr std::array hostile = {
    "<script>alert(1)</script>"sv,
    "\"><script>alert(1)</script>"sv,
    "'><img src=x onerror=alert(1)>"sv,
    "\" onmouseover=\"alert(1)"sv,
    "' onmouseover='alert(1)"sv,
    "</title><b>"sv,
    "</textarea><b>"sv,
    "</script><script>alert(1)//"sv,
    "<!--"sv,
    "-->"sv,
    "<![CDATA["sv,
    "]]>"sv,
    "javascript:alert(1)"sv,
    "//evil.example/"sv,
    "/../../"sv,
    "\\evil.example"sv,
    "&lt;b&gt;&amp;&#60;&quot;"sv,
    "&lt"sv,
    "{{text}}{{if"sv,
    "\u2028\u2029\uFEFF\u202E\u00A0"sv,
    "\0"sv,
    "a\0b\0"sv,
    "\xff\xfe"sv,
    "\xc0\xbc script"sv,
    "\xe8\xa9<b>"sv,
    "\xf0\x9f\x98\"x"sv,
    "`${a}`"sv,
    " = x onload=y "sv,
    "\t\f a"sv,
    "%22%3E%3Cscript%3E"sv,
    "+/v8-"sv,
    "日本語 <話中> é 😀"sv,
};

/// What must reach the reader of a text: itself, with U+FFFD for what is no character.
std::string readable(std::string_view text) {
  std::string out;
  while (!text.empty()) {
    const auto character = utf8::first(text);
    const std::size_t bytes = character ? character->bytes : 1;
    if (!character || character->code_point == 0) {
      out += "\uFFFD";
    } else {
      out += text.substr(0, bytes);
    }
    text.remove_prefix(bytes);
  }
  return out;
}

std::string replaced(std::string text, std::string_view from, std::string_view to) {
  for (std::size_t at = text.find(from); at != std::string::npos; at = text.find(from, at + to.size())) {
    text.replace(at, from.size(), to);
  }
  return text;
}

}  // namespace

TEST_CASE("no value changes the structure of a page or is lost", "[template]") {
  const Kit kit(Files{{"page.html", std::string(page)}});
  REQUIRE(kit.reports() == std::vector<std::string>{});
  const std::string harmless = kit.render(Pantry("Harmless").sink());
  const std::string content = html_tree::content(harmless);
  REQUIRE(content.find("[Harmless") != std::string::npos);

  for (const std::string_view text : hostile) {
    INFO(text);
    const std::string rendered = kit.render(Pantry(std::string(text)).sink());
    CHECK(html_tree::structure(rendered) == html_tree::structure(harmless));
    CHECK(html_tree::script_addresses(rendered) == 0);
    CHECK_FALSE(utf8::find_invalid(rendered));
    CHECK(rendered.find('\0') == std::string::npos);
    // JSON texts are made by nlohmann, which has its own way to count what is invalid.
    if (!utf8::find_invalid(text) && text.find('\0') == std::string_view::npos) {
      CHECK(html_tree::content(rendered) == replaced(content, "Harmless", readable(text)));
    }
  }
}

TEST_CASE("what is no character comes out as U+FFFD", "[template]") {
  const Kit kit(Files{{"page.html", "<p title=\"{{text}}\">{{lead}}<a href=\"?{{text}}\"></a></p>"}});
  const std::string content = html_tree::content(kit.render(Pantry("Harmless").sink()));
  for (const std::string_view text : hostile) {
    INFO(text);
    CHECK(html_tree::content(kit.render(Pantry(std::string(text)).sink())) ==
          replaced(content, "Harmless", readable(text)));
  }
}

TEST_CASE("language tags are escaped", "[template]") {
  const Language language{"\"><script>", "'x"};
  const ProseText prose{.plain = "p", .html = "h", .language = &language};
  Pantry pantry("x");
  pantry.sink().lead = {&prose};
  CHECK(Kit(Files{{"page.html", "{{lead}}"}}).render(pantry.sink()) ==
        "<span lang=\"&quot;&gt;&lt;script&gt;\" dir=\"&#39;x\">h</span>");
}
