// Which response of two branches a forking proxy sends back, by the specification and by each implementation.

#include "compare/fork.h"

#include <algorithm>
#include <map>
#include <sstream>
#include <string>
#include <vector>

#include "catch.h"
#include "compare/methods.h"
#include "site/real_registry.h"

using namespace real_site;
using namespace versus;

namespace {

std::string authority(const ForkResult& result) {
  return result.stack == nullptr ? "RFC" : result.stack->name.value;
}

std::string sent(int code, int as) {
  return std::to_string(code) + (code == as ? "" : " as " + std::to_string(as));
}

/// The result as the tables below write it.
std::string text(const ForkResult& result, int a, int b) {
  const std::string at_once = result.at_once ? " at once" : "";
  const std::string either = sent(a, result.a_as) + " or " + sent(b, result.b_as);
  switch (result.choice) {
    case ForkChoice::a:
      return sent(a, result.a_as) + at_once;
    case ForkChoice::b:
      return sent(b, result.b_as) + at_once;
    case ForkChoice::any:
      return "any";
    case ForkChoice::first_received:
      return either + at_once;
    case ForkChoice::merged:
      return "merged " + std::to_string(result.a_as);
    case ForkChoice::both:
      return "both";
    case ForkChoice::provisional:
      return "provisional";
    case ForkChoice::never_together:
      return "never";
  }
  return "?";
}

ForkResult mirrored(ForkResult result) {
  std::swap(result.a_as, result.b_as);
  if (result.choice == ForkChoice::a)
    result.choice = ForkChoice::b;
  else if (result.choice == ForkChoice::b)
    result.choice = ForkChoice::a;
  return result;
}

struct Table {
  std::string authority;
  std::string rows;  ///< Two codes and what is sent back.
};

/// Written by hand from RFC 3261 section 16.7 and from the sources of the three.
const std::vector<Table>& tables() {
  static const std::vector<Table> all = {{"RFC", R"(
100 200 provisional
180 183 provisional
180 486 provisional
200 302 200 at once
200 486 200 at once
200 503 200 at once
200 603 200 at once
200 202 200 or 202 at once
202 204 never
412 486 never
422 423 never
486 555 never
301 302 any
302 401 302
302 404 302
302 486 302
302 500 302
302 503 302
302 603 603
401 404 401
401 407 any
401 500 401
401 603 603
404 407 407
404 408 any
404 480 any
404 484 484
404 604 604
408 480 any
408 500 408
408 503 408
415 484 any
415 488 415
420 421 420
480 486 any
480 503 480
480 603 603
484 603 603
486 487 any
486 500 486
486 600 600
486 603 603
488 606 606
500 503 500
500 504 any
502 503 502
503 504 504
503 580 580
503 603 603
504 608 608
600 603 any
607 608 any
)"},
                                         {"Kamailio", R"(
100 180 provisional
183 404 provisional
200 408 200 at once
200 603 200 at once
200 202 200 or 202 at once
423 486 never
300 305 300
301 302 301
302 401 302
302 486 302
302 500 302
302 603 603
400 401 401
400 404 400
401 404 401
401 407 401
404 408 404
404 415 415
404 480 404
404 484 484
407 484 407
408 480 408
408 500 408
408 503 408
415 420 415
420 421 420
480 486 480
480 503 480
484 486 484
486 487 486
486 500 486
486 600 600
486 603 603
487 488 487
488 606 606
491 500 491
500 503 500
502 503 502
503 504 503 as 500
503 505 503 as 500
503 580 503 as 500
503 603 603
504 580 504
600 603 600
603 607 603
604 606 604
607 608 607
)"},
                                         {"OpenSIPS", R"(
180 408 provisional
200 408 200 at once
200 202 200 or 202 at once
469 486 never
301 302 301
302 401 302
302 408 302
302 486 302
302 603 603 at once
401 404 401
401 407 401
401 408 401
404 408 404
404 480 404
404 484 484
408 480 480
408 486 486
408 487 487
408 500 500
408 502 502
408 503 408
408 504 504
408 580 580
408 603 603 at once
420 488 420
480 486 480
480 503 480
480 603 603 at once
486 487 486
486 500 486
486 600 600 at once
486 603 603 at once
488 606 606 at once
500 503 500
500 504 500
502 503 502
503 504 504
503 580 580
503 603 603 at once
600 603 600 or 603 at once
604 606 604 or 606 at once
607 608 607 or 608 at once
)"},
                                         {"reSIProcate", R"(
180 200 provisional
200 302 200 at once
200 603 200 at once
200 202 200 or 202 at once
422 423 never
300 305 merged 300
301 302 merged 300
300 302 merged 300
302 401 401
302 402 302
302 407 407
302 484 484
302 486 302
302 603 603
400 408 400
400 481 400 or 481
400 500 500
400 503 400 or 503 as 500
401 404 401
401 407 merged 407
401 422 422
401 484 484
403 404 403
403 513 513
404 410 410
404 480 480
404 484 484
404 487 404
405 501 405 or 501
408 480 480
408 486 486
408 500 500
408 503 503 as 500
408 504 504
412 484 412
415 488 415 or 488
420 488 420
420 493 493
428 486 428
438 500 500
480 486 486
480 503 480
481 500 500
481 503 481 or 503 as 500
482 483 482 or 483
482 500 482
486 488 488
486 500 486
486 501 501
486 513 486
486 580 580
486 603 603
491 500 500
500 503 500
500 504 500 or 504
600 603 600 or 603
604 606 604 or 606
)"}};
  return all;
}

const ForkResult& of(const std::vector<ForkResult>& results, const std::string& name) {
  return *std::ranges::find(results, name, authority);
}

bool is(int number, Outcome outcome) {
  return registry().class_of(code(number)).outcome == outcome;
}

}  // namespace

TEST_CASE("of two branches each authority chooses as its rule says", "[site][fork]") {
  for (const Table& table : tables()) {
    std::istringstream rows(table.rows.substr(1));
    for (std::string row; std::getline(rows, row);) {
      const int a = std::stoi(row.substr(0, 3));
      const int b = std::stoi(row.substr(4, 3));
      INFO(table.authority << " " << a << " " << b);
      CHECK(text(of(fork_results(registry(), code(a), code(b)), table.authority), a, b) == row.substr(8));
    }
  }
}

TEST_CASE("a choice between any two codes is total and does not depend on their order", "[site][fork]") {
  std::size_t pairs = 0;
  for (const int a : numbers()) {
    for (const int b : numbers()) {
      if (a == b) continue;
      ++pairs;
      INFO(a << " " << b);
      const auto results = fork_results(registry(), code(a), code(b));
      auto swapped = fork_results(registry(), code(b), code(a));
      std::ranges::transform(swapped, swapped.begin(), mirrored);
      REQUIRE(results == swapped);
      REQUIRE(results.size() == tables().size());
      const bool together = answer_the_same(registry(), code(a), code(b));
      const bool final = !is(a, Outcome::provisional) && !is(b, Outcome::provisional);
      for (std::size_t i = 0; i < results.size(); ++i) {
        const ForkResult& result = results[i];
        REQUIRE(authority(result) == tables()[i].authority);
        REQUIRE((result.choice == ForkChoice::never_together) == !together);
        REQUIRE((result.choice == ForkChoice::provisional) == (together && !final));
        const bool none = !together || !final;
        REQUIRE((result.a_as == 0) == (none || result.choice == ForkChoice::b));
        REQUIRE((result.b_as == 0) == (none || result.choice == ForkChoice::a));
        if (!none && is(a, Outcome::success) && !is(b, Outcome::success)) {
          REQUIRE(result.choice == ForkChoice::a);
          REQUIRE(result.at_once);
        }
      }
    }
  }
  CHECK(pairs == 2 * 2775);
}

TEST_CASE("who is preferred to a preferred one is preferred", "[site][fork]") {
  std::vector<int> final_answers;  // To one INVITE, so that all of them meet.
  for (const int number : numbers()) {
    if (!is(number, Outcome::provisional) && answers(registry(), code(number), "INVITE"))
      final_answers.push_back(number);
  }
  CHECK(final_answers.size() > 50);
  std::map<std::pair<int, int>, std::vector<ForkResult>> results;
  for (const int a : final_answers) {
    for (const int b : final_answers) {
      if (a != b) results[{a, b}] = fork_results(registry(), code(a), code(b));
    }
  }
  for (std::size_t i = 0; i < tables().size(); ++i) {
    const auto wins = [&](int a, int b) { return a != b && results.at({a, b})[i].choice == ForkChoice::a; };
    std::size_t cycles = 0;
    for (const int a : final_answers) {
      for (const int b : final_answers) {
        if (!wins(a, b)) continue;
        for (const int c : final_answers)
          cycles += wins(b, c) && !wins(a, c) ? 1 : 0;
      }
    }
    INFO(tables()[i].authority);
    CHECK(cycles == 0);
  }
}

TEST_CASE("what no code and no proxy of today shows", "[site][fork]") {
  CodeFacts accepted = code(202);
  accepted.methods = code(200).methods;
  for (const ForkResult& result : fork_results(registry(), code(200), accepted))
    CHECK(text(result, 200, 202) == "both");
  accepted.methods.are = {{"BYE", {}, {}}, {"MESSAGE", {}, {}}};
  for (const ForkResult& result : fork_results(registry(), code(200), accepted))
    CHECK(text(result, 200, 202) == "200 or 202 at once");

  Registry changed = registry();
  ForkOrder& fork = *changed.protocol.fork;
  fork.ties = Ties::highest_code;
  const auto first = [&](int a, int b) {
    return text(fork_results(changed, code(a), code(b)).front(), a, b);
  };
  CHECK(first(480, 486) == "486");
  CHECK(first(487, 486) == "487");
  CHECK(first(600, 486) == "600");
  fork.at_once = {{"600", {}}};
  CHECK(first(600, 603) == "603");
  CHECK(first(603, 600) == "603");
  CHECK(first(600, 486) == "600 at once");
  fork.merged = {{{{"401", {}}}, {407, {}, {}}}};
  CHECK(first(401, 407) == "407");
  CHECK(first(407, 401) == "407");
  CHECK(first(401, 404) == "401");
  fork.order.value.pop_back();
  CHECK(first(500, 503) == "503 as 500");
  changed.protocol.fork.reset();
  CHECK(fork_results(changed, code(480), code(486)).size() == tables().size() - 1);
}
