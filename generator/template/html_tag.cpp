// The part of HtmlContext that reads the inside of tags.

#include "template/html_context.h"
#include "template/names.h"

namespace versus {

std::string_view HtmlContext::feed_tag(char c) {
  switch (state_) {
    case State::tag_name:
      if (is_space(c) || c == '/' || c == '>') {
        state_ = State::before_attribute;
        return feed_tag(c);
      }
      tag_ += to_lower(c);
      return {};
    case State::before_attribute:
    case State::after_attribute_name:
    case State::between_attributes:
      if (is_space(c)) {
        if (state_ == State::between_attributes) state_ = State::before_attribute;
        return {};
      }
      if (c == '=' && state_ == State::after_attribute_name) {
        state_ = State::before_value;
        return {};
      }
      if (state_ == State::after_attribute_name) end_attribute();
      if (c == '/') {
        state_ = State::self_closing;
        return {};
      }
      return c == '>' ? close_tag(false) : begin_attribute(c);
    case State::attribute_name:
      if (is_space(c) || c == '/' || c == '>' || c == '=') {
        state_ = State::after_attribute_name;
        const std::string_view problem = end_attribute_name();
        const std::string_view next = feed_tag(c);
        return problem.empty() ? next : problem;
      }
      attribute_ += to_lower(c);
      return {};
    case State::before_value:
      if (is_space(c)) return {};
      if (c == '"' || c == '\'') {
        quote_ = c;
        state_ = State::quoted;
        return {};
      }
      if (c == '>') {
        close_tag(false);
        return "an attribute without its value";
      }
      state_ = State::unquoted;
      return feed_value(c);
    case State::unquoted:
      if (!is_space(c) && c != '>') return feed_value(c);
      end_attribute();
      state_ = State::before_attribute;
      return feed_tag(c);
    default:  // self_closing
      if (c == '>') return close_tag(true);
      state_ = State::before_attribute;
      return feed_tag(c);
  }
}

std::string_view HtmlContext::begin_attribute(char c) {
  const bool apart = state_ != State::between_attributes;
  attribute_ = to_lower(c);
  value_.clear();
  state_ = State::attribute_name;
  if (c == '=' || c == '"' || c == '\'' || c == '<') return "no attribute begins with this character";
  return apart ? "" : "no white space before an attribute";
}

std::string_view HtmlContext::end_attribute_name() {
  kind_ = attribute_kind(tag_, attribute_);
  address_ = Address::open;
  if (tag_ != "meta") return {};
  // What `content` means follows from `http-equiv`; a refresh leads to an address.
  if (attribute_ == "http-equiv") {
    http_equiv_ = true;
    if (content_) return "'http-equiv' behind 'content'; write it first";
  }
  if (attribute_ == "content") {
    content_ = true;
    if (http_equiv_) kind_ = AttributeKind::refused;
  }
  return {};
}

void HtmlContext::end_attribute() {
  if (tag_ == "script" && attribute_ == "type" && !typed_) {
    typed_ = true;
    script_ = value_ == "application/ld+json" ? Script::json_open : Script::code;
  }
  attribute_.clear();
  value_.clear();
  quote_ = 0;
  kind_ = AttributeKind::plain;
  address_ = Address::open;
}

std::string_view HtmlContext::feed_value(char c) {
  if (tag_ == "script" && attribute_ == "type") value_ += to_lower(c);
  if (kind_ != AttributeKind::address || address_ == Address::part) return {};
  if (address_ == Address::whole) {
    address_ = Address::part;
    return c == '#' || c == '?' ? "" : "text behind a whole address; only '#' or '?' may follow one";
  }
  value_ += c;
  if (settles_address(value_)) {
    address_ = Address::part;
    value_.clear();
  }
  return {};
}

std::string_view HtmlContext::close_tag(bool self_closing) {
  const std::string tag = tag_;
  const Script script = script_;
  const bool end_tag = end_tag_;
  const std::string foreign = foreign_;
  const bool is_heading = tag.size() == 2 && tag[0] == 'h' && tag[1] >= '1' && tag[1] <= '6';
  const bool heading = is_heading ? !end_tag : heading_;
  *this = HtmlContext();
  foreign_ = foreign;
  heading_ = heading;

  const char root = tag == "svg" ? 's' : tag == "math" ? 'm' : '\0';
  if (end_tag) {
    if (root != 0 && foreign_.ends_with(root)) foreign_.pop_back();
    return {};
  }
  if (root != 0) {
    if (!self_closing) foreign_ += root;
    return {};
  }
  const ContentModel model = content_model(tag);
  if (!foreign_.empty()) {
    // Inside svg and math the tokenizer reads the content of every element as markup.
    return model == ContentModel::markup || tag == "title" ? "" : "an element of HTML inside svg or math";
  }
  if (model == ContentModel::markup) return {};
  tag_ = tag;
  state_ = model == ContentModel::plaintext ? State::plaintext : State::raw;
  if (model == ContentModel::script) script_ = script;
  return {};
}

void HtmlContext::settle() {
  if (state_ == State::tag_name) state_ = State::between_attributes;
  if (state_ == State::attribute_name) {
    end_attribute_name();
    end_attribute();
    state_ = State::between_attributes;
  }
  if (state_ == State::after_attribute_name) {
    end_attribute();
    state_ = State::before_attribute;
  }
}

std::optional<HtmlContext> HtmlContext::join(const HtmlContext& a, const HtmlContext& b) {
  if (a == b) return a;
  HtmlContext x = a;
  HtmlContext y = b;
  x.heading_ = y.heading_ = a.heading_ && b.heading_;
  const auto inside_tag = [](const HtmlContext& c) {
    return c.state_ == State::before_attribute || c.state_ == State::between_attributes;
  };
  if (inside_tag(a) && inside_tag(b)) {
    // Behind a branch that may have ended in an attribute, white space has to follow.
    x.state_ = y.state_ = State::between_attributes;
    if (x.script_ != y.script_ || x.typed_ != y.typed_) x.script_ = y.script_ = Script::code;
    x.typed_ = y.typed_ = a.typed_ || b.typed_;
    x.content_ = y.content_ = a.content_ || b.content_;
    x.http_equiv_ = y.http_equiv_ = a.http_equiv_ || b.http_equiv_;
  } else if (a.state_ == State::comment_start || b.state_ == State::comment_start) {
    // The beginning of a comment takes less than its middle, so what passes there passes in both.
    if (a.state_ == State::comment) x.state_ = State::comment_start;
    if (b.state_ == State::comment) y.state_ = State::comment_start;
  } else if (a.state_ == State::quoted && a.kind_ == AttributeKind::address) {
    x.address_ = y.address_ = Address::whole;
    x.value_.clear();
    y.value_.clear();
  }
  return x == y ? std::optional(x) : std::nullopt;
}

}  // namespace versus
