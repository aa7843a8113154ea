// What has to hold for the ladder diagrams of all flows in content/, in every language of the site and in
// long made-up words.

#include <algorithm>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "catch.h"
#include "ladder_mistakes.h"
#include "page/site.h"
#include "picture/ladder.h"
#include "source/inputs.h"

using namespace versus;
using picture::Ladder;
using picture::LadderStep;
using picture::StepKind;

namespace {

struct Site {
  Inputs inputs = read_inputs(VERSUS_SOURCE_DIR, 1);
  Diagnostics diagnostics;
  std::optional<versus::Site> loaded = load_site(inputs.sources, std::nullopt, 1, diagnostics);
};

const versus::Site& site() {
  static const Site site;
  return *site.loaded;
}

/// Words for what a flow names.
struct Words {
  std::function<std::string(Participant)> participant;
  std::function<std::string(FlowEvent)> event;
  std::function<std::string(FlowExchange)> exchange;
  std::function<std::string(const std::string&)> message;
};

std::string label(const Locale& locale, std::string_view group, std::string_view key) {
  std::string text;
  for (const Message::Piece& piece : locale.labels.find(std::string(group).append(".").append(key))->pieces)
    text += piece.text;
  return text;
}

Words words_of(const Locale& locale) {
  return {[&](Participant value) { return label(locale, "participant", enum_name(value)); },
          [&](FlowEvent value) { return label(locale, "event", enum_name(value)); },
          [&](FlowExchange value) { return label(locale, "exchange", enum_name(value)); },
          [](const std::string& text) { return text; }};
}

/// Longer than anything that a translator would write.
Words long_japanese() {
  return {[](Participant value) {
            return std::string("リダイレクトを行うサーバーの背後にある").append(enum_name(value));
          },
          [](FlowEvent) {
            return std::string(
                "後で配送するためにメッセージを保存し、登録済みのコンタクトが見つかるまで（あるいは"
                "タイマーが満了するまで）待ち続ける");
          },
          [](FlowExchange) { return std::string("着信側の番号が現在も割り当てられているかどうかの照会"); },
          [](const std::string& text) { return text + "という長いリクエストまたはレスポンス"; }};
}

Words long_words() {
  return {[](Participant) { return std::string(60, 'w'); }, [](FlowEvent) { return std::string(200, 'm'); },
          [](FlowExchange) { return std::string(100, 'm'); },
          [](const std::string& text) { return text + std::string(100, 'W'); }};
}

StepKind response_kind(int code) {
  if (code < 200) return StepKind::provisional;
  if (code < 300) return StepKind::success;
  return code < 400 ? StepKind::redirection : StepKind::failure;
}

Ladder ladder_of(const CodeFacts& code, const Words& words) {
  const std::vector<Participant> order = participants(code.flow);
  const auto index = [&](const Located<Participant>& participant) {
    return static_cast<std::size_t>(std::ranges::find(order, participant.value) - order.begin());
  };
  Ladder ladder{"flow-" + std::to_string(code.code.value), "Call flow", "What happens", {}, {}};
  for (const Participant participant : order)
    ladder.participants.push_back(words.participant(participant));
  for (const FlowStep& step : code.flow) {
    LadderStep& row = ladder.steps.emplace_back();
    if (step.event) {
      row.kind = StepKind::event;
      row.from = row.to = index(*step.at);
      row.label = words.event(step.event->value);
      continue;
    }
    row.from = index(*step.from);
    row.to = index(*step.to);
    if (step.response) {
      const int number = step.response->value;
      const std::size_t found = site().registry.find(number);
      row.kind = response_kind(number);
      row.own = number == code.code.value;
      row.label =
          words.message(std::to_string(number).append(" ").append(site().registry.codes[found].phrase.value));
    } else if (step.exchange) {
      row.kind = StepKind::signal;
      row.label = words.exchange(step.exchange->value);
    } else {
      row.kind = step.signal ? StepKind::signal : StepKind::request;
      row.label = words.message(step.signal ? step.signal->value : step.request->value);
    }
    for (const std::string& part : step.with)
      row.detail.append(row.detail.empty() ? "" : ", ").append(words.message(part));
  }
  return ladder;
}

/// Inspects the diagrams of all codes; returns the bytes of the largest of those with up to eight steps.
std::size_t inspect_all(const Words& words, std::string& problems) {
  std::size_t largest = 0;
  for (const CodeFacts& code : site().registry.codes) {
    const Ladder ladder = ladder_of(code, words);
    std::string svg;
    draw_ladder(ladder, svg);
    problems += ladder_mistakes(ladder, svg);
    if (ladder.steps.size() <= 8) largest = std::max(largest, svg.size());
  }
  return largest;
}

}  // namespace

TEST_CASE("the flows of all codes are drawn legibly in every language", "[picture]") {
  REQUIRE(site().registry.codes.size() > 70);
  for (const Locale& locale : site().locales.list) {
    INFO(locale.id);
    std::string problems;
    CHECK(inspect_all(words_of(locale), problems) < 3500);
    CHECK(problems == "");
  }
}

TEST_CASE("long texts stay inside and apart", "[picture]") {
  std::string problems;
  inspect_all(long_japanese(), problems);
  inspect_all(long_words(), problems);
  CHECK(problems == "");
}
