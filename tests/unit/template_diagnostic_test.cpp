#include "catch.h"
#include "template_kit.h"

using namespace versus;
using template_kit::Files;
using template_kit::Kit;

namespace {

struct Case {
  std::string page;
  std::vector<std::string> reports;  ///< See `Kit::reports`.
  Files partials{};
};

void check(const std::vector<Case>& cases) {
  for (const Case& c : cases) {
    INFO(c.page);
    Files files = c.partials;
    files["page.html"] = c.page;
    CHECK(Kit(files).reports() == c.reports);
  }
}

}  // namespace

TEST_CASE("malformed tags", "[template]") {
  check({
      {"a {{ text", {"page.html:1:3-10 [template-syntax] tag without '}}'"}},
      {"a {{ text {{number}}\n{{text}}", {"page.html:1:3-11 [template-syntax] tag without '}}'"}},
      {"日本 {{}}", {"page.html:1:4-8 [template-syntax] empty tag"}},
      {"{{text number}}",
       {"page.html:1:3-7 [template-syntax] unknown tag 'text'; a value is one name, as in '{{a.b}}'"}},
      {"{{fo x in items}}", {"page.html:1:3-5 [template-syntax] unknown tag 'fo'; did you mean 'for'?"}},
      {"{{a..b}}",
       {"page.html:1:3-7 [template-syntax] 'a..b' is not a name; a name is letters, digits and '_', as in "
        "'a.b'"}},
      {"\n{{ 1a }}{{a-b}}",
       {"page.html:2:4-6 [template-syntax] '1a' is not a name; a name is letters, digits and '_', as in "
        "'a.b'",
        "page.html:2:11-14 [template-syntax] 'a-b' is not a name; a name is letters, digits and '_', as in "
        "'a.b'"}},
      {"{{{text}}}",
       {"page.html:1:3-8 [template-syntax] '{text' is not a name; a name is letters, digits and '_', as in "
        "'a.b'"}},
      {"{{if}}{{end}}",
       {"page.html:1:1-7 [template-syntax] 'if' takes one name; write '{{if a.b}}' or '{{if not a.b}}'"}},
      {"{{if not}}{{end}}",
       {"page.html:1:1-11 [template-syntax] 'if' takes one name; write '{{if a.b}}' or '{{if not a.b}}'"}},
      {"{{if yes no}}{{else if no}}{{end if}}",
       {"page.html:1:1-14 [template-syntax] 'if' takes one name; write '{{if a.b}}' or '{{if not a.b}}'",
        "page.html:1:14-28 [template-syntax] 'else' takes nothing; open another 'if' inside the 'else'",
        "page.html:1:28-38 [template-syntax] 'end' takes nothing"}},
      {"{{for items}}{{end}}",
       {"page.html:1:1-14 [template-syntax] 'for' takes a name and a list; write '{{for item in a.b}}'"}},
      {"{{for a.b in items}}{{end}}", {"page.html:1:7-10 [template-syntax] 'a.b' is not a name"}},
      {"{{t}}", {"page.html:1:1-6 [template-syntax] label tag without a key"}},
      {"{{t name=text}}", {"page.html:1:1-16 [template-syntax] label tag without a key"}},
      {"{{include}}", {"page.html:1:1-12 [template-syntax] 'include' without a file"}},
      {"{{t greet name = text}}",
       {"page.html:1:5-10 [label-arguments] label 'greet' needs 'name'; add 'name=…'",
        "page.html:1:11-15 [template-syntax] 'name' is not an argument; write 'name=value' without white "
        "space",
        "page.html:1:16-17 [template-syntax] '=' is not an argument; write 'name=value' without white space",
        "page.html:1:18-22 [template-syntax] 'text' is not an argument; write 'name=value' without white "
        "space"}},
      {"{{t greet name=}}",
       {"page.html:1:15-16 [template-syntax] '' is not a name; a name is letters, digits and '_', as in "
        "'a.b'"}},
      {"{{t greet name=text name=text}}",
       {"page.html:1:21-25 [template-syntax] argument 'name' stands twice"}},
  });
}

