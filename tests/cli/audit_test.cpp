// What `versus audit` says of small sites whose figures can be counted.

#include <filesystem>
#include <string>
#include <vector>

#include "catch.h"
#include "cli/program.h"
#include "cli/tea.h"

namespace fs = std::filesystem;
using Catch::Matchers::Contains;
using cli::run_versus;

namespace {

/// Words `from` to below `to`, each different from all others.
std::string words(int from, int to) {
  std::string text;
  for (int i = from; i < to; ++i)
    text.append("w").append(std::to_string(i)).append(" ");
  return text;
}

/// A text of `sequences` sequences of which three are the same.
std::string repeating(int first, int sequences) {
  const std::string phrase = words(first, first + 5);
  const int rest = sequences + 4 - 15;  // Five words thrice.
  return phrase + words(first + 5, first + 6) + phrase + words(first + 6, first + 7) + phrase +
         words(first + 7, first + 5 + rest);
}

std::string page(const std::string& main, const std::string& language = "en") {
  return "<!DOCTYPE html><html lang=\"" + language + "\"><title>t</title><nav>" + words(0, 9) +
         "</nav><main>" + main + "</main></html>";
}

class SmallSite : public Workplace {
 public:
  void add(const std::string& path, const std::string& bytes) const {
    put("site/" + path + "/index.html", bytes);
  }
  cli::Result audit(const std::vector<std::string>& options = {}) const {
    std::vector<std::string> arguments = {"audit", site()};
    arguments.insert(arguments.end(), options.begin(), options.end());
    return run_versus(arguments);
  }
};

}  // namespace

TEST_CASE("an audit tells the figures of each language", "[cli]") {
  const SmallSite place;
  place.add("sip/1-vs-2", page(repeating(0, 26)));
  place.add("sip/1-vs-3", page(words(100, 107)));
  place.add("sip/2-vs-3", page(words(101, 108)));
  place.add("fr/sip/1-vs-2", page(words(0, 50), "fr"));
  place.add("sip/1", page("a a a a a a a a"));  // No comparison, as what follows.
  place.add("sip/-vs-2", page("a a a a a a a"));
  place.add("sip/1-vs-", page("a a a a a a a"));
  place.put("site/sip/1-vs-2/other.html", page("a a a a a a a"));
  const std::string expected =
      "en: 3 comparisons\n"
      "  repetition: median 0.00 %; most in\n"
      "    11.54 %  sip/1-vs-2/index.html\n"
      "    0.00 %  sip/1-vs-3/index.html\n"
      "    0.00 %  sip/2-vs-3/index.html\n"
      "  likeness: median of nearest neighbours 0.500; most between\n"
      "    0.500  sip/1-vs-3/index.html  sip/2-vs-3/index.html\n"
      "    0.000  sip/1-vs-2/index.html  sip/1-vs-3/index.html\n"
      "    0.000  sip/1-vs-2/index.html  sip/2-vs-3/index.html\n"
      "fr: 1 comparisons\n"
      "  repetition: median 0.00 %; most in\n"
      "    0.00 %  fr/sip/1-vs-2/index.html\n"
      "  likeness: median of nearest neighbours 0.000; most between\n";
  for (const char* jobs : {"1", "5"}) {
    const cli::Result result = place.audit({"--jobs", jobs});
    CHECK(result.out == expected);
    CHECK(result.err == "");
    CHECK(result.status == 0);
  }
  CHECK(run_versus({"audit", "--root", place.root}).out == expected);
}

TEST_CASE("an audit reports each page, median and pair at its limit", "[cli]") {
  const SmallSite place;
  place.add("1-vs-2", page(repeating(0, 25)));
  place.add("1-vs-3", page(words(100, 108)));
  place.add("2-vs-3", page(words(101, 109)));
  place.add("fr/1-vs-2", page(repeating(0, 50), "fr"));
  place.add("fr/1-vs-3", page(repeating(100, 50), "fr"));
  place.add("pt/1-vs-2", page(repeating(0, 51), "pt-BR"));
  const cli::Result result = place.audit();
  CHECK(result.status == 1);
  CHECK(result.err == "");
  const std::size_t errors = result.out.find("1-vs-2/index.html: error");
  REQUIRE(errors != std::string::npos);
  CHECK(result.out.substr(errors) ==
        "1-vs-2/index.html: error: 12.00 % of its five-word sequences occur more than once; the limit is "
        "12.00 %\n"
        "1-vs-3/index.html: error: its likeness to 2-vs-3/index.html is 0.600; the limit is 0.600\n"
        "fr: error: in the median page 6.00 % of the five-word sequences occur more than once; "
        "the limit is 6.00 %\n");
}

