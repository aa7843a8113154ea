#include "page/code_page.h"

#include <algorithm>
#include <iterator>
#include <map>

#include "page/items.h"

namespace versus {

namespace {

/// Makes the parts of the page of one code in one locale.
class Detail {
 public:
  Detail(const Site& site, const Locale& locale, const CodeFacts& code)
      : site_(site), locale_(locale), code_(code) {}

  std::vector<HeaderView> headers() const {
    std::vector<HeaderView> views;
    for (const HeaderField& header : code_.headers) {
      views.push_back({header.name.value, word("header", enum_name(header.level)),
                       header.when ? word("condition", enum_name(*header.when)) : ProseText(),
                       link(header.source)});
    }
    return views;
  }

  std::vector<ItemView> timers() const {
    std::vector<ItemView> views;
    for (const Timer& timer : code_.timers) {
      const ProseText name =
          timer.name.empty() ? compose(locale_, "timer.unnamed") : phrase(site_, locale_, timer.name);
      const ProseText timed =
          timer.from_ms ? compose(locale_, "timer.timed", {{"timer", name}, {"duration", duration(timer)}})
                        : name;
      views.push_back({compose(locale_, "timer." + std::string(enum_name(timer.role)), {{"timer", timed}}),
                       {link(timer.source)}});
    }
    return views;
  }

  std::vector<GroupView> gateway() const {
    std::vector<GroupView> groups;
    if (!code_.gateway) return groups;
    GroupView& to = groups.emplace_back(GroupView{word("gateway", "to_cause"), {}});
    for (const ToCause& row : code_.gateway->to_cause)
      add_item(to.items, first_tried(cause_text(locale_, row.cause), row.first), link(row.source));
    GroupView& from = groups.emplace_back(GroupView{word("gateway", "from_causes"), {}});
    for (const FromCauses& row : code_.gateway->from_causes) {
      for (const int cause : row.causes)
        add_item(from.items, limited(cause_text(locale_, cause), row.when), link(row.source));
    }
    GroupView& to_message = groups.emplace_back(GroupView{word("gateway", "to_messages"), {}});
    for (const IsupMessage& row : code_.gateway->to_messages)
      add_item(to_message.items, phrase(site_, locale_, row.message), link(row.source));
    GroupView& from_message = groups.emplace_back(GroupView{word("gateway", "from_messages"), {}});
    for (const IsupMessage& row : code_.gateway->from_messages)
      add_item(from_message.items, phrase(site_, locale_, row.message), link(row.source));
    return without_empty(std::move(groups));
  }

  std::vector<GroupView> stacks() const {
    const int number = code_.code.value;
    std::vector<GroupView> groups = {{word("stack", "phrases"), {}},
                                     {word("stack", "to_cause"), {}},
                                     {word("stack", "from_cause"), {}},
                                     {word("stack", "rank"), {}}};
    GroupView unlisted;
    GroupView others;
    std::map<int, std::vector<LinkView>> causes;  // In ascending order.
    for (const Stack& stack : site_.registry.stacks) {
      if (stack.phrases) {
        const auto row =
            std::ranges::find(stack.phrases->are, number, [](const StackPhrase& p) { return p.code.value; });
        const bool listed = row != stack.phrases->are.end();
        add_item((listed ? groups[0] : unlisted).items,
                 listed ? phrase(site_, locale_, row->phrase) : word("stack", "unlisted"),
                 link(stack, stack.phrases->file));
      }
      if (stack.to_cause) {
        for (const int cause : stack.to_cause->causes(number))
          add_item(groups[1].items, cause_text(locale_, cause), link(stack, stack.to_cause->file));
      }
      if (stack.from_cause) {
        for (const StackCause& row : stack.from_cause->are) {
          if (row.code.value == number) causes[row.cause].push_back(link(stack, stack.from_cause->file));
        }
        if (stack.from_cause->otherwise && stack.from_cause->otherwise->value == number)
          add_item(others.items, word("stack", "otherwise"), link(stack, stack.from_cause->file));
      }
      if (stack.fork) {
        if (const std::size_t position = rank(*stack.fork, number); position > 0) {
          add_item(groups[3].items,
                   compose(locale_, "stack.rank_of",
                           {{"rank", plain(std::to_string(position))},
                            {"ranks", plain(std::to_string(stack.fork->order.value.size()))}}),
                   link(stack, stack.fork->file->value));
        }
      }
    }
    for (auto& [cause, links] : causes)
      groups[2].items.push_back({cause_text(locale_, cause), std::move(links)});
    std::ranges::move(unlisted.items, std::back_inserter(groups[0].items));
    std::ranges::move(others.items, std::back_inserter(groups[2].items));
    return without_empty(std::move(groups));
  }

 private:
  ProseText word(std::string_view group, std::string_view key) const {
    return versus::word(locale_, group, key);
  }

  LinkView link(const SpecReference& reference) const { return source_link(site_, locale_, reference); }

  LinkView link(const Stack& stack, const std::string& file) const {
    return stack_link(site_, locale_, stack, file);
  }

  static std::vector<GroupView> without_empty(std::vector<GroupView> groups) {
    std::erase_if(groups, [](const GroupView& group) { return group.items.empty(); });
    return groups;
  }

  ProseText first_tried(ProseText cause, const std::optional<GatewayFirst>& first) const {
    if (!first) return cause;
    return compose(locale_, "gateway." + std::string(enum_name(*first)), {{"cause", std::move(cause)}});
  }

  ProseText limited(ProseText cause, const std::optional<CauseCondition>& when) const {
    if (!when) return cause;
    return compose(locale_, "gateway." + std::string(enum_name(*when)), {{"cause", std::move(cause)}});
  }

  ProseText time(int ms) const {
    const auto in = [&](int unit, std::string_view key) {
      return compose(locale_, "duration." + std::string(key), {{"n", plain(std::to_string(ms / unit))}});
    };
    if (ms > 0 && ms % 60000 == 0) return in(60000, "min");
    return ms % 1000 == 0 ? in(1000, "s") : in(1, "ms");
  }

  ProseText duration(const Timer& timer) const {
    ProseText from = time(timer.from_ms->value);
    if (timer.at_least) return compose(locale_, "duration.at_least", {{"time", std::move(from)}});
    if (!timer.to_ms) return from;
    return compose(locale_, "duration.range", {{"from", std::move(from)}, {"to", time(timer.to_ms->value)}});
  }

  const Site& site_;
  const Locale& locale_;
  const CodeFacts& code_;
};

}  // namespace

void add_detail(const Site& site, const Locale& locale, const CodeFacts& code, CodePage& page) {
  const Detail detail(site, locale, code);
  page.headers = detail.headers();
  page.timers = detail.timers();
  page.gateway = detail.gateway();
  page.stacks = detail.stacks();
}

}  // namespace versus
