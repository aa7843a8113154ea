// What the comparisons of the real site say, in words that were checked by hand.

#include "page/comparer.h"

#include <string>

#include "catch.h"
#include "site/real_site.h"

using namespace real_site;
using namespace versus;

namespace {

PairView english(int a, int b) {
  static const Comparer comparer(*published().checked->site);
  const Registry& registry = published().registry();
  return comparer.compare(0, registry.find(a), registry.find(b));
}

std::string departures(int a, int b) {
  std::string text;
  for (const DepartureView& row : english(a, b).departures) {
    for (const LinkView& stack : row.stacks)
      text.append(stack.name.plain).append(" ");
    text.append("| ").append(row.a.plain).append(" | ").append(row.b.plain).append("\n");
  }
  return text;
}

std::string tells(int a, int b) {
  std::string text;
  for (const TellView& tell : english(a, b).tells)
    text.append(tell.what.plain).append(" | ").append(tell.a.plain).append(" | ").append(tell.b.plain) +=
        "\n";
  return text;
}

std::string winners(int a, int b) {
  std::string text;
  for (const ItemView& item : english(a, b).winners) {
    text.append(item.text.plain).append(":");
    for (const LinkView& link : item.sources)
      text.append(" ").append(link.name.plain);
    text += "\n";
  }
  return text;
}

}  // namespace

TEST_CASE("a pair that nothing connects says how one may meet both", "[site][compare]") {
  CHECK(english(180, 404).distant.plain ==
        "180 and 404 are not normally confused: on one request, 180 can come before 404.");
  CHECK(english(180, 412).distant.plain ==
        "180 and 412 are not normally confused: a trace shows both only when it holds several kinds of "
        "requests.");
  CHECK(english(404, 500).distant.plain ==
        "404 and 500 are not normally confused; one trace shows both when branches of a fork, or one attempt "
        "after "
        "another, end differently.");
  CHECK(english(480, 486).distant.plain == "");
}

TEST_CASE("implementations are shown where they depart from a cause that a specification names",
          "[site][compare]") {
  CHECK(departures(480, 486) ==
        "Asterisk | 19 (no answer from the user) | 17 (user busy)\n"
        "OpenSIPS | 20 (subscriber absent) | 17 (user busy)\n");
  CHECK(departures(408, 503) ==
        "Asterisk | 18 (no user responding) | 34 (no circuit available)\n"
        "OpenSIPS | 127 (interworking, unspecified) | 127 (interworking, unspecified)\n");
  CHECK(departures(404, 500) ==
        "Asterisk | 1 (unallocated number) | 38 (network out of order)\n"
        "OpenSIPS | 1 (unallocated number) | 127 (interworking, unspecified)\n");
  CHECK(departures(200, 486) == "");  // No call is released by a 200.
  CHECK(departures(412, 480) == "");  // Nor by an answer to PUBLISH.
  CHECK(departures(487, 491) ==
        "Asterisk | 127 (interworking, unspecified) | 127 (interworking, unspecified)\n");
}

TEST_CASE("what tells codes apart is worded for both", "[site][compare]") {
  CHECK(tells(180, 183) == "");
  CHECK(tells(100, 180) ==
        "Method in CSeq | any | INVITE\n"
        "Tag in To | may be missing | always there\n");
  CHECK(tells(401, 407) ==
        "Header field | WWW-Authenticate | Proxy-Authenticate\n"
        "Who answers | answering user agent (UAS), registrar, redirect server, notifier | proxy\n");
  CHECK(tells(302, 486) ==
        "Header field | Contact | not required\n"
        "Method in CSeq | any | INVITE, OPTIONS\n"
        "Q.850 cause in Reason, if it is there | none of these | 17\n");
  CHECK(tells(480, 486) ==
        "Method in CSeq | any | INVITE, OPTIONS\n"
        "Q.850 cause in Reason, if it is there | 19, 20, 31 | 17\n"
        "Timer that ran out before | ISUP T9, QSIG T301 | none\n");
}

TEST_CASE("who wins at a fork is worded with those who say so", "[site][compare]") {
  CHECK(winners(180, 486) == "");
  CHECK(winners(401, 407) ==
        "either 401 or 407: the choice is left to the proxy; the challenges of both go with it: RFC 3261, "
        "section "
        "16.7\n"
        "401 is sent back; the challenges of both go with it: Kamailio\n"
        "401 is sent back; the challenges of the other are lost: OpenSIPS\n"
        "one 407 made of 401 and 407: reSIProcate\n");
  CHECK(winners(404, 503) == "404 is sent back: RFC 3261, section 16.7 Kamailio OpenSIPS reSIProcate\n");
  CHECK(winners(199, 608) == "");
  CHECK(winners(430, 480) == "");
}
