#include "page/flow_view.h"

#include <algorithm>
#include <map>

#include "picture/ladder.h"

namespace versus {

namespace {

class FlowMaker {
 public:
  FlowMaker(const Site& site, const Locale& locale, const std::vector<const CodeFacts*>& codes)
      : site_(site),
        locale_(locale),
        codes_(codes),
        flow_(codes.front()->flow),
        participants_(participants(flow_)) {}

  FlowView make() const {
    FlowView view;
    picture::Ladder ladder;
    ladder.id = "flow";
    ProseText numbers;
    for (const CodeFacts* code : codes_) {
      const std::string number = std::to_string(code->code.value);
      ladder.id.append(1, '-').append(number);
      append(numbers, plain(number), locale_.typography.list_separator);
    }
    ladder.title = caption("flow.title", {{"code", numbers}});
    ladder.description = caption("flow.description", {{"steps", plain(std::to_string(flow_.size()))}});
    for (const Participant participant : participants_)
      ladder.participants.push_back(caption("participant." + std::string(enum_name(participant))));
    for (const FlowStep& step : flow_) {
      view.steps.push_back(step.event ? event_text(step) : message_text(step));
      ladder.steps.push_back(picture_step(step));
    }
    picture::draw_ladder(ladder, view.picture.text);
    return view;
  }

 private:
  ProseText word(std::string_view group, std::string_view key) const {
    return versus::word(locale_, group, key);
  }

  /// A label in a picture, where a part cannot be marked with its language.
  picture::Caption caption(const std::string& key,
                           const std::map<std::string_view, ProseText>& arguments = {}) const {
    const ProseText text = compose(locale_, key, arguments);
    const Message* message = locale_.labels.find(key);
    const bool whole = message != nullptr && message->pieces.size() == 1 && arguments.empty();
    return {whole ? message->pieces.front().text : text.plain,  // With its breaks.
            text.language == nullptr ? std::string() : text.language->tag};
  }

  std::size_t column(Participant participant) const {
    return static_cast<std::size_t>(std::ranges::find(participants_, participant) - participants_.begin());
  }

  picture::StepKind kind_of(const FlowStep& step) const {
    if (step.request) return picture::StepKind::request;
    if (step.signal || step.exchange) return picture::StepKind::signal;
    const std::size_t index = site_.registry.find(step.response->value);
    switch (site_.registry.class_of(site_.registry.codes[index]).outcome) {
      case Outcome::provisional:
        return picture::StepKind::provisional;
      case Outcome::success:
        return picture::StepKind::success;
      case Outcome::redirection:
        return picture::StepKind::redirection;
      case Outcome::failure:
        break;
    }
    return picture::StepKind::failure;
  }

  picture::LadderStep picture_step(const FlowStep& step) const {
    picture::LadderStep result;
    if (step.event) {
      result.from = column(step.at->value);
      result.kind = picture::StepKind::event;
      result.label = caption("event." + std::string(enum_name(step.event->value)));
      return result;
    }
    result.from = column(step.from->value);
    result.to = column(step.to->value);
    result.kind = kind_of(step);
    if (step.exchange) {
      result.label = caption("exchange." + std::string(enum_name(step.exchange->value)));
    } else {
      result.label = message_of(step);
    }
    for (const std::string& part : step.with)
      result.detail.append(result.detail.empty() ? "" : locale_.typography.list_separator).append(part);
    result.own = step.response && std::ranges::any_of(codes_, [&](const CodeFacts* code) {
                   return code->code.value == step.response->value;
                 });
    return result;
  }

  ProseText event_text(const FlowStep& step) const {
    return compose(locale_, "flow.happens",
                   {{"at", word("participant", enum_name(step.at->value))},
                    {"event", word("event", enum_name(step.event->value))}});
  }

  ProseText message_text(const FlowStep& step) const {
    ProseText message =
        step.exchange ? word("exchange", enum_name(step.exchange->value)) : literal(message_of(step));
    if (!step.with.empty()) {
      ProseText list;
      for (const std::string& part : step.with)
        append(list, literal(part), locale_.typography.list_separator);
      message = compose(locale_, "flow.with", {{"message", message}, {"parts", list}});
    }
    return compose(locale_, "flow.message",
                   {{"from", word("participant", enum_name(step.from->value))},
                    {"to", word("participant", enum_name(step.to->value))},
                    {"message", message}});
  }

  std::string message_of(const FlowStep& step) const {
    if (step.request) return step.request->value;
    if (step.signal) return step.signal->value;
    const std::size_t index = site_.registry.find(step.response->value);
    return std::to_string(step.response->value) + ' ' + site_.registry.codes[index].phrase.value;
  }

  const Site& site_;
  const Locale& locale_;
  const std::vector<const CodeFacts*>& codes_;
  const std::vector<FlowStep>& flow_;
  std::vector<Participant> participants_;
};

}  // namespace

FlowView flow_view(const Site& site, const Locale& locale, const std::vector<const CodeFacts*>& codes) {
  return FlowMaker(site, locale, codes).make();
}

}  // namespace versus
