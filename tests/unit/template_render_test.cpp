#include <thread>

#include "catch.h"
#include "template_kit.h"

using namespace versus;
using kitchen_sink::Pantry;
using template_kit::Files;
using template_kit::Kit;

namespace {

struct Rendering {
  std::string_view what;
  std::string page;
  std::string expected;
  Files partials{};
};

std::string json_script(const std::string& body) {
  std::string html = "<script type=\"application/ld+json\">";
  html += body;
  html += "</script>";
  return html;
}

const std::string topic = "<span lang=\"pt-BR\" dir=\"ltr\">T&amp;&lt;i&gt;&quot;&#39;</span>";

// The text of the pantry is T&<i>"'
const std::vector<Rendering> render_cases = {
    {"literal text", "a }} & < b\n", "a }} & < b\n"},
    {"text is escaped", "<p>{{ text }}{{owned}}", "<p>T&amp;&lt;i&gt;&quot;&#39;T&amp;&lt;i&gt;&quot;&#39;"},
    {"integer", "{{number}}", "-486"},
    {"markup is not escaped", "{{html}}{{shared}}{{nothing}}",
     "<b>bold</b> &amp; plain<b>bold</b> &amp; plain"},
    {"fields of objects behind pointers", "{{pointed.number}}{{for tag in pointed.tags}}{{tag}}{{end}}",
     "7T&amp;&lt;i&gt;&quot;&#39;tag"},
    {"prose of no form", "{{note}}<p title=\"{{note}}\">{{t greet name=note}}",
     topic + "<p title=\"T&amp;&lt;i&gt;&quot;&#39;\">Hello " + topic + "!"},
    {"fields of objects", "{{item.number}}{{item.url}}", "0https://example.org/?a=1&amp;b=2"},
    {"attribute", "<p title=\"{{text}}\" lang='{{owned}}'>",
     "<p title=\"T&amp;&lt;i&gt;&quot;&#39;\" lang='T&amp;&lt;i&gt;&quot;&#39;'>"},
    {"rcdata", "<title>{{text}} {{topic}}</title>",
     "<title>T&amp;&lt;i&gt;&quot;&#39; T&amp;&lt;i&gt;&quot;&#39;</title>"},
    {"whole address", "<a href=\"{{url}}\">", "<a href=\"/sip/486/\">"},
    {"whole address, escaped", "<a href=\"{{item.url}}\">", "<a href=\"https://example.org/?a=1&amp;b=2\">"},
    {"address with a fragment", "<a href=\"{{url}}#{{number}}\">", "<a href=\"/sip/486/#-486\">"},
    {"component", "<a href=\"/search?q={{text}}&amp;n={{number}}\">",
     "<a href=\"/search?q=T%26%3Ci%3E%22%27&amp;n=-486\">"},
    {"component behind a fragment sign", "<a href='#{{owned}}'>", "<a href='#T%26%3Ci%3E%22%27'>"},
    {"component of prose", "<a href=\"?q={{topic}}\">", "<a href=\"?q=T%26%3Ci%3E%22%27\">"},
    {"address as component", "<a href=\"/to/?{{item.url}}\">",
     "<a href=\"/to/?https%3A%2F%2Fexample.org%2F%3Fa%3D1%26b%3D2\">"},
    {"address in a plain attribute", "<meta content=\"{{item.url}}\">",
     "<meta content=\"https://example.org/?a=1&amp;b=2\">"},
    {"addresses of files", "<link href=\"{{url assets/a&b.css}}\"><p title='{{url assets/a&b.css}}'>",
     "<link href=\"/assets/a&amp;b.1.css\"><p title='/assets/a&amp;b.1.css'>"},
    {"address of a file as component", "<a href=\"?f={{url assets/a&b.css}}#{{number}}\">",
     "<a href=\"?f=%2Fassets%2Fa%26b.1.css#-486\">"},
    {"a file in the page", "<link href=\"{{embed assets/a&b.css}}\">",
     "<link href=\"data:text/css;charset=utf-8,p%20%7B%20content%3A%20%22%3C%C3%A9%22%20%7D\">"},
    {"labels are divided into phrases in headings only",
     "<h2 id=\"{{t phrases name=number}}\">{{t phrases name=number}}</h2>{{t phrases name=number}}"
     "<title>{{t phrases name=number}}</title>",
     "<h2 id=\"\u3053\u306e\u8a71\u306f-486\u3067\u3059\u304b\">\u3053\u306e<wbr>\u8a71\u306f-486"
     "\u3067\u3059\u304b</h2>\u3053\u306e\u8a71\u306f-486\u3067\u3059\u304b<title>\u3053\u306e"
     "\u8a71\u306f-486\u3067\u3059\u304b</title>"},
    {"headings end, and parts of them do not",
     "<h1><b>{{t phrases name=number}}</b></h1><p><h6>{{number}}</h6>"
     "{{t phrases name=number}}</p>",
     "<h1><b>\u3053\u306e<wbr>\u8a71\u306f-486\u3067\u3059\u304b</b></h1><p><h6>-486</h6>"
     "\u3053\u306e\u8a71\u306f-486\u3067\u3059\u304b</p>"},
    {"a break mark of a label", "<p title=\"{{t broken}}\">{{t broken}}</p><a href=\"/x?{{t broken}}\">",
     "<p title=\"ab\">a<wbr>b</p><a href=\"/x?ab\">"},
    {"json", json_script(" {{json}} "), json_script(" {\"name\":\"T\\u0026\\u003ci\\u003e\\\"'\"} ")},
    {"prose in text, attribute and title", "{{lead}}<p title=\"{{lead}}\"><title>{{lead}}</title>",
     "<em>T&amp;&lt;i&gt;&quot;&#39;</em><p title=\"T&amp;&lt;i&gt;&quot;&#39;\"><title>"
     "T&amp;&lt;i&gt;&quot;&#39;</title>"},
    {"prose of another language is marked in text only", "{{topic}}<p title=\"{{topic}}\">",
     topic + "<p title=\"T&amp;&lt;i&gt;&quot;&#39;\">"},
    {"label without placeholders", "<p>{{t home}}</p>", "<p>Home &amp; start</p>"},
    {"label with a text", "{{t greet name=text}}", "Hello T&amp;&lt;i&gt;&quot;&#39;!"},
    {"label with a repeated placeholder", "{{ t twice number=number name=item.number }}",
     "&quot;0&quot; is 0, no -486"},
    {"label with markup", "{{t greet name=html}}", "Hello <b>bold</b> &amp; plain!"},
    {"label with a clause", "{{t means means=means}}", "It means <em>T&amp;&lt;i&gt;&quot;&#39;</em>."},
    {"label with a noun phrase", "<i title=\"{{t about topic=topic}}\">{{t about topic=topic}}",
     "<i title=\"About T&amp;&lt;i&gt;&quot;&#39;\">About " + topic},
    {"label with braces", "{{t braces}}", "a {b} c"},
    {"label in an address", "<a href=\"?q={{t home}}\">", "<a href=\"?q=Home%20%26%20start\">"},
    {"label of another language is marked in text only, with what fills it in the page's",
     "{{t foreign name=number}}{{t foreign name=text}}{{t foreign name=note}}<p title=\"{{t foreign "
     "name=number}}\">",
     "<span lang=\"en\" dir=\"ltr\">Source -486</span><span lang=\"en\" dir=\"ltr\">Source <span lang=\"ja\" "
     "dir=\"ltr\">T&amp;&lt;i&gt;&quot;&#39;</span></span><span lang=\"en\" dir=\"ltr\">Source <span "
     "lang=\"ja\" "
     "dir=\"ltr\">" +
         topic + "</span></span><p title=\"Source -486\">"},
    {"if", "{{if yes}}a{{else}}b{{end}}{{if no}}c{{else}}d{{end}}{{if no}}e{{end}}", "ad"},
    {"if not", "{{if not yes}}a{{else}}b{{end}}{{if not no}}c{{end}}", "bc"},
    {"if of values that may be empty",
     "{{if text}}1{{end}}{{if empty}}2{{end}}{{if html}}3{{end}}{{if nothing}}4{{end}}{{if shared}}5{{end}}"
     "{{if items}}6{{end}}{{if none}}7{{end}}{{if lead}}8{{end}}{{if url}}9{{end}}{{if not empty}}a{{end}}",
     "135689a"},
    {"for", "{{for i in items}}{{i.number}}{{if i.current}}!{{end}},{{end}}{{for i in none}}x{{end}}.",
     "1,2!,3,."},
    {"for in for", "{{for row in grid}}({{for n in row}}{{n}}{{end}}){{end}}", "(12)()(3)"},
    {"for hides a name", "{{for number in item.tags}}{{number}};{{end}}{{number}}",
     "T&amp;&lt;i&gt;&quot;&#39;;tag;-486"},
    {"if between attributes",
     "{{for i in items}}<a href=\"{{i.url}}\"{{if i.current}} aria-current=\"page\"{{end}}>{{end}}",
     "<a href=\"https://example.org/?a=1&amp;b=2\">"
     "<a href=\"https://example.org/?a=1&amp;b=2\" aria-current=\"page\">"
     "<a href=\"https://example.org/?a=1&amp;b=2\">"},
    {"if behind a tag name", "<li{{if yes}} class=\"a\"{{end}}><input {{if yes}}disabled{{end}}>",
     "<li class=\"a\"><input disabled>"},
    {"if in an attribute", "<p class=\"a{{if yes}} b{{else}} c{{end}} d\">", "<p class=\"a b d\">"},
    {"if of an address or a path", "<a href=\"{{if yes}}{{url}}{{else}}/home{{end}}\">",
     "<a href=\"/sip/486/\">"},
    {"if around an address", "<a href=\"{{if no}}{{url}}{{end}}\">", "<a href=\"\">"},
    {"comments", "a{{# no {matter} what #}}b{{#}}c", "abc"},
    {"block tags alone on a line disappear",
     "<ul>\n  {{for i in items}}\n  <li>{{i.number}}\n  {{end}}\n</ul>\n",
     "<ul>\n  <li>1\n  <li>2\n  <li>3\n</ul>\n"},
    {"lines with CR LF, and tabs", "a\r\n\t{{if yes}}\t\r\nb\r\n{{end}} \r\nc", "a\r\nb\r\nc"},
    {"else and comment alone on a line", "{{# first\n line }}\n{{if no}}\na\n  {{else}}\nb\n{{end}}", "b\n"},
    {"values keep their line", "  {{number}}\n  {{t home}}\n", "  -486\n  Home &amp; start\n"},
    {"two tags keep their line", "{{if yes}} {{end}}\nx", " \nx"},
    {"text keeps the line", "{{if yes}} a\n{{end}}\nx", " a\nx"},
    {"include in a line",
     "[{{include partials/a.html n=item.number}}]",
     "[(0)]",
     {{"partials/a.html", "({{n}})"}}},
    {"include in a line leaves out the last line end of the partial",
     "[{{include partials/a.html n=number}}]",
     "[(\n-486)]",
     {{"partials/a.html", "(\n{{n}})\n"}}},
    {"include alone on a line",
     "<\n  {{include partials/a.html n=number}}\n>",
     "<\n(-486)\n>",
     {{"partials/a.html", "({{n}})\n"}}},
    {"include of objects and loop variables",
     "{{for i in items}}{{include a.html card=i}}{{end}}",
     "1:2:3:",
     {{"a.html", "{{include b.html n=card.number}}:"}, {"b.html", "{{n}}"}}},
    {"include with a list",
     "{{include a.html list=items}}",
     "123",
     {{"a.html", "{{for list in list}}{{list.number}}{{end}}"}}},
    {"partial inside an attribute",
     "<p class=\"{{include a.html n=text}}\">",
     "<p class=\"T&amp;&lt;i&gt;&quot;&#39;\">",
     {{"a.html", "{{n}}"}}},
    {"block tags in comments and scripts", "<!--{{if yes}}a{{end}}--><script>{{if no}}b{{end}}</script>",
     "<!--a--><script></script>"},
    {"svg", "<svg><title>{{text}}</title><a href=\"{{url}}\"/></svg><title>{{text}}</title>",
     "<svg><title>T&amp;&lt;i&gt;&quot;&#39;</title><a href=\"/sip/486/\"/></svg><title>"
     "T&amp;&lt;i&gt;&quot;&#39;</title>"},
};

}  // namespace

