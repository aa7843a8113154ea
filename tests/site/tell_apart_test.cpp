// What tells codes apart in a trace, and whether it does so for their example messages.

#include "compare/tell_apart.h"

#include <algorithm>
#include <set>
#include <string>
#include <vector>

#include "catch.h"
#include "site/real_registry.h"

using namespace real_site;
using namespace versus;

namespace {

std::string words(const std::vector<std::string>& list) {
  std::string result;
  for (const std::string& word : list)
    result.append(result.empty() ? "" : " ").append(word);
  return result.empty() ? "-" : result;
}

std::string text(const std::vector<Observable>& found) {
  std::string result;
  for (const Observable& o : found) {
    const char mark = o.decides == Decides::always ? '!' : o.decides == Decides::sometimes ? '?' : ' ';
    result.append("\n").append(1, mark).append(enum_name(o.kind)).append(": ");
    result.append(words(o.a)).append(" | ").append(words(o.b));
  }
  return result;
}

std::vector<Observable> between(int a, int b) {
  static const Observer observer(registry());
  return observer.observables(registry().find(a), registry().find(b));
}

Observable swapped(Observable o) {
  std::swap(o.a, o.b);
  return o;
}

Side swapped(Side side) {
  return side == Side::a ? Side::b : side == Side::b ? Side::a : side;
}

const Observable& of_kind(const std::vector<Observable>& found, ObservableKind kind) {
  return *std::ranges::find(found, kind, &Observable::kind);
}

struct Row {
  int a;
  int b;
  std::string found;
};

}  // namespace

TEST_CASE("what is to be looked for follows from the facts", "[site][tell_apart]") {
  const std::vector<Row> rows = {
      {401, 407, R"(
!status-line: 401 | 407
?header: WWW-Authenticate | Proxy-Authenticate
 senders: user-agent-server registrar redirect-server notifier | proxy)"},
      {422, 423, R"(
!status-line: 422 | 423
!request-method: INVITE UPDATE | PUBLISH REGISTER SUBSCRIBE
?header: Min-SE | Min-Expires
 transaction: acknowledged-hop-by-hop | -
 senders: user-agent-server proxy | registrar notifier event-state-compositor)"},
      {199, 487, R"(
!status-line: 199 | 487
?header: Reason | -
 transaction: stays-open | acknowledged-hop-by-hop
 timer: - | Timer C INVITE Expires)"},
      {100, 180, R"(
!status-line: 100 | 180
?request-method: BYE CANCEL INFO INVITE MESSAGE NOTIFY OPTIONS PRACK PUBLISH REFER REGISTER SUBSCRIBE UPDATE | INVITE
?to-tag: missing | -)"},
      {183, 486, R"(
!status-line: 183 | 486
?request-method: INVITE | INVITE OPTIONS
?body: application/sdp | -
?reason: - | 17
 transaction: stays-open | acknowledged-hop-by-hop)"},
      {180, 183, R"(
!status-line: 180 | 183)"},
      {202, 486, R"(
!status-line: 202 | 486
!request-method: MESSAGE REGISTER | INVITE OPTIONS
?reason: - | 17
 transaction: - | acknowledged-hop-by-hop)"},
      {302, 380, R"(
!status-line: 302 | 380
?header: Contact | -
?request-method: BYE INFO INVITE MESSAGE NOTIFY OPTIONS PRACK PUBLISH REFER REGISTER SUBSCRIBE UPDATE | INVITE
?body: - | text/plain)"},
      {404, 480, R"(
!status-line: 404 | 480
?reason: 1 2 3 26 | 19 20 31
 timer: - | ISUP T9 QSIG T301)"},
      {408, 487, R"(
!status-line: 408 | 487
?reason: 18 | -
 timer: Timer B | Timer C INVITE Expires)"},
      {301, 410, R"(
!status-line: 301 | 410
?header: Contact | -
?reason: - | 23)"},
      {412, 580, R"(
!status-line: 412 | 580
!request-method: PUBLISH | INVITE UPDATE
?body: - | application/sdp
 transaction: - | acknowledged-hop-by-hop
 senders: event-state-compositor | user-agent-server)"},
      {400, 423, R"(
!status-line: 400 | 423
?header: - | Min-Expires
?request-method: BYE CANCEL INFO INVITE MESSAGE NOTIFY OPTIONS PRACK PUBLISH REFER REGISTER SUBSCRIBE UPDATE | PUBLISH REGISTER SUBSCRIBE
 transaction: acknowledged-hop-by-hop | -)"},
      {603, 604, R"(
!status-line: 603 | 604
?reason: 21 | -)"},
      {421, 494, R"(
!status-line: 421 | 494)"},
  };
  for (const Row& row : rows) {
    INFO(row.a << " " << row.b);
    CHECK(text(between(row.a, row.b)) == row.found);
  }
}