TEST_CASE("an audit shows the five worst, and reports all", "[cli]") {
  const SmallSite place;
  for (int i = 2; i < 9; ++i)
    place.add("1-vs-" + std::to_string(i), page(words(0, 20)));
  const cli::Result result = place.audit();
  CHECK(result.status == 1);
  const auto count = [&](const std::string& part) {
    std::size_t found = 0;
    for (std::size_t at = result.out.find(part); at != std::string::npos; at = result.out.find(part, at + 1))
      ++found;
    return found;
  };
  CHECK(count("\n    0.00 %  1-vs-") == 5);
  CHECK(count("\n    1.000  1-vs-") == 5);
  CHECK(count(": error: its likeness to 1-vs-") == 21);
}

TEST_CASE("an audit reports a page that it cannot measure", "[cli]") {
  const SmallSite place;
  place.add("1-vs-2", page(words(0, 9)));
  place.add("1-vs-3", "<html lang=\"en\"><body>text</body></html>");
  place.add("2-vs-3", "<html><main>text</main></html>");
  const cli::Result result = place.audit();
  CHECK(result.status == 1);
  CHECK_THAT(result.out, Contains("en: 1 comparisons\n") &&
                             Contains("\n1-vs-3/index.html: error: no <main>, whose text is measured\n") &&
                             Contains("\n2-vs-3/index.html: error: no language: <html> has no lang\n"));
}

TEST_CASE("an audit finds passages in another language, and where they come from", "[cli]") {
  const SmallSite place;
  const std::string english = "<p>The phone was reached, but it is busy with another call.</p>";
  const std::string portuguese =
      "<p>O aparelho foi alcan\u00e7ado, mas est\u00e1 ocupado com outra chamada.</p>";
  place.add("sip/1-vs-2", page(english));
  place.add("pt/sip/1-vs-2", page(portuguese + english, "pt"));
  place.add("pt/sip/1", page(english, "pt"));  // No comparison, and read all the same.
  place.add("pt/sip/2", page("<p lang=\"en\">The phone was reached, but it is busy.</p>", "pt"));
  const std::string message =
      ": error: in English where 'pt' should be, on pt/sip/1-vs-2/index.html and 1 more times: \"The phone "
      "was "
      "reached, but it is busy with another call.\"\n";
  cli::Result result = place.audit({"--root", place.root});
  CHECK(result.status == 1);
  CHECK_THAT(result.out, Catch::EndsWith("\npt/sip/1-vs-2/index.html" + message));

  place.put(place.root / "content/pt.yaml",
            "a: [x,\n  \"The phone was reached, but it is `busy` with another call.\"]\n");
  place.put(place.root / "locales/en.yaml", "a: The phone was reached, but it is busy with another call.\n");
  result = place.audit({"--root", place.root});
  CHECK_THAT(result.out, Catch::EndsWith("\ncontent/pt.yaml:2:3" + message));
}

TEST_CASE("an audit of what is no site is refused", "[cli]") {
  const SmallSite place;
  const auto failure = [](const std::vector<std::string>& arguments, int status, const std::string& message) {
    const cli::Result result = run_versus(arguments);
    CHECK(result.status == status);
    CHECK(result.out == "");
    CHECK_THAT(result.err, Catch::StartsWith("versus: ") && Contains(message));
  };
  failure({"audit", place.root / "nothing"}, 2, "Directory does not exist");
  failure({"audit", "--root", place.root}, 3, "cannot read " + place.site().string());
  place.put("site/index.html", page("home"));
  failure({"audit", place.site()}, 3, "is no built site: there is no comparison page in it");
  place.add("1-vs-2", page(words(0, 9)));
  fs::create_directories(place.site() / "1-vs-3/index.html");
  failure({"audit", place.site()}, 3, "cannot read " + (place.site() / "1-vs-3/index.html").string());
  fs::remove(place.site() / "1-vs-3/index.html");
  fs::create_symlink("nowhere", place.site() / "1-vs-3/index.html");
  failure({"audit", place.site()}, 3, "cannot read " + (place.site() / "1-vs-3/index.html").string());
}

TEST_CASE("the comparisons of the golden site are found in both languages; they have no main element",
          "[cli]") {
  const cli::Result result = run_versus({"audit", cli::tea / "expected"});
  CHECK(result.status == 1);
  CHECK(result.err == "");
  std::string expected;
  for (const std::string language : {"fr/", ""}) {
    for (const char* pair : {"110-vs-210", "110-vs-418", "210-vs-418"}) {
      expected.append(language).append("tea/").append(pair);
      expected.append("/index.html: error: no <main>, whose text is measured\n");
    }
  }
  CHECK(result.out == expected);
}
