#pragma once

#include <array>
#include <string>
#include <string_view>
#include <vector>

#include <nlohmann/json.hpp>

#include "template/value.h"

/// A view with a field of every type that templates know, for tests and fuzzing of the template engine.
namespace kitchen_sink {

struct Item {
  std::string_view name;
  int number = 0;
  bool current = false;
  versus::Url url;
  std::vector<std::string> tags;
  versus::NounPhrase topic;
};

struct Sink {
  std::string_view text;
  std::string owned;
  std::string_view empty;
  int number = 0;
  bool yes = true;
  bool no = false;
  versus::Html html;
  const versus::Html* shared = nullptr;
  const versus::Html* nothing = nullptr;
  versus::Url url;
  versus::Json json;
  versus::Sentences lead;
  versus::Clause means;
  versus::NounPhrase topic;
  versus::ProseText note;
  Item item;
  const Item* pointed = nullptr;
  std::vector<Item> items;
  std::vector<Item> none;
  std::vector<std::vector<int>> grid;
};

}  // namespace kitchen_sink

template <>
struct versus::Describe<kitchen_sink::Item> {
  using Item = kitchen_sink::Item;
  static constexpr auto fields =
      std::array{field<&Item::name>("name"), field<&Item::number>("number"), field<&Item::current>("current"),
                 field<&Item::url>("url"),   field<&Item::tags>("tags"),     field<&Item::topic>("topic")};
};

template <>
struct versus::Describe<kitchen_sink::Sink> {
  using Sink = kitchen_sink::Sink;
  static constexpr auto fields = std::array{
      field<&Sink::text>("text"),     field<&Sink::owned>("owned"),     field<&Sink::empty>("empty"),
      field<&Sink::number>("number"), field<&Sink::yes>("yes"),         field<&Sink::no>("no"),
      field<&Sink::html>("html"),     field<&Sink::shared>("shared"),   field<&Sink::nothing>("nothing"),
      field<&Sink::url>("url"),       field<&Sink::json>("json"),       field<&Sink::lead>("lead"),
      field<&Sink::means>("means"),   field<&Sink::topic>("topic"),     field<&Sink::note>("note"),
      field<&Sink::item>("item"),     field<&Sink::pointed>("pointed"), field<&Sink::items>("items"),
      field<&Sink::none>("none"),     field<&Sink::grid>("grid")};
};

namespace kitchen_sink {

/// Owner of the prose and markup that a sink borrows. Every text of the sink is made from one string.
class Pantry {
 public:
  explicit Pantry(std::string text, std::string_view address = "/sip/486/")
      : text_(std::move(text)), markup_{"<b>bold</b> &amp; plain"} {
    std::string escaped;
    versus::escape_html(text_, escaped);
    prose_ = {.plain = text_, .html = "<em>" + escaped + "</em>"};
    foreign_ = {.plain = text_, .html = escaped, .language = &language_};
    pointed_ = item(7);
    const versus::Url url = versus::Url::from(address).value_or(versus::Url());
    sink_ = {.text = text_,
             .owned = text_,
             .empty = {},
             .number = -486,
             .html = markup_,
             .shared = &markup_,
             .url = url,
             .json = versus::Json::from(nlohmann::json{{"name", text_}}.dump(
                 -1, ' ', false, nlohmann::json::error_handler_t::replace)),
             .lead = {&prose_},
             .means = {&prose_},
             .topic = {&foreign_},
             .note = foreign_,
             .item = item(0),
             .pointed = &pointed_,
             .items = {item(1), item(2), item(3)},
             .none = {},
             .grid = {{1, 2}, {}, {3}}};
  }
  Pantry(const Pantry&) = delete;
  Pantry& operator=(const Pantry&) = delete;

  const Sink& sink() const { return sink_; }
  Sink& sink() { return sink_; }
  const std::string& text() const { return text_; }

 private:
  Item item(int number) const {
    return {.name = text_,
            .number = number,
            .current = number == 2,
            .url = versus::Url::from("https://example.org/?a=1&b=2").value_or(versus::Url()),
            .tags = {text_, "tag"},
            .topic = {&prose_}};
  }

  std::string text_;
  versus::Html markup_;
  versus::Language language_{"pt-BR", "ltr"};
  versus::ProseText prose_;
  versus::ProseText foreign_;
  Item pointed_;
  Sink sink_;
};

}  // namespace kitchen_sink