TEST_CASE("blocks that do not nest", "[template]") {
  check({
      {"a\n {{end}}", {"page.html:2:2-9 [template-block] stray 'end'; no 'if' or 'for' is open here"}},
      {"{{else}}{{if yes}}",
       {"page.html:1:1-9 [template-block] stray 'else'; no 'if' or 'for' is open here",
        "page.html:1:9-19 [template-block] 'if' without 'end'; close it with '{{end}}'"}},
      {"{{for i in items}}{{if yes}}{{end}}",
       {"page.html:1:1-19 [template-block] 'for' without 'end'; close it with '{{end}}'"}},
      {"{{if yes}}{{else}}{{else}}{{end}}",
       {"page.html:1:19-27 [template-block] stray 'else'; the 'if' has one already"}},
      {"{{for i in items}}{{else}}{{end}}",
       {"page.html:1:19-27 [template-block] stray 'else'; a 'for' has none"}},
      {"{{include a.html}}",
       {"a.html:1:1-11 [template-block] 'if' without 'end'; close it with '{{end}}'"},
       {{"a.html", "{{if yes}}"}}},
  });
  std::string deep;
  for (int i = 0; i < 1000; ++i)
    deep += "{{if yes}}";
  check({{deep,
          {"page.html:1:641-651 [template-block] blocks nested too deeply; at most 64 fit in each other"}}});
  std::string loops;
  std::string ends;
  for (int i = 0; i < 17; ++i) {
    loops += "{{for i in items}}";
    ends += "{{end}}";
  }
  check({{loops + ends,
          {"page.html:1:289-307 [template-block] loops nested too deeply; at most 16 fit in each other, "
           "includes "
           "counted"}}});
}

TEST_CASE("names that nothing has", "[template]") {
  check({
      {"{{txet}}", {"page.html:1:3-7 [unknown-name] unknown name 'txet'; did you mean 'text'?"}},
      {"{{zzzzzzzz}}", {"page.html:1:3-11 [unknown-name] unknown name 'zzzzzzzz'"}},
      {"{{item.nmae}}", {"page.html:1:8-12 [unknown-name] 'item' has no 'nmae'; did you mean 'name'?"}},
      {"{{for card in items}}{{cadr.name}}{{card.x.y}}{{end}}{{card.name}}",
       {"page.html:1:24-28 [unknown-name] unknown name 'cadr'; did you mean 'card'?",
        "page.html:1:42-43 [unknown-name] 'card' has no 'x'",
        "page.html:1:56-60 [unknown-name] unknown name 'card'"}},
      {"{{text.size}}", {"page.html:1:8-12 [template-type] 'text' is text and has no 'size'"}},
      {"{{items.name}}", {"page.html:1:9-13 [template-type] 'items' is a list and has no 'name'"}},
      {"{{if nope}}{{else}}{{end}}{{if ys}}{{end}}",
       {"page.html:1:6-10 [unknown-name] unknown name 'nope'; did you mean 'note'?",
        "page.html:1:32-34 [unknown-name] unknown name 'ys'; did you mean 'yes'?"}},
      // What follows from a mistake is not reported again.
      {"{{for i in itmes}}{{i.name}}{{for j in i.x}}{{j}}{{end}}{{end}}",
       {"page.html:1:12-17 [unknown-name] unknown name 'itmes'; did you mean 'items'?"}},
      {"{{t greet name=txt}}", {"page.html:1:16-19 [unknown-name] unknown name 'txt'; did you mean 'text'?"}},
      {"{{include a.html card=item}}",
       {"a.html:1:3-7 [unknown-name] unknown name 'text'; a partial sees only what its include gives it",
        "a.html:2:3-7 [unknown-name] unknown name 'crad'; did you mean 'card'?"},
       {{"a.html", "{{text}}\n{{crad.name}}"}}},
      {"{{include a.html n=numbr}}",
       {"page.html:1:20-25 [unknown-name] unknown name 'numbr'; did you mean 'number'?"},
       {{"a.html", "{{n}}"}}},
  });
}