TEST_CASE("templates render as written", "[template]") {
  const Pantry pantry("T&<i>\"'");
  for (const Rendering& c : render_cases) {
    INFO(c.what << ": " << c.page);
    Files files = c.partials;
    files["page.html"] = c.page;
    const Kit kit(files);
    CHECK(kit.reports() == std::vector<std::string>{});
    if (kit.diagnostics().empty()) CHECK(kit.render(pantry.sink()) == c.expected);
  }
}

TEST_CASE("labels that a template shows are noted", "[template]") {
  const Kit kit(
      Files{{"page.html", "{{t home}}{{include a.html n=number}}"}, {"a.html", "{{t greet name=n}}"}});
  CHECK(kit.used().labels == std::set<std::string>{"greet", "home"});
}

TEST_CASE("rendering appends", "[template]") {
  const Pantry pantry("x");
  Sources sources;
  sources.add("t/page.html", "{{number}}");
  Used used;
  Diagnostics diagnostics;
  const Template compiled =
      TemplateSet(sources, "t/").compile("page.html", *type_of<kitchen_sink::Sink>(), {}, used, diagnostics);
  std::string out = "before ";
  compiled.render(pantry.sink(), out);
  CHECK(out == "before -486");
}

TEST_CASE("a template can be rendered from many threads", "[template]") {
  const Kit kit(
      Files{{"page.html", "{{for i in items}}{{for tag in i.tags}}{{i.number}}{{tag}} {{end}}{{end}}"}});
  std::vector<std::thread> threads;
  std::vector<std::string> results(4);
  for (std::size_t n = 0; n < results.size(); ++n) {
    threads.emplace_back([&, n] {
      const Pantry pantry(std::to_string(n));
      for (int i = 0; i < 200; ++i)
        results[n] = kit.render(pantry.sink());
    });
  }
  for (std::thread& thread : threads)
    thread.join();
  CHECK(results[0] == "10 1tag 20 2tag 30 3tag ");
  CHECK(results[3] == "13 1tag 23 2tag 33 3tag ");
}
