// How much of a page is in another language than its own.

#include "page/shares.h"

#include <string>
#include <vector>

#include "catch.h"

using versus::count_letters;
using versus::LetterCount;

TEST_CASE("letters in other languages are counted", "[page]") {
  struct Case {
    std::string html;
    std::size_t all;
    std::size_t foreign;
    int percent;
  };
  const std::vector<Case> cases = {
      {"<title>abc</title><nav>abc</nav><main id=\"m\">a b\n<p>cd</p></main><footer>abc</footer>", 4, 0, 0},
      {"<main>ab<span lang=\"fr\" dir=\"ltr\">cd</span>e</main>", 5, 2, 40},
      {"<main>ab<span lang=\"pt-BR\">cd</span>e</main>", 5, 0, 0},
      {"<main>ab<span lang=\"en\" translate=\"no\">cd</span>e</main>", 5, 0, 0},
      {"<main>ab<b translate=\"no\" lang=\"en\">cd</b>e</main>", 5, 0, 0},
      {"<main><span lang=\"en\">a<span>b</span>c</span>d</main>", 4, 3, 75},
      {"<main><p lang=\"en\">a<br>b<wbr/>c<span lang=\"pt-BR\">d</span></p>e</main>", 5, 3, 60},
      {"<main><span lang=\"en\">a<span lang=\"pt-BR\">bc</span>d</span></main>", 4, 2, 50},
      {"<main><span lang=\"en\">a<b lang=\"en\" translate=\"no\">bc</b>d</span></main>", 4, 2, 50},
      {"<main>&amp;&#39;<span lang=\"en\">&lt;</span></main>", 3, 1, 34},
      {"<main>\u00e9\u8a71<span lang=\"ja\">\u8a71\u4e2d</span></main>", 4, 2, 50},
      {"<main><img alt=\"x\" lang=\"en\"/>a</main>", 1, 0, 0},
      {"<main></main>", 0, 0, 0},
      {"<main>a<hr lang=\"en\">b</main>", 2, 0, 0},
      {"<main>a<!-- <p lang=\"en\"> --><script>let x;</script><style>p{}</style>b</main>", 2, 0, 0},
      {"<main>a<p title=\"x > y\" lang='en'>bc</p></main>", 3, 2, 67},
      {"<body><span lang=\"en\">ab</span>c</body>", 3, 2, 67},
      {"ab<span lang=\"en\">c", 3, 1, 34},
      {"<main>a<", 1, 0, 0},
  };
  for (const Case& test : cases) {
    INFO(test.html);
    const LetterCount count = count_letters(test.html, "pt-BR");
    CHECK(count.all == test.all);
    CHECK(count.foreign == test.foreign);
    CHECK(count.percent() == test.percent);
  }
  CHECK(LetterCount{1000, 1}.percent() == 1);
}