TEST_CASE("a mistake in a partial tells who included it", "[template]") {
  const Kit kit(
      Files{{"page.html", "{{include a.html}}"}, {"a.html", "\n{{include b.html}}"}, {"b.html", "{{x}}"}});
  REQUIRE(kit.diagnostics().list().size() == 1);
  const Diagnostic& diagnostic = kit.diagnostics().list()[0];
  REQUIRE(diagnostic.notes.size() == 2);
  CHECK(kit.sources()[diagnostic.span.file].path() == "templates/b.html");
  CHECK(kit.sources()[diagnostic.notes[0].span.file].path() == "templates/a.html");
  CHECK(kit.sources().text(diagnostic.notes[0].span) == "{{include b.html}}");
  CHECK(kit.sources()[diagnostic.notes[1].span.file].path() == "templates/page.html");
}

TEST_CASE("labels and their arguments", "[template]") {
  check({
      {"{{t hoem}}", {"page.html:1:5-9 [unknown-template-label] unknown label 'hoem'; did you mean 'home'?"}},
      {"{{t greet}}", {"page.html:1:5-10 [label-arguments] label 'greet' needs 'name'; add 'name=…'"}},
      {"{{t greet nmae=text}}",
       {"page.html:1:5-10 [label-arguments] label 'greet' needs 'name'; add 'name=…'",
        "page.html:1:11-15 [label-arguments] label 'greet' has no placeholder 'nmae'; did you mean 'name'?"}},
      {"{{t home name=text}}",
       {"page.html:1:10-14 [label-arguments] label 'home' has no placeholder 'name'"}},
      {"{{t greet name=yes}}",
       {"page.html:1:16-19 [template-type] 'yes' is true or false and cannot be shown; test it with 'if'"}},
      {"<p title=\"{{t greet name=html}}\">",
       {"page.html:1:26-30 [template-type] 'html' is markup and cannot stand in the attribute 'title'; "
        "markup stands "
        "only in element text"}},
  });
}

TEST_CASE("prose stands where its form fits", "[template]") {
  check({
      {"{{means}}",
       {"page.html:1:3-8 [template-type] 'means' is a clause and cannot stand alone; give it to a label with "
        "a "
        "'{name:clause}'"}},
      {"{{t greet name=means}}",
       {"page.html:1:16-21 [template-type] 'means' is a clause, and 'name' of label 'greet' takes no prose; "
        "write "
        "'{name:clause}' in the label"}},
      {"{{t greet name=topic}}",
       {"page.html:1:16-21 [template-type] 'topic' is a noun phrase, and 'name' of label 'greet' takes no "
        "prose; write "
        "'{name:noun}' in the label"}},
      {"{{t greet name=lead}}",
       {"page.html:1:16-20 [template-type] 'lead' is sentences and cannot stand inside a label; show it "
        "alone, as "
        "'{{…}}'"}},
      {"{{t means means=lead}}",
       {"page.html:1:17-21 [template-type] 'lead' is sentences and cannot stand inside a label; show it "
        "alone, as "
        "'{{…}}'"}},
      {"{{t means means=topic}}",
       {"page.html:1:17-22 [template-type] 'topic' is a noun phrase, and 'means' of label 'means' takes a "
        "clause"}},
      {"{{t about topic=means}}",
       {"page.html:1:17-22 [template-type] 'means' is a clause, and 'topic' of label 'about' takes a noun "
        "phrase"}},
      {"{{t about topic=note}}",
       {"page.html:1:17-21 [template-type] 'note' is prose, and 'topic' of label 'about' takes a noun "
        "phrase"}},
      {"{{t about topic=text}}",
       {"page.html:1:17-21 [template-type] 'text' is text, and 'topic' of label 'about' takes a noun "
        "phrase"}},
  });
}

