#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <type_traits>
#include <vector>

namespace versus {

/// The language of a part of a page that differs from the page's own.
struct Language {
  std::string tag;        ///< BCP 47, for `lang`.
  std::string direction;  ///< `ltr` or `rtl`, for `dir`.
  bool names = false;     ///< What is in it are names that nobody translates, for `translate`.
};

/// Markup that is known to be safe and whole: made by `escape_html`, by the inline-markup parser or by a
/// template.
struct Html {
  std::string text;
};

/// An address that is safe in `href` and `src`; made by `Url::from` only.
class Url {
 public:
  Url() = default;
  /// Accepts relative references and http, https and mailto addresses; anything else gives nothing.
  static std::optional<Url> from(std::string_view text);
  std::string_view text() const { return text_; }

 private:
  std::string text_;
};

/// A JSON document that is safe inside `<script type="application/ld+json">`; made by `Json::from` only.
class Json {
 public:
  Json() = default;
  /// `document` is JSON text; what could end the script element or break a line in a script is escaped.
  static Json from(std::string_view document);
  std::string_view text() const { return text_; }

 private:
  std::string text_;
};

/// The grammatical form of a piece of prose: what it is made to be used as.
enum class Form : std::uint8_t { none, sentences, clause, noun };

/// Prose of one form. Views borrow it; the owner outlives all rendering.
struct ProseText {
  std::string plain;                   ///< For attributes and titles: no markup.
  std::string html;                    ///< Escaped, with inline markup.
  const Language* language = nullptr;  ///< Set when the text is shown in another language than its page's.
};

template <Form F>
struct Prose {
  const ProseText* text = nullptr;  ///< Never null when rendered.
};
/// A text of no particular form, such as a label, is a `ProseText` itself.
using Sentences = Prose<Form::sentences>;
using Clause = Prose<Form::clause>;
using NounPhrase = Prose<Form::noun>;

/// Escapes text for an HTML element or a quoted attribute and appends it.
void escape_html(std::string_view text, std::string& out);

/// True if the text is more than white space, digits and ASCII punctuation, which have no language to be
/// marked with.
bool has_words(std::string_view text);

// ---- Description of view structs ----

enum class ValueKind : std::uint8_t { text, integer, boolean, html, url, json, prose, list, object };

struct Field;

/// What the template compiler knows of a C++ type; one constant per type, made by `type_of`.
struct Type {
  ValueKind kind;
  Form form = Form::none;                        ///< For prose.
  std::span<const Field> (*fields)() = nullptr;  ///< For objects.
  const Type* (*element)() = nullptr;            ///< For lists.
  std::size_t (*size)(const void* list) = nullptr;
  const void* (*at)(const void* list, std::size_t index) = nullptr;
  std::string_view (*text)(const void* value) = nullptr;   ///< For text, html, url and json.
  const ProseText* (*prose)(const void* value) = nullptr;  ///< For prose.
};

/// One name that a template can use on an object. A member that points to a view reads as that view.
struct Field {
  std::string_view name;
  const Type* (*type)();
  const void* (*get)(const void* object);
};

/// Specialised beside each view struct with `static constexpr auto fields =
/// std::array{field<&View::name>("name"), …};`.
template <typename T>
struct Describe;

template <typename T>
const Type* type_of();

namespace value_detail {

template <auto Member>
struct MemberOf;
template <typename Object, typename Value, Value Object::*Member>
struct MemberOf<Member> {
  using object = Object;
  using value = Value;
  static const void* get(const void* from) { return &(static_cast<const Object*>(from)->*Member); }
};

template <typename T>
struct TypeOf {
  static constexpr Type type{.kind = ValueKind::object,
                             .fields = [] { return std::span<const Field>(Describe<T>::fields); }};
};
template <typename T>
struct TypeOf<std::vector<T>> {
  static constexpr Type type{
      .kind = ValueKind::list,
      .element = [] { return type_of<T>(); },
      .size = [](const void* list) { return static_cast<const std::vector<T>*>(list)->size(); },
      .at = [](const void* list, std::size_t i) -> const void* {
        return &(*static_cast<const std::vector<T>*>(list))[i];
      }};
};
template <>
struct TypeOf<std::string_view> {
  static constexpr Type type{.kind = ValueKind::text, .text = [](const void* value) -> std::string_view {
                               return *static_cast<const std::string_view*>(value);
                             }};
};
template <>
struct TypeOf<std::string> {
  static constexpr Type type{.kind = ValueKind::text, .text = [](const void* value) -> std::string_view {
                               return *static_cast<const std::string*>(value);
                             }};
};
template <>
struct TypeOf<int> {
  static constexpr Type type{.kind = ValueKind::integer};
};
template <>
struct TypeOf<bool> {
  static constexpr Type type{.kind = ValueKind::boolean};
};
template <>
struct TypeOf<Html> {
  static constexpr Type type{.kind = ValueKind::html, .text = [](const void* value) -> std::string_view {
                               return static_cast<const Html*>(value)->text;
                             }};
};
template <>
struct TypeOf<const Html*> {
  static constexpr Type type{.kind = ValueKind::html, .text = [](const void* value) -> std::string_view {
                               const Html* html = *static_cast<const Html* const*>(value);
                               return html == nullptr ? std::string_view() : html->text;
                             }};
};
template <>
struct TypeOf<Url> {
  static constexpr Type type{.kind = ValueKind::url, .text = [](const void* value) -> std::string_view {
                               return static_cast<const Url*>(value)->text();
                             }};
};
template <>
struct TypeOf<Json> {
  static constexpr Type type{.kind = ValueKind::json, .text = [](const void* value) -> std::string_view {
                               return static_cast<const Json*>(value)->text();
                             }};
};
template <Form F>
struct TypeOf<Prose<F>> {
  static constexpr Type type{.kind = ValueKind::prose, .form = F, .prose = [](const void* value) {
                               return static_cast<const Prose<F>*>(value)->text;
                             }};
};
template <>
struct TypeOf<ProseText> {
  static constexpr Type type{.kind = ValueKind::prose,
                             .prose = [](const void* value) { return static_cast<const ProseText*>(value); }};
};

}  // namespace value_detail

template <typename T>
const Type* type_of() {
  return &value_detail::TypeOf<T>::type;
}

template <auto Member>
constexpr Field field(std::string_view name) {
  using M = value_detail::MemberOf<Member>;
  using Value = typename M::value;
  if constexpr (std::is_pointer_v<Value> && !std::is_same_v<Value, const Html*>) {
    return {name, &type_of<std::remove_const_t<std::remove_pointer_t<Value>>>,
            [](const void* object) -> const void* { return *static_cast<const Value*>(M::get(object)); }};
  } else {
    return {name, &type_of<Value>, &M::get};
  }
}

}  // namespace versus
