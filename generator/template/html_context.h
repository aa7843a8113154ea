#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "template/html_names.h"

namespace versus {

/// What a value at some place of an HTML document would be.
enum class HtmlPlace : std::uint8_t {
  text,          ///< Text between elements; markup may stand here too.
  rcdata,        ///< Text of `title` and `textarea`, where markup has no meaning.
  attribute,     ///< Part of a quoted attribute.
  address,       ///< The beginning of an address attribute.
  address_part,  ///< Part of an address whose scheme and host are settled.
  json,          ///< The whole content of a `script` of type `application/ld+json`.
  refused,       ///< Anywhere else.
};

/// Follows the tokenizer of HTML (13.2.5) over the literal text of a template to know what a value would be
/// at the place reached. Where the standard tolerates a mistake this may refuse it.
class HtmlContext {
 public:
  /// Takes the next character of literal text. Says what is wrong with it, or nothing.
  std::string_view feed(char c);

  /// Takes a value that stands at the place reached, or would if it were not refused.
  void take_value();

  /// Ends the name of a tag or attribute that a block tag of the template cuts off.
  void settle();

  HtmlPlace place() const;

  /// True outside all tags, comments and elements of another syntax than plain HTML.
  bool plain() const { return state_ == State::text && foreign_.empty(); }

  /// True inside a heading, `h1` to `h6`.
  bool heading() const { return heading_; }

  /// The place in words, as in "the attribute 'href'".
  std::string describe() const;

  /// The context behind two branches that end in these, or nothing if they do not fit. Where they differ in
  /// what may follow, the result takes only what both take.
  static std::optional<HtmlContext> join(const HtmlContext& a, const HtmlContext& b);

  friend bool operator==(const HtmlContext&, const HtmlContext&) = default;

 private:
  enum class State : std::uint8_t {
    text,
    tag_open,
    end_tag_open,
    declaration_open,
    doctype,
    bogus,
    comment_start,
    comment_start_dash,
    comment,
    comment_dash,
    comment_end,
    comment_end_bang,
    tag_name,
    before_attribute,
    between_attributes,
    attribute_name,
    after_attribute_name,
    before_value,
    quoted,
    unquoted,
    self_closing,
    raw,
    raw_less_than,
    raw_end_tag,
    plaintext,
  };
  /// How far the value of an address attribute has got.
  enum class Address : std::uint8_t { open, part, whole };
  /// What a `script` element holds.
  enum class Script : std::uint8_t { code, json_open, json_literal, json_whole };

  std::string_view feed_open(char c);
  std::string_view feed_comment(char c);
  std::string_view feed_tag(char c);
  std::string_view feed_value(char c);
  std::string_view feed_raw(char c);
  std::string_view begin_attribute(char c);
  std::string_view end_attribute_name();
  void end_attribute();
  std::string_view close_tag(bool self_closing);

  State state_ = State::text;
  bool end_tag_ = false;
  bool heading_ = false;
  char quote_ = 0;
  AttributeKind kind_ = AttributeKind::plain;
  Address address_ = Address::open;
  Script script_ = Script::code;
  bool typed_ = false;       ///< The tag has its `type` already; a second one does not count.
  bool content_ = false;     ///< The tag has the attribute `content`.
  bool http_equiv_ = false;  ///< The tag has the attribute `http-equiv`.
  std::string tag_;          ///< Of the tag at hand, or of the raw element around.
  std::string attribute_;
  std::string value_;    ///< Of the attribute, as far as it decides anything.
  std::string word_;     ///< Characters behind `<!`, or behind `</` in a raw element.
  std::string foreign_;  ///< Open `svg` and `math` elements, by their first letters.
};

}  // namespace versus