TEST_CASE("values of the wrong type", "[template]") {
  const std::string json = "<script type=\"application/ld+json\">";
  check({
      {"{{item}}",
       {"page.html:1:3-7 [template-type] 'item' is an object and cannot be shown; show one of its fields"}},
      {"{{item.tags}}",
       {"page.html:1:3-12 [template-type] 'item.tags' is a list and cannot be shown; go through it with "
        "'for'"}},
      {"{{yes}}",
       {"page.html:1:3-6 [template-type] 'yes' is true or false and cannot be shown; test it with 'if'"}},
      {"{{if number}}{{end}}",
       {"page.html:1:6-12 [template-type] 'number' is an integer and neither true nor false"}},
      {"{{if not item}}{{end}}",
       {"page.html:1:10-14 [template-type] 'item' is an object and neither true nor false"}},
      {"{{for i in item.name}}{{i.x}}{{end}}",
       {"page.html:1:12-21 [template-type] 'name' is text, not a list"}},
      {"<p title=\"{{html}}\">",
       {"page.html:1:13-17 [template-type] 'html' is markup and cannot stand in the attribute 'title'; "
        "markup stands "
        "only in element text"}},
      {"<title>{{shared}}</title>",
       {"page.html:1:10-16 [template-type] 'shared' is markup and cannot stand in the content of <title>; "
        "markup "
        "stands only in element text"}},
      {"{{json}}",
       {"page.html:1:3-7 [template-type] 'json' is JSON and cannot stand in element text; JSON stands only "
        "in <script "
        "type=\"application/ld+json\">"}},
      {json + "{{text}}</script>",
       {"page.html:1:38-42 [template-type] 'text' is text and cannot stand in the content of <script>"}},
      {json + "{{url}}</script>",
       {"page.html:1:38-41 [template-type] 'url' is an address and cannot stand in the content of <script>"}},
      {json + "{{t home}}</script>",
       {"page.html:1:36-46 [template-type] a label cannot stand in the content of <script>"}},
      {"<a href=\"{{text}}\">",
       {"page.html:1:12-16 [template-type] 'text' is text and cannot stand in the attribute 'href'; use an "
        "address, or "
        "write the beginning of the path in front of it"}},
      {"<a href=\" {{number}}\">",
       {"page.html:1:13-19 [template-type] 'number' is an integer and cannot stand in the attribute 'href'; "
        "use an "
        "address, or write the beginning of the path in front of it"}},
      {"<img src='{{html}}'>",
       {"page.html:1:13-17 [template-type] 'html' is markup and cannot stand in the attribute 'src'; markup "
        "stands only "
        "in element text"}},
      {"<img src='{{t home}}'>",
       {"page.html:1:11-21 [template-type] a label cannot stand in the attribute 'src'"}},
  });
}

TEST_CASE("places where no value is safe", "[template]") {
  const auto refused = [](std::string_view before, std::string_view place, std::string_view after = "") {
    std::string page(before);
    page += "{{number}}";
    page += after;
    std::string report = "page.html:1:";
    report += std::to_string(before.size() + 1);
    report.append("-").append(std::to_string(before.size() + 11));
    report += " [unsafe-context] a value cannot stand in ";
    report += place;
    INFO(page);
    CHECK(Kit(Files{{"page.html", page}}).reports() == std::vector{report});
  };
  refused("<!-- ", "a comment", " -->");
  refused("<!--", "a comment", "-->");
  refused("<!doctype ", "the doctype", ">");
  refused("<p title=", "an unquoted attribute", ">");
  refused("<p title=a", "an unquoted attribute", ">");
  refused("<p title = ", "an unquoted attribute", "\"\">");
  refused("<h", "a tag name", ">");
  refused("<p ", "the tag <p>, before an attribute", ">");
  refused("<p data-", "an attribute name", ">");
  refused("<p data ", "an attribute name", ">");
  refused("<p title=\"\"", "the tag <p>, right behind a name or value", ">");
  refused("<script>", "the content of <script>", "</script>");
  refused("<script type=\"module\">", "the content of <script>", "</script>");
  refused("<script type=\"module\" type=\"application/ld+json\">", "the content of <script>", "</script>");
  refused("<script type type=\"application/ld+json\">", "the content of <script>", "</script>");
  refused("<script type=\"application/ld+json\">{\"a\":", "the content of <script>", "}</script>");
  refused("<script type=\"application/ld+json\">< ", "the content of <script>", "</script>");
  refused("<style>a { b: ", "the content of <style>", "}</style>");
  refused("<iframe>", "the content of <iframe>", "</iframe>");
  refused("<title>a <", "the content of <title>", "</title>");
  refused("<title></titl", "the content of <title>", "</title>");
  refused("<p onclick=\"f(", "the attribute 'onclick'", ")\">");
  refused("<p STYLE='", "the attribute 'style'", "'>");
  refused("<iframe srcdoc=\"", "the attribute 'srcdoc'", "\"></iframe>");
  refused("<img srcset=\"/a-", "the attribute 'srcset'", "\">");
  refused("<script type=\"", "the attribute 'type'", "\"></script>");
  refused("<meta http-equiv=refresh content=\"0;url=", "the attribute 'content'", "\">");
  refused("<svg><set attributeName=\"href\" to=\"", "the attribute 'to'", "\"/></svg>");
  for (const std::string_view prefix :
       {"javascript:", "a", "java", "/", "//", "//host/", "https://", "https:", "https:///",
        "data:text/html,", "javascript&#58;/", "/\\host/", "\t/\t/host/"}) {
    std::string before = "<a href=\"";
    before += prefix;
    refused(before, "the attribute 'href', whose text so far settles neither scheme nor path", "\">");
  }
  check({
      {"<a href=\"{{url}}{{number}}\">",
       {"page.html:1:17-27 [unsafe-context] a value cannot stand in the attribute 'href' behind a whole "
        "address"}},
      {"<a href=\"{{if yes}}{{url}}{{else}}/a/{{end}}{{number}}\">",
       {"page.html:1:45-55 [unsafe-context] a value cannot stand in the attribute 'href' behind a whole "
        "address"}},
      {"<style>{{t home}}</style>",
       {"page.html:1:8-18 [unsafe-context] a label cannot stand in the content of <style>"}},
  });
}

