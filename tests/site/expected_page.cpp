#include "site/expected_page.h"

#include <algorithm>

namespace site_data {

namespace {

/// What an axis takes from the data of a code and its class.
struct AxisSource {
  std::string key;
  bool of_class;
  std::string values;  ///< JSON pointer to the values.
  std::string source;  ///< And to where they stand.
};

const std::vector<AxisSource> axes = {
    {"transaction", true, "/transaction/effect", "/transaction/source"},
    {"senders", false, "/senders/are", "/senders/source"},
    {"methods", false, "/methods/are", "/methods/source"},
    {"dialog", false, "/dialog/effect", "/dialog/source"},
    {"mid_dialog", false, "/mid_dialog/ends", "/mid_dialog/source"},
    {"body", false, "/body/use", "/body/source"},
    {"reliability", false, "/reliability/sent", "/reliability/source"},
    {"retry", false, "/retry/advice", "/retry/source"},
    {"change", false, "/retry/change", "/retry/source"},
    {"next_route", false, "/next_route/to", "/next_route/source"},
    {"fork", false, "/fork/role", "/fork/source"},
    {"status", false, "/status", "/deprecated_by"},
};

std::string text(const Json& object, const char* key) {
  return object.at(key).get<std::string>();
}

}  // namespace

ExpectedPage::ExpectedPage(const Json& facts, const Words& words, const Json& code)
    : facts_(facts), words_(words), code_(code) {
  for (const Json& one : facts.at("protocol").at("classes")) {
    if (one.at("slug") == code.at("class")) class_ = one;
  }
}

bool ExpectedPage::answers_invite() const {
  const Json& methods = code_.at("methods").at("are");
  return std::ranges::any_of(
      methods, [](const Json& one) { return one == "INVITE" || one.get<std::string>().starts_with("any"); });
}

std::map<std::string, Fact> ExpectedPage::facts() const {
  std::map<std::string, Fact> all;
  const auto name = [&](const std::string& axis) { return words_("axis." + axis + ".name"); };
  const std::string slug = code_.at("class");
  all[name("outcome")] = {
      {words_("class.name_with_slug", {{"slug", slug}, {"name", words_("class." + slug + ".name")}})},
      {class_.at("source").at("url")}};
  for (const AxisSource& axis : axes) {
    const Json& from = axis.of_class ? class_ : code_;
    const Json::json_pointer values(axis.values);
    const Json::json_pointer source(axis.source);
    if (!from.contains(values)) continue;
    Fact& fact = all[name(axis.key)];
    for (const Json& value : from.at(values).is_array() ? from.at(values) : Json::array({from.at(values)})) {
      std::string word = value;
      if (axis.key == "transaction" && word != "stays-open" && !answers_invite()) word = "ends";
      const std::string label = "axis." + axis.key + '.' + word;
      fact.words.push_back(words_.has(label) ? words_(label) : value.get<std::string>());
    }
    if (from.contains(source)) fact.links.push_back(from.at(source).at("url"));
  }
  if (code_.contains("ends_subscription"))
    all[name("subscription")] = {{words_("axis.subscription.ends")},
                                 {code_.at("ends_subscription").at("url")}};
  const Json& defined = code_.at("defined_in");
  all[name("defined_in")] = {{words_.source(defined)}, {defined.at("url")}};
  return all;
}

Lines ExpectedPage::headers() const {
  Lines rows;
  for (const Json& header : list("/headers")) {
    rows.push_back(text(header, "name") + '|' + words_("header." + text(header, "level")));
    if (header.contains("when")) rows.back() += '|' + words_("condition." + text(header, "when"));
    rows.push_back(words_.source(header.at("source")));
    rows.push_back(header.at("source").at("url"));
  }
  return rows;
}

Lines ExpectedPage::timers() const {
  Lines lines;
  for (const Json& timer : list("/timers")) {
    std::string name = timer.contains("name") ? text(timer, "name") : words_("timer.unnamed");
    if (timer.contains("from_ms"))
      name = words_("timer.timed", {{"timer", name}, {"duration", duration(timer)}});
    lines.push_back(words_("timer." + text(timer, "role"), {{"timer", name}}));
  }
  return lines;
}

std::set<std::string> ExpectedPage::gateway() const {
  std::set<std::string> lines;
  for (const Json& row : list("/gateway/to_cause"))
    lines.insert(limited(cause(row.at("cause")), row, "first"));
  for (const Json& row : list("/gateway/from_causes")) {
    for (const Json& one : row.at("causes"))
      lines.insert(limited(cause(one), row, "when"));
  }
  for (const char* key : {"/gateway/to_messages", "/gateway/from_messages"}) {
    for (const Json& row : list(key))
      lines.insert(text(row, "message"));
  }
  return lines;
}

std::vector<int> ExpectedPage::to_causes(const Json& stack) const {
  std::vector<int> causes;
  for (const Json& row : rows(stack, "to_cause"))
    causes.push_back(row.at("cause"));
  if (!causes.empty() || !stack.contains("to_cause")) return causes;
  const Json& table = stack.at("to_cause");
  const auto has = [&](const Json& list, const Json& one) { return std::ranges::count(list, one) > 0; };
  if (has(table.value("unmapped", Json::array()), code_.at("code"))) return causes;
  for (const Json& row : table.value("otherwise", Json::array())) {
    if (has(row.at("codes"), code_.at("class"))) return {row.at("cause").get<int>()};
  }
  return causes;
}

std::set<std::string> ExpectedPage::stacks() const {
  std::set<std::string> lines;
  for (const Json& stack : facts_.at("stacks")) {
    const auto add = [&](const char* table, const std::string& line) {
      lines.insert(line + '|' + text(stack, "name") + '|' + text(stack.at(table), "url"));
    };
    if (stack.contains("phrases")) {
      std::string phrase = words_("stack.unlisted");
      for (const Json& row : rows(stack, "phrases"))
        phrase = text(row, "phrase");
      add("phrases", phrase);
    }
    for (const int one : to_causes(stack))
      add("to_cause", cause(one));
    for (const Json& row : rows(stack, "from_cause"))
      add("from_cause", cause(row.at("cause")));
    if (stack.contains("from_cause") && stack.at("from_cause").contains("otherwise") &&
        stack.at("from_cause").at("otherwise") == code_.at("code"))
      add("from_cause", words_("stack.otherwise"));
    if (!stack.contains("fork")) continue;
    const Json& order = stack.at("fork").at("order");
    for (const std::string& member : {std::to_string(code_.at("code").get<int>()), text(code_, "class")}) {
      const auto group = std::ranges::find_if(
          order, [&](const Json& one) { return std::ranges::count(one, Json(member)) > 0; });
      if (group == order.end()) continue;
      add("fork", words_("stack.rank_of", {{"rank", std::to_string(group - order.begin() + 1)},
                                           {"ranks", std::to_string(order.size())}}));
      break;
    }
  }
  return lines;
}

Lines ExpectedPage::flow() const {
  Lines lines;
  for (const Json& step : list("/flow")) {
    const auto who = [&](const char* key) { return words_("participant." + text(step, key)); };
    if (step.contains("event")) {
      lines.push_back(
          words_("flow.happens", {{"at", who("at")}, {"event", words_("event." + text(step, "event"))}}));
      continue;
    }
    std::string message;
    for (const char* key : {"request", "signal"}) {
      if (step.contains(key)) message = text(step, key);
    }
    if (step.contains("response")) {
      const int code = step.at("response");
      message = std::to_string(code) + ' ' + text(entry(facts_.at("codes"), code), "phrase");
    }
    if (step.contains("exchange")) message = words_("exchange." + text(step, "exchange"));
    if (step.contains("with")) {
      std::string parts;
      for (const Json& one : step.at("with"))
        parts += (parts.empty() ? "" : words_.separator()) + one.get<std::string>();
      message = words_("flow.with", {{"message", message}, {"parts", parts}});
    }
    lines.push_back(words_("flow.message", {{"from", who("from")}, {"to", who("to")}, {"message", message}}));
  }
  return lines;
}

std::set<std::string> ExpectedPage::sources() const {
  std::set<std::string> found;
  collect_sources(code_, found);
  return found;
}

Lines ExpectedPage::standing() const {
  Lines parts;
  if (code_.contains("registered_phrase")) parts.push_back(text(code_, "registered_phrase"));
  if (code_.contains("deprecated_by")) parts.push_back(words_.source(code_.at("deprecated_by")));
  for (const Json& former : list("/former_phrases")) {
    parts.push_back(text(former, "phrase"));
    parts.push_back(words_.source(former.at("source")));
  }
  return parts;
}

void ExpectedPage::collect_sources(const Json& json, std::set<std::string>& found) const {
  if (json.contains("series")) found.insert(words_.source(json) + '|' + text(json, "url"));
  for (const Json& inner : json) {
    if (inner.is_structured()) collect_sources(inner, found);
  }
}

Json ExpectedPage::list(const std::string& pointer) const {
  return code_.contains(Json::json_pointer(pointer)) ? code_.at(Json::json_pointer(pointer)) : Json::array();
}

std::vector<Json> ExpectedPage::rows(const Json& stack, const char* table) const {
  std::vector<Json> found;
  if (!stack.contains(table)) return found;
  for (const Json& row : stack.at(table).at("are")) {
    if (row.at("code") == code_.at("code")) found.push_back(row);
  }
  return found;
}

std::string ExpectedPage::cause(const Json& number) const {
  const std::string digits = std::to_string(number.get<int>());
  return words_("gateway.cause", {{"cause", digits}, {"meaning", words_("cause." + digits)}});
}

std::string ExpectedPage::limited(const std::string& cause, const Json& row, const char* key) const {
  return row.contains(key) ? words_("gateway." + text(row, key), {{"cause", cause}}) : cause;
}

std::string ExpectedPage::time(int ms) const {
  if (ms > 0 && ms % 60000 == 0) return words_("duration.min", {{"n", std::to_string(ms / 60000)}});
  if (ms % 1000 == 0) return words_("duration.s", {{"n", std::to_string(ms / 1000)}});
  return words_("duration.ms", {{"n", std::to_string(ms)}});
}

std::string ExpectedPage::duration(const Json& timer) const {
  const std::string from = time(timer.at("from_ms"));
  if (timer.contains("at_least")) return words_("duration.at_least", {{"time", from}});
  if (!timer.contains("to_ms")) return from;
  return words_("duration.range", {{"from", from}, {"to", time(timer.at("to_ms"))}});
}

}  // namespace site_data
