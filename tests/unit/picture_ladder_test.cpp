// Ladder diagrams, byte by byte. What holds for the flows of all codes is in picture_flow_test.cpp.

#include <string>
#include <utility>

#include "catch.h"
#include "picture/ladder.h"

using namespace versus::picture;

namespace {

std::string drawn(const Ladder& ladder) {
  std::string out = "before ";
  draw_ladder(ladder, out);
  REQUIRE(out.starts_with("before "));
  return out.substr(7);
}

}  // namespace

TEST_CASE("a request and the failure that answers it", "[picture]") {
  const Ladder ladder{"flow-486",
                      "Call flow",
                      "A & B",
                      {"Caller", "Callee"},
                      {{0, 1, StepKind::request, "INVITE", "", false},
                       {1, 0, StepKind::failure, "486 Busy Here", "Retry-After", true}}};
  CHECK(
      drawn(ladder) ==
      R"(<svg class="ladder" role="img" aria-labelledby="flow-486-title flow-486-desc" viewBox="0 0 300 93" font-size="12" text-anchor="middle">
<title id="flow-486-title">Call flow</title>
<desc id="flow-486-desc">A &amp; B</desc>
<path class="band" d="M0 52h300v38H0z"/>
<path class="lines" d="M50 20V93M250 20V93"/>
<g class="names"><path d="M1 1h98v19H1zM201 1h98v19H201z"/><text x="50" y="14.5">Caller</text><text x="250" y="14.5">Callee</text></g>
<g class="request"><path d="M50 44H243"/><path d="M243 40l7 4 -7 4z"/><text x="150" y="37">INVITE</text></g>
<g class="failure own"><path d="M250 85H57"/><path d="M57 81l-7 4 7 4zM239 82l6 6m0-6l-6 6"/><text x="150" y="64">486 Busy Here</text><text class="detail" x="150" y="78">Retry-After</text></g>
</svg>
)");
}

TEST_CASE("an event, and a step of every kind", "[picture]") {
  const Ladder ladder{"f",
                      "T",
                      "D",
                      {"A", "B", "C"},
                      {{0, 2, StepKind::request, "R", "", false},
                       {2, 2, StepKind::event, "an event that needs a second line", "", false},
                       {2, 1, StepKind::provisional, "P", "", false},
                       {1, 0, StepKind::redirection, "R", "", false},
                       {0, 1, StepKind::signal, "S", "", false},
                       {1, 0, StepKind::success, "S", "", false}}};
  CHECK(
      drawn(ladder) ==
      R"(<svg class="ladder" role="img" aria-labelledby="f-title f-desc" viewBox="0 0 300 199" font-size="12" text-anchor="middle">
<title id="f-title">T</title>
<desc id="f-desc">D</desc>
<path class="lines" d="M50 20V199M150 20V26M150 40V199M250 20V199"/>
<g class="names"><path d="M1 1h98v19H1zM101 1h98v19H101zM201 1h98v19H201z"/><text x="50" y="14.5">A</text><text x="150" y="14.5">B</text><text x="250" y="14.5">C</text></g>
<g class="request"><path d="M50 44H243"/><path d="M243 40l7 4 -7 4z"/><text x="150" y="37">R</text></g>
<g class="event"><rect x="160.8" y="54" width="137.2" height="32" rx="8"/><text x="229.4" y="67">an event that needs</text><text x="229.4" y="81">a second line</text></g>
<g class="provisional"><path d="M250 110H157"/><path d="M157 106l-7 4 7 4z"/><text x="200" y="103">P</text></g>
<g class="redirection"><path d="M150 137H57"/><path d="M57 133l-7 4 7 4z"/><text x="100" y="130">R</text></g>
<g class="signal"><path d="M50 164H143"/><path d="M143 160l7 4 -7 4z"/><text x="100" y="157">S</text></g>
<g class="success"><path d="M150 191H57"/><path d="M57 187l-7 4 7 4z"/><text x="100" y="184">S</text></g>
</svg>
)");
}

TEST_CASE("one participant alone, and markup in texts", "[picture]") {
  const Ladder ladder{"a\"b", "<T>", "'D'", {"<A>"}, {{0, 0, StepKind::event, "\"x\" & \xFF", "", false}}};
  CHECK(
      drawn(ladder) ==
      R"(<svg class="ladder" role="img" aria-labelledby="a&quot;b-title a&quot;b-desc" viewBox="0 0 300 50" font-size="12" text-anchor="middle">
<title id="a&quot;b-title">&lt;T&gt;</title>
<desc id="a&quot;b-desc">&#39;D&#39;</desc>
<path class="lines" d="M150 20V50"/>
<g class="names"><path d="M101 1h98v19H101z"/><text x="150" y="14.5">&lt;A&gt;</text></g>
<g class="event"><rect x="120" y="27" width="60" height="18" rx="8"/><text x="150" y="40">&quot;x&quot; &amp; �</text></g>
</svg>
)");
}

TEST_CASE("a long name takes from the room of the others", "[picture]") {
  const Ladder ladder{"f", "T", "D", {"A", "B", "C", "Compositor of event states"}, {}};
  CHECK(
      drawn(ladder) ==
      R"(<svg class="ladder" role="img" aria-labelledby="f-title f-desc" viewBox="0 0 300 39" font-size="12" text-anchor="middle">
<title id="f-title">T</title>
<desc id="f-desc">D</desc>
<path class="lines" d="M34.3 34V39M103 34V39M171.7 34V39M253 34V39"/>
<g class="names"><path d="M1 1h66.7v33H1zM69.7 1h66.7v33H69.7zM138.4 1h66.7v33H138.4zM207.1 1h91.9v33H207.1z"/><text x="34.3" y="21.5">A</text><text x="103" y="21.5">B</text><text x="171.7" y="21.5">C</text><text x="253" y="14.5">Compositor of</text><text x="253" y="28.5">event states</text></g>
</svg>
)");
}

TEST_CASE("where there is no room a name has four lines and an event three, and the longest word is cut",
          "[picture]") {
  const Ladder ladder{
      "f",
      "T",
      "D",
      {"Chamador", "Servidor de redirecionamento", "Chamado", "Segundo aparelho do usuário chamado"},
      {{3, 3, StepKind::event, "não tem o estado correspondente", "", false}}};
  CHECK(
      drawn(ladder) ==
      R"(<svg class="ladder" role="img" aria-labelledby="f-title f-desc" viewBox="0 0 300 120" font-size="12" text-anchor="middle">
<title id="f-title">T</title>
<desc id="f-desc">D</desc>
<path class="lines" d="M34 62V120M117.5 62V120M198.5 62V120M265 62V120"/>
<g class="names"><path d="M1 1h66v61H1zM69 1h97.1v61H69zM168.1 1h60.9v61H168.1zM231 1h68v61H231z"/><text x="34" y="35.5">Chamador</text><text x="117.5" y="28.5">Servidor de</text><text x="117.5" y="42.5">redirecionam…</text><text x="198.5" y="35.5">Chamado</text><text x="265" y="14.5">Segundo</text><text x="265" y="28.5">aparelho</text><text x="265" y="42.5">do usuário</text><text x="265" y="56.5">chamado</text></g>
<g class="event"><rect x="188.4" y="69" width="109.6" height="46" rx="8"/><text x="243.2" y="82">não tem</text><text x="243.2" y="96">o estado</text><text x="243.2" y="110">correspondente</text></g>
</svg>
)");
}