TEST_CASE("literal HTML that hides what follows", "[template]") {
  check({
      {"<a href=\"{{url}}/x\">",
       {"page.html:1:17-18 [unsafe-context] text behind a whole address; only '#' or '?' may follow one"}},
      {"<script type='application/ld+json'>{{json}};</script>",
       {"page.html:1:44-45 [unsafe-context] text beside a JSON value, which must be the whole content of its "
        "script"}},
      {"<?xml?>", {"page.html:1:2-3 [unsafe-context] '<?' means nothing in HTML"}},
      {"</>a</ b>",
       {"page.html:1:3-4 [unsafe-context] an end tag without a name",
        "page.html:1:7-8 [unsafe-context] an end tag without a name"}},
      {"<![CDATA[x]]>", {"page.html:1:3-4 [unsafe-context] '<!' begins neither a comment nor a doctype"}},
      {"<!-->", {"page.html:1:5-6 [unsafe-context] a comment that ends where it begins"}},
      {"<p a=\"\"b=\"\">", {"page.html:1:8-9 [unsafe-context] no white space before an attribute"}},
      {"<p{{if yes}}a{{end}}>", {"page.html:1:13-14 [unsafe-context] no white space before an attribute"}},
      {"<p {{if yes}}a{{end}}b>", {"page.html:1:22-23 [unsafe-context] no white space before an attribute"}},
      {"<p =a>", {"page.html:1:4-5 [unsafe-context] no attribute begins with this character"}},
      {"<p a=>", {"page.html:1:6-7 [unsafe-context] an attribute without its value"}},
      {"<script><!--</script>", {"page.html:1:10-11 [unsafe-context] '<!' in a script"}},
      {"<svg><style></style></svg>",
       {"page.html:1:12-13 [unsafe-context] an element of HTML inside svg or math"}},
      {"<meta content=\"{{text}}\" http-equiv=\"x\">",
       {"page.html:1:36-37 [unsafe-context] 'http-equiv' behind 'content'; write it first"}},
  });
}