TEST_CASE("observables pick the right side for the example messages of all pairs", "[site][tell_apart]") {
  std::size_t pairs = 0;
  for (const int a : numbers()) {
    for (const int b : numbers()) {
      if (a == b) continue;
      ++pairs;
      const std::vector<Observable> found = between(a, b);
      INFO(a << " " << b << text(found));
      REQUIRE(!found.empty());
      REQUIRE(found.front().kind == ObservableKind::status_line);
      REQUIRE(std::ranges::is_sorted(found, {},
                                     [](const Observable& o) { return std::pair(o.decides, o.kind); }));
      std::vector<Observable> mirrored = between(b, a);
      std::ranges::transform(mirrored, mirrored.begin(), [](const Observable& o) { return swapped(o); });
      REQUIRE(found == mirrored);

      std::set<ObservableKind> kinds;
      for (const Observable& o : found) {
        INFO(enum_name(o.kind));
        REQUIRE(kinds.insert(o.kind).second);
        REQUIRE(o.a != o.b);
        const Side side_a = which(o, example(code(a)));
        const Side side_b = which(o, example(code(b)));
        REQUIRE(which(swapped(o), example(code(a))) == swapped(side_a));
        switch (o.decides) {
          case Decides::always:
            REQUIRE(side_a == Side::a);
            REQUIRE(side_b == Side::b);
            break;
          case Decides::sometimes:
            REQUIRE(side_a != Side::b);
            REQUIRE(side_b != Side::a);
            break;
          case Decides::never:
            REQUIRE(side_a == Side::neither);
            REQUIRE(side_b == Side::neither);
        }
        if (o.kind == ObservableKind::body || o.kind == ObservableKind::to_tag) {
          REQUIRE((side_a == Side::a) == !o.a.empty());
          REQUIRE((side_b == Side::b) == !o.b.empty());
        }
      }
    }
  }
  CHECK(pairs == 2 * 2775);
}

TEST_CASE("a header field tells codes apart if one must or should have it and the other need not",
          "[site][tell_apart]") {
  const auto required = [](int number, const std::string& name) {
    return std::ranges::any_of(code(number).headers, [&](const HeaderField& h) {
      return h.name.value == name && h.level <= HeaderLevel::should && !h.when;
    });
  };
  const auto known = [](int number, const std::string& name) {
    return std::ranges::any_of(code(number).headers, [&](const HeaderField& h) {
      return h.name.value == name && h.level != HeaderLevel::may;
    });
  };
  std::size_t told = 0;
  for (const int a : numbers()) {
    for (const int b : numbers()) {
      if (a == b) continue;
      const std::vector<Observable> found = between(a, b);
      const auto header = std::ranges::find(found, ObservableKind::header, &Observable::kind);
      for (const HeaderField& field : code(a).headers) {
        const std::string& name = field.name.value;
        std::string in_b = "\n";
        for (const std::string& line : example(code(b)))
          in_b += line + "\n";
        const bool example = std::ranges::any_of(real_site::example(code(a)), [&](const std::string& line) {
          return line.starts_with(name + ": ");
        });
        const bool tells = example && required(a, name) && !known(b, name) &&
                           in_b.find("\n" + name + ": ") == std::string::npos;
        const bool listed = header != found.end() && std::ranges::count(header->a, name) > 0;
        INFO(a << " " << b << " " << name);
        REQUIRE(listed == tells);
        told += tells ? 1 : 0;
      }
    }
  }
  CHECK(told > 500);
}

