#include "template/html_context.h"

#include "template/names.h"

namespace versus {

std::string_view HtmlContext::feed(char c) {
  switch (state_) {
    case State::text:
      if (c == '<') state_ = State::tag_open;
      return {};
    case State::tag_open:
    case State::end_tag_open:
    case State::declaration_open:
    case State::doctype:
    case State::bogus:
      return feed_open(c);
    case State::comment_start:
    case State::comment_start_dash:
    case State::comment:
    case State::comment_dash:
    case State::comment_end:
    case State::comment_end_bang:
      return feed_comment(c);
    case State::quoted:
      if (c != quote_) return feed_value(c);
      end_attribute();
      state_ = State::between_attributes;
      return {};
    case State::raw:
    case State::raw_less_than:
    case State::raw_end_tag:
      return feed_raw(c);
    case State::plaintext:
      return {};
    default:
      return feed_tag(c);
  }
}

std::string_view HtmlContext::feed_open(char c) {
  switch (state_) {
    case State::tag_open:
      if (is_letter(c)) {
        tag_ = to_lower(c);
        state_ = State::tag_name;
      } else if (c == '/') {
        state_ = State::end_tag_open;
      } else if (c == '!') {
        word_.clear();
        state_ = State::declaration_open;
      } else if (c == '?') {
        state_ = State::bogus;
        return "'<?' means nothing in HTML";
      } else {
        state_ = State::text;  // A lone '<' is text.
        return feed(c);
      }
      return {};
    case State::end_tag_open:
      if (is_letter(c)) {
        tag_ = to_lower(c);
        end_tag_ = true;
        state_ = State::tag_name;
        return {};
      }
      state_ = c == '>' ? State::text : State::bogus;
      return "an end tag without a name";
    case State::declaration_open:
      word_ += to_lower(c);
      if (word_ == "--") {
        state_ = State::comment_start;
      } else if (word_ == "doctype") {
        state_ = State::doctype;
      } else if (!std::string_view("--").starts_with(word_) &&
                 !std::string_view("doctype").starts_with(word_)) {
        state_ = c == '>' ? State::text : State::bogus;
        word_.clear();
        return "'<!' begins neither a comment nor a doctype";
      } else {
        return {};
      }
      word_.clear();
      return {};
    default:  // doctype, bogus
      if (c == '>') state_ = State::text;
      return {};
  }
}

std::string_view HtmlContext::feed_comment(char c) {
  const auto otherwise = [&](State dash, State end) {
    state_ = c == '-' ? dash : c == '>' ? end : State::comment;
  };
  switch (state_) {
    case State::comment_start:
    case State::comment_start_dash:
      otherwise(state_ == State::comment_start ? State::comment_start_dash : State::comment_end, State::text);
      if (c == '>') return "a comment that ends where it begins";
      break;
    case State::comment:
      otherwise(State::comment_dash, State::comment);
      break;
    case State::comment_dash:
      otherwise(State::comment_end, State::comment);
      break;
    case State::comment_end:
      otherwise(State::comment_end, State::text);
      if (c == '!') state_ = State::comment_end_bang;
      break;
    default:  // comment_end_bang
      otherwise(State::comment_dash, State::text);
      break;
  }
  return {};
}

std::string_view HtmlContext::feed_raw(char c) {
  const bool content = state_ != State::raw || !is_space(c);
  if (state_ == State::raw_less_than) {
    state_ = State::raw;
    if (c == '/') {
      word_.clear();
      state_ = State::raw_end_tag;
      return {};
    }
    // Behind '<!--' and '<script' a script ends elsewhere than it seems.
    if (c == '!' && tag_ == "script") return "'<!' in a script";
  } else if (state_ == State::raw_end_tag) {
    if (is_letter(c)) {
      word_ += to_lower(c);
      return {};
    }
    const bool end = word_ == tag_ && (is_space(c) || c == '/' || c == '>');
    word_.clear();
    if (end) {
      end_tag_ = true;
      state_ = State::tag_name;
      return feed_tag(c);
    }
    state_ = State::raw;
  }
  if (c == '<') {
    state_ = State::raw_less_than;
    return {};
  }
  if (!content) return {};
  if (script_ == Script::json_open) script_ = Script::json_literal;
  if (script_ == Script::json_whole) {
    script_ = Script::json_literal;
    return "text beside a JSON value, which must be the whole content of its script";
  }
  return {};
}

void HtmlContext::take_value() {
  const HtmlPlace at = place();
  if (at == HtmlPlace::address) {
    address_ = Address::whole;
    value_.clear();
  }
  if (at == HtmlPlace::json) script_ = Script::json_whole;
  if (state_ == State::before_value) state_ = State::unquoted;
}

HtmlPlace HtmlContext::place() const {
  switch (state_) {
    case State::text:
      return HtmlPlace::text;
    case State::raw:
      if (content_model(tag_) == ContentModel::text) return HtmlPlace::rcdata;
      return script_ == Script::json_open ? HtmlPlace::json : HtmlPlace::refused;
    case State::quoted:
      if (kind_ == AttributeKind::plain) return HtmlPlace::attribute;
      if (kind_ == AttributeKind::refused) return HtmlPlace::refused;
      if (address_ == Address::part) return HtmlPlace::address_part;
      if (address_ == Address::whole) return HtmlPlace::refused;
      return value_.find_first_not_of(" \t\n\r\f") == std::string::npos ? HtmlPlace::address
                                                                        : HtmlPlace::refused;
    default:
      return HtmlPlace::refused;
  }
}

std::string HtmlContext::describe() const {
  switch (state_) {
    case State::text:
      return foreign_.empty() ? "element text" : foreign_.back() == 's' ? "an svg element" : "a math element";
    case State::tag_open:
    case State::end_tag_open:
    case State::tag_name:
      return "a tag name";
    case State::declaration_open:
    case State::bogus:
      return "a markup declaration";
    case State::doctype:
      return "the doctype";
    case State::comment_start:
    case State::comment_start_dash:
    case State::comment:
    case State::comment_dash:
    case State::comment_end:
    case State::comment_end_bang:
      return "a comment";
    case State::before_attribute:
    case State::self_closing:
      return "the tag <" + tag_ + ">, before an attribute";
    case State::between_attributes:
      return "the tag <" + tag_ + ">, right behind a name or value";
    case State::attribute_name:
    case State::after_attribute_name:
      return "an attribute name";
    case State::before_value:
    case State::unquoted:
      return "an unquoted attribute";
    case State::quoted:
      if (kind_ != AttributeKind::address || place() != HtmlPlace::refused) break;
      if (address_ == Address::whole) return "the attribute '" + attribute_ + "' behind a whole address";
      return "the attribute '" + attribute_ + "', whose text so far settles neither scheme nor path";
    case State::raw_less_than:
    case State::raw_end_tag:
    case State::raw:
    case State::plaintext:
      return "the content of <" + tag_ + ">";
  }
  return "the attribute '" + attribute_ + "'";
}

}  // namespace versus
