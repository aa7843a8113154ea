// What is taken for the text of a page, and for its words.

#include <sstream>
#include <string>
#include <string_view>
#include <vector>

#include "audit/text.h"
#include "catch.h"
#include "language/words.h"

using versus::page_text;

namespace {

/// The text of a `<main>` with that content, its white space as one space.
std::string main_text(const std::string& content) {
  std::istringstream text(page_text("<html lang=en><main>" + content + "</main>").main.value());
  std::string squeezed;
  for (std::string part; text >> part;)
    squeezed.append(squeezed.empty() ? "" : " ").append(part);
  return squeezed;
}

std::string words(const std::string& language, std::string_view text) {
  std::string joined;
  const auto found = versus::words_of(text, language);
  for (const std::string_view word : found.value())
    joined.append(joined.empty() ? "" : "|").append(word);
  return joined;
}

}  // namespace

TEST_CASE("the text of a page is that of its main element, in the language of the page", "[audit]") {
  const auto page = page_text(
      "<!DOCTYPE html><html lang=\"pt-BR\"><head><title>T</title></head><body lang=\"en\"><nav>N</nav>"
      "<div><main id=\"content\">M</main></div><main>second</main><footer>F</footer></body></html>");
  CHECK(page.language == "pt-BR");
  CHECK(page.main == "\nM\n");

  const auto bare = page_text("<body><p>text</p></body>");
  CHECK(bare.language == "");
  CHECK_FALSE(bare.main);
  CHECK(page_text("<html lang=ja><main></main>").main == "\n\n");
  CHECK_FALSE(page_text("").main);
}

TEST_CASE("what a reader does not see is no text, and blocks are apart", "[audit]") {
  struct Case {
    std::string content;
    std::string text;
  };
  const std::vector<Case> cases = {
      {"a<script>var x = 'b';</script><style>p { color: red }</style><!-- c --><template>d</template> e",
       "a e"},
      {"<svg><style>.x{}</style><title>t</title><text>u</text><text>v</text><g><text>w</text></g></svg>x",
       "t u v w x"},
      {"<p>a</p><p>b</p>c<ul><li>d</li><li>e</li></ul>f", "a b c d e f"},
      {"<table><tr><th>a</th><td>b</td></tr><tr><td><code>c</code></td><td>d</td></tr></table>", "a b c d"},
      {"a<br>b<dl><dt>c</dt><dd>d</dd></dl>", "a b c d"},
      {"in<b>si</b>de <a href=\"/x\" title=\"y\">link</a>s, <code>co</code>de<wbr>s", "inside links, codes"},
      {"&lt;sip:a&#39;b&gt;&amp;&eacute;&#x3042; &amp;lt;", "<sip:a'b>&éあ &lt;"},
      {"<b>a</b> <i>b</i><svg><text><![CDATA[c]]></text></svg>", "a b c"},
      {"<pre>a\n<mark>b</mark>\nc</pre>", "a b c"},
  };
  for (const Case& test : cases) {
    INFO(test.content);
    CHECK(main_text(test.content) == test.text);
  }
}

TEST_CASE("the passages of a page are its texts in one piece, with their languages", "[audit]") {
  const auto page = page_text(
      "<html lang=pt-BR><head><title>480 Gone Away (fora)</title><meta name=description content='Sobre  o\n"
      "480'><meta name=author content=x></head><body><main><h1>O <span lang=en translate=no>480 Gone "
      "Away</span> hoje</h1><p>um <code>Retry-After</code> dois <b>três</b></p><p>quatro <span lang=en>five "
      "six</span> sete</p><pre>INVITE</pre><ul><li lang=ja>\u8a71\u4e2d</li></ul><svg aria-label=nome>"
      "<g><text>480 Gone</text><text>Away</text></g><g><text "
      "lang=en>rings</text></g></svg></main></body></html>");
  std::vector<std::string> passages;
  for (const versus::Passage& passage : page.passages)
    passages.push_back(passage.language + ": " + passage.text);
  CHECK(passages == std::vector<std::string>{"pt-BR: \u2026 (fora)", "pt-BR: Sobre o 480", "pt-BR: O hoje",
                                             "pt-BR: um dois tr\u00eas", "en: five six", "pt-BR: quatro sete",
                                             "ja: \u8a71\u4e2d", "pt-BR: nome", "pt-BR: \u2026",
                                             "en: rings"});
}

TEST_CASE("literal text of any kind is taken from titles", "[audit]") {
  const auto page = page_text(
      "<html lang=en><title>a \u2026 b</title><main><code>\u2026</code><code>...</code></main></html>");
  CHECK(page.passages.at(0).text == "a \u2026 b");
}

TEST_CASE("white space in a passage is one space, whether a line may end there or not", "[audit]") {
  const auto page = page_text("<main><p> 486&nbsp;は \n話中&nbsp;</p></main>");
  CHECK(page.passages.at(0).text == "486 は 話中");
}

TEST_CASE("words are those of the language, as they are spelt", "[audit]") {
  CHECK(words("en", "Don't retry: SIP/2.0 480 \u2014 Retry-After is 3.5 s; don't __ * \u00bd\nA") ==
        "Don't|retry|SIP/2.0|480|Retry-After|is|3.5|s|don't|A");
  CHECK(words("pt-BR", "A chamada n\u00e3o \u00e9 conclu\u00edda.") ==
        "A|chamada|n\u00e3o|\u00e9|conclu\u00edda");
  CHECK(words("ja", "着信側の端末が話中のため、サーバーは486 Busy Hereを返します。") ==
        "着信|側の|端末が|話|中のため|サーバーは|486|Busy|Hereを|返します");
  CHECK(words("ja",
              "Subscription\u306f\u30b5\u30d6\u30b9\u30af\u30ea\u30d7\u30b7\u30e7\u30f3\u3001\uff08ACK "
              "\u306a\u3057\uff09") ==
        "Subscription\u306f|\u30b5\u30d6\u30b9\u30af\u30ea\u30d7\u30b7\u30e7\u30f3|ACK|\u306a\u3057");
  CHECK(words("fi", "EU:n") == "EU:n");
  CHECK(words("en", "EU:n (a) sip:b@c.d;e=f, 1/2.") == "EU:n|a|sip:b@c.d;e=f|1/2");
  CHECK(words("no such tag", "a b") == "a|b");
  CHECK(words("en", "") == "");
  CHECK(words("en", " \n.") == "");
}
