// Compiles arbitrary bytes as a template. What compiles must render, and the structure of the page must not
// depend on the values.

#include <cstddef>
#include <cstdint>
#include <cstdio>
#include <cstdlib>

#include "html_tree.h"
#include "source/utf8.h"
#include "template_kit.h"

namespace {

using kitchen_sink::Pantry;

void require(bool holds, const char* what, std::string_view harmless, std::string_view hostile) {
  if (holds) return;
  std::fprintf(stderr, "%s\n--- harmless\n%.*s\n--- hostile\n%.*s\n", what, static_cast<int>(harmless.size()),
               harmless.data(), static_cast<int>(hostile.size()), hostile.data());
  std::abort();
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string page(reinterpret_cast<const char*>(data), size);
  // Input files are checked for both before a template is compiled.
  if (versus::utf8::find_invalid(page) || page.find('\0') != std::string::npos) return 0;

  const template_kit::Kit kit({{"page.html", page},
                               {"partials/card.html", "<p title=\"{{x}}\">\n{{if x}}{{x}}{{end}}</p>"},
                               {"partials/list.html", "{{for i in list}}<b>{{i.name}}</b>{{end}}\n"}});
  if (!kit.diagnostics().empty()) {
    for (const versus::Diagnostic& d : kit.diagnostics().list()) {
      const bool within = d.span.begin < d.span.end && d.span.end <= kit.sources()[d.span.file].text().size();
      require(within, "a diagnostic points outside its file", page, d.message);
    }
    return 0;
  }
  // Of the same length in neither, but both begin with a letter: text that is white space stands elsewhere in
  // a table.
  static const Pantry harmless("harmless");
  static const Pantry hostile(
      "javascript:alert(1)//\"'--></title></textarea></style></script>]]><script>alert(1)</script>"
      "<img src=x onerror=alert(1)><svg><!--\xff");
  const std::string a = kit.render(harmless.sink());
  const std::string b = kit.render(hostile.sink());
  require(a == kit.render(harmless.sink()), "two renderings differ", a, a);
  require(!versus::utf8::find_invalid(b), "the page is not UTF-8", a, b);
  require(html_tree::structure(a) == html_tree::structure(b), "a value changed the structure", a, b);
  require(html_tree::script_addresses(a) == html_tree::script_addresses(b), "a value became a script", a, b);
  return 0;
}
