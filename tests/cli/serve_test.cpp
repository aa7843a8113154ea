// The preview server, asked by a raw socket.

#include <string>
#include <vector>

#include "catch.h"
#include "cli/program.h"
#include "cli/tea.h"

using cli::run_versus;
using cli::TeaPlace;

TEST_CASE("a site is served below its path", "[cli]") {
  const TeaPlace place;
  const cli::Server server({"--root", place.inputs(), "--out", place.site()});
  INFO(server.said());
  REQUIRE(server.running());
  CHECK_THAT(server.said(), Catch::Contains("http://127.0.0.1:" + std::to_string(server.port()) + "/pot/"));

  struct Request {
    std::string target;
    std::string status;
    std::string part;  ///< Of the answer.
  };
  const std::vector<Request> requests = {
      {"/", "302", "\r\nLocation: /pot/\r\n"},
      {"/pot/", "200", place.get("site/index.html")},
      {"/pot/fr/tea/110-vs-418/", "200", place.get("site/fr/tea/110-vs-418/index.html")},
      {"/pot/fr/tea/110", "301", "\r\nLocation: /pot/fr/tea/110/\r\n"},
      {"/pot/sitemap.xml", "200", place.get("site/sitemap.xml")},
      {"/pot/tea/999/", "404", place.get("site/404.html")},
      {"/tea/110/", "404", place.get("site/404.html")},
      {"/pot/../tea/content/site.yaml", "404", ""},
      {"/pot/%2e%2e/tea/content/site.yaml", "404", ""},
  };
  for (const Request& request : requests) {
    INFO(request.target);
    const std::string answer = server.get(request.target);
    CHECK_THAT(answer, Catch::StartsWith("HTTP/1.1 " + request.status));
    CHECK_THAT(answer, Catch::Contains(request.part));
    CHECK_THAT(answer, !Catch::Contains("source_locale"));
    if (request.status == "200" && request.target.ends_with('/'))
      CHECK_THAT(answer, Catch::Contains("\r\nContent-Type: text/html; charset=utf-8\r\n"));
  }
}

TEST_CASE("a site at the root of its host is served there", "[cli]") {
  const TeaPlace place;
  const cli::Server server(
      {"--root", place.inputs(), "--out", place.site(), "--base-url", "https://tea.example/"});
  INFO(server.said());
  REQUIRE(server.running());
  CHECK_THAT(server.get("/"), Catch::StartsWith("HTTP/1.1 200") && Catch::Contains("href=\"/tea/110/\""));
  CHECK_THAT(server.get("/404"), Catch::StartsWith("HTTP/1.1 404") && Catch::Contains("No such tea"));
}

TEST_CASE("a site with mistakes is not served, nor one on a port in use", "[cli]") {
  const TeaPlace place;
  const cli::Server first({"--root", place.inputs(), "--out", place.site()});
  REQUIRE(first.running());
  const cli::Result second = run_versus({"serve", "--root", place.inputs(), "--out", place.root / "other",
                                         "--port", std::to_string(first.port())});
  CHECK(second.status == 3);
  CHECK_THAT(second.err, Catch::Contains("choose another with --port"));

  place.spoil();
  const cli::Result spoilt = run_versus({"serve", "--root", place.inputs(), "--out", place.root / "third"});
  CHECK(spoilt.status == 1);
}
