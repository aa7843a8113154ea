#include "template/html_names.h"

#include <algorithm>
#include <array>
#include <span>
#include <string>

#include "template/names.h"

namespace versus {

namespace {

using std::string_view_literals::operator""sv;

constexpr std::array raw_elements = {"iframe"sv, "noembed"sv, "noframes"sv, "style"sv, "xmp"sv};
constexpr std::array animations = {"animate"sv, "animatemotion"sv, "animatetransform"sv, "set"sv};
constexpr std::array addresses = {"action"sv,     "background"sv, "cite"sv, "codebase"sv, "data"sv,
                                  "formaction"sv, "href"sv,       "icon"sv, "longdesc"sv, "manifest"sv,
                                  "poster"sv,     "profile"sv,    "src"sv,  "usemap"sv,   "xlink:href"sv};
constexpr std::array refused = {"archive"sv, "classid"sv, "http-equiv"sv, "imagesrcset"sv,
                                "ping"sv,    "srcdoc"sv,  "srcset"sv,     "style"sv};

bool contains(std::span<const std::string_view> names, std::string_view name) {
  return std::ranges::find(names, name) != names.end();
}

}  // namespace

ContentModel content_model(std::string_view element) {
  if (element == "title" || element == "textarea") return ContentModel::text;
  if (element == "script") return ContentModel::script;
  if (element == "plaintext") return ContentModel::plaintext;
  return contains(raw_elements, element) ? ContentModel::raw : ContentModel::markup;
}

AttributeKind attribute_kind(std::string_view element, std::string_view attribute) {
  // SVG's animations can set any attribute of another element, an address among them.
  if (attribute.starts_with("on") || contains(refused, attribute) || contains(animations, element) ||
      (element == "script" && attribute == "type")) {
    return AttributeKind::refused;
  }
  return contains(addresses, attribute) ? AttributeKind::address : AttributeKind::plain;
}

bool settles_address(std::string_view prefix) {
  while (!prefix.empty() && is_space(prefix.front()))
    prefix.remove_prefix(1);
  // Character references and what browsers drop or read as a slash hide what the address begins with.
  const auto hides = [](char c) { return c == '&' || c == '\\' || static_cast<unsigned char>(c) < 0x20; };
  if (prefix.empty() || std::ranges::any_of(prefix, hides)) return false;

  if (prefix[0] == '#' || prefix[0] == '?') return true;
  // '/' alone is not enough: a value that happens to be empty and a literal '/' behind it make it a host.
  if (prefix[0] == '/') return prefix.size() > 1 && prefix[1] != '/';
  const std::size_t end = prefix.find_first_of(":/?#");
  if (end == std::string_view::npos) return false;
  if (prefix[end] != ':') return true;

  std::string scheme(prefix.substr(0, end));
  std::ranges::transform(scheme, scheme.begin(), to_lower);
  const std::string_view rest = prefix.substr(end + 1);
  if (scheme == "mailto") return true;
  if ((scheme != "http" && scheme != "https") || !rest.starts_with("//")) return false;
  const std::size_t path = rest.find_first_of("/?#", 2);
  return path != std::string_view::npos && path > 2;
}

}  // namespace versus