TEST_CASE("a message is read for what an observable asks", "[site][tell_apart]") {
  using Kind = ObservableKind;
  const auto read = [](int a, int b, Kind kind, const std::vector<std::string>& lines) {
    return which(of_kind(between(a, b), kind), lines);
  };
  const std::string status = "SIP/2.0 486 Busy Here";
  CHECK(read(480, 486, Kind::status_line, {status}) == Side::b);
  CHECK(read(480, 603, Kind::status_line, {status}) == Side::neither);
  CHECK(read(480, 603, Kind::status_line, {"SIP/2.0"}) == Side::neither);
  CHECK(read(480, 603, Kind::status_line, {}) == Side::neither);

  CHECK(read(422, 423, Kind::header, {status, "min-se : 90"}) == Side::a);
  CHECK(read(422, 423, Kind::header, {status, "Min-Expires: 90"}) == Side::b);
  CHECK(read(422, 423, Kind::header, {status, "Min-Expires: 90", "Min-SE: 90"}) == Side::neither);
  CHECK(read(422, 423, Kind::header, {status, "Expires: 90"}) == Side::neither);
  CHECK(read(422, 486, Kind::header, {status, "Expires: 90"}) == Side::neither);
  CHECK(read(422, 486, Kind::header, {status, "", "Min-SE: 90"}) == Side::neither);
  CHECK(read(422, 486, Kind::header, {status, "Min-SE: 90"}) == Side::a);

  CHECK(read(422, 423, Kind::request_method, {status, "CSeq: 7 INVITE"}) == Side::a);
  CHECK(read(422, 423, Kind::request_method, {status, "CSeq: 7  PUBLISH"}) == Side::b);
  CHECK(read(422, 423, Kind::request_method, {status, "CSeq: 7 BYE"}) == Side::neither);
  CHECK(read(480, 486, Kind::request_method, {status, "CSeq: 7 BYE"}) == Side::a);
  CHECK(read(480, 486, Kind::request_method, {status, "CSeq: 7 INVITE"}) == Side::neither);

  CHECK(read(180, 200, Kind::transaction, example(code(180))) == Side::neither);
  CHECK(read(183, 404, Kind::body, {status, "Content-Type: Application/SDP;x=1"}) == Side::a);
  CHECK(read(183, 404, Kind::body, {status, "Content-Type: text/html"}) == Side::neither);
  CHECK(read(183, 404, Kind::body, {status, "Content-Length: 0"}) == Side::neither);

  CHECK(read(100, 180, Kind::to_tag, {status, "To: <sip:b@example.net;tag=x>"}) == Side::a);
  CHECK(read(100, 180, Kind::to_tag, {status, "To: sip:b@example.net ;TAG=x"}) == Side::neither);
  CHECK(read(100, 180, Kind::to_tag, {status, "To: \"a;tag=b\" <sip:b@example.net>"}) == Side::a);
  CHECK(read(100, 180, Kind::to_tag, {status, "To: \"a>b;tag=c\" <sip:b@example.net>"}) == Side::a);
  CHECK(read(100, 180, Kind::to_tag, {status}) == Side::neither);

  CHECK(read(480, 486, Kind::reason, {status, "Reason: Q.850;cause=17"}) == Side::b);
  CHECK(read(480, 486, Kind::reason, {status, "Reason: q.850 ; Cause=19"}) == Side::a);
  CHECK(read(480, 486, Kind::reason, {status, "Reason: SIP;cause=17"}) == Side::neither);
  CHECK(read(480, 486, Kind::reason, {status, "Reason: SIP;text=\"a\\\", Q.850;cause=17;\""}) ==
        Side::neither);
  CHECK(read(480, 486, Kind::reason, {status, "Reason: SIP;cause=486, Q.850;cause=17"}) == Side::b);
  CHECK(read(480, 486, Kind::reason, {status, "Reason: Q.850;cause=16"}) == Side::neither);
}