TEST_CASE("blocks that end elsewhere than they should", "[template]") {
  check({
      {"<p>\n{{if yes}}<p title=\"{{end}}\">",
       {"page.html:2:1-11 [context-mismatch] with this 'if' true the HTML goes on in the attribute 'title', "
        "else in element text"}},
      {"<{{if yes}}p{{else}}b{{end}}>",
       {"page.html:1:2-12 [context-mismatch] with this 'if' true the HTML goes on in the tag <p>, right "
        "behind a name or value, else in the tag <b>, right behind a name or value"}},
      {"{{if yes}}<title>{{else}}<textarea>{{end}}</title>",
       {"page.html:1:1-11 [context-mismatch] with this 'if' true the HTML goes on in the content of <title>, "
        "else in the content of <textarea>"}},
      {"{{if yes}}<svg>{{end}}",
       {"page.html:1:1-11 [context-mismatch] with this 'if' true the HTML goes on in an svg element, else in "
        "element text",
        "page.html:1:11-12 [context-mismatch] the page ends in an svg element, which begins here"}},
      {"{{for i in items}}<p {{end}}",
       {"page.html:1:1-19 [context-mismatch] the body of this 'for' begins in element text and ends in the "
        "tag <p>, before an attribute"}},
      {"<p {{for i in items}}a{{end}}>",
       {"page.html:1:4-22 [context-mismatch] the body of this 'for' begins in the tag <p>, before an "
        "attribute and ends in the tag <p>, right behind a name or value"}},
      {"<a href=\"{{for i in items}}{{i.url}}{{end}}\">",
       {"page.html:1:10-28 [context-mismatch] the body of this 'for' begins in the attribute 'href' and ends "
        "in the attribute 'href' behind a whole address"}},
      {"<p>\n<p title=\"a",
       {"page.html:2:1-2 [context-mismatch] the page ends in the attribute 'title', which begins here"}},
      {"<!-- a", {"page.html:1:1-2 [context-mismatch] the page ends in a comment, which begins here"}},
      {"<title>a",
       {"page.html:1:1-2 [context-mismatch] the page ends in the content of <title>, which begins here"}},
      {"a <", {"page.html:1:3-4 [context-mismatch] the page ends in a tag name, which begins here"}},
      {"{{include a.html}}",
       {"a.html:1:2-3 [context-mismatch] the page ends in a tag name, which begins here"},
       {{"a.html", "b<p"}}},
  });
}

TEST_CASE("addresses of files", "[template]") {
  check({
      {"<a href=\"{{url assets/a&c.css}}\">",
       {"page.html:1:16-30 [unknown-file] no page or asset 'assets/a&c.css'; did you mean 'assets/a&b.css'?"}},
      {"<a href=\"{{embed assets/a&c.css}}\">",
       {"page.html:1:18-32 [unknown-file] no asset 'assets/a&c.css'; did you mean 'assets/a&b.css'?"}},
      {"<img src=\"{{embed assets/a.png}}\">",
       {"page.html:1:19-31 [template-type] 'assets/a.png' cannot be embedded; only .css, .js and .svg files "
        "can"}},
      {"<a href=\"{{url assets/a&b.css twice}}\">",
       {"page.html:1:10-38 [template-syntax] 'url' takes one file; write '{{url assets/style.css}}'"}},
      {"<a href=\"{{url assets/a&b.css}}x\">",
       {"page.html:1:32-33 [unsafe-context] text behind a whole address; only '#' or '?' may follow one"}},
      {"<a onclick=\"{{url assets/a&b.css}}\">",
       {"page.html:1:13-35 [unsafe-context] an address cannot stand in the attribute 'onclick'"}},
      {"<script type=\"application/ld+json\">{{url assets/a&b.css}}</script>",
       {"page.html:1:36-58 [template-type] an address cannot stand in the content of <script>"}},
  });
}

TEST_CASE("partials that are not there or include themselves", "[template]") {
  check({
      {"{{include partials/cart.html}}",
       {"page.html:1:11-29 [unknown-partial] no partial 'partials/cart.html'; did you mean "
        "'partials/card.html'?"},
       {{"partials/card.html", ""}}},
      {"{{include page.html}}",
       {"page.html:1:11-20 [recursive-partial] 'page.html' includes itself; page.html → page.html"}},
      {"{{include a.html}}",
       {"b.html:1:11-17 [recursive-partial] 'a.html' includes itself; a.html → b.html → a.html"},
       {{"a.html", "{{include b.html}}"}, {"b.html", "{{include a.html}}"}}},
  });
}

TEST_CASE("a page without a template", "[template]") {
  Sources sources;
  sources.add("templates/page.htm", "");
  Used used;
  Diagnostics diagnostics;
  const TemplateSet set(sources, "templates/");
  const Template none = set.compile("page.html", *type_of<kitchen_sink::Sink>(), {}, used, diagnostics);
  REQUIRE(diagnostics.list().size() == 1);
  CHECK(diagnostics.list()[0].kind == DiagnosticKind::missing_file);
  CHECK(diagnostics.list()[0].message == "no template 'page.html'");
}
