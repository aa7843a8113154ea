#include "locale/locale.h"

#include <algorithm>
#include <set>

namespace versus {

namespace {

/// `labels:` of a label file: a tree of mappings whose leaves are texts. A label's key joins the keys on the
/// way to it with dots.
struct LabelTree {
  std::map<std::string, Located<std::string>> labels;
};

bool collect(const Node& node, const std::string& prefix, LabelTree& tree, DecodeContext& context) {
  bool good = true;
  for (const Entry& entry : node.entries) {
    const std::string key = prefix.empty() ? entry.key : prefix + "." + entry.key;
    if (entry.value.kind == Node::Kind::mapping) {
      good = collect(entry.value, key, tree, context) && good;
      continue;
    }
    Located<std::string> label;
    good = decode(entry.value, label, context, Rules{.range = {}, .length = {1}, .items = {}}) && good;
    label.key = entry.key_span;
    tree.labels.emplace(key, std::move(label));
  }
  return good;
}

bool decode(const Node& node, LabelTree& tree, DecodeContext& context, const Rules& rules) {
  if (!decode_detail::is_mapping(node, rules, context)) return false;
  return collect(node, {}, tree, context);
}

/// A BCP 47 tag: subtags of one to eight letters and digits, joined by hyphens (RFC 5646 section 2.1).
struct LanguageTag {
  std::string text;
};

bool is_language_tag(std::string_view text) {
  std::size_t length = 0;
  for (const char c : text) {
    const bool alphanumeric = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
    if (c == '-' ? length == 0 : !alphanumeric || length == 8) return false;
    length = c == '-' ? 0 : length + 1;
  }
  return length > 0;
}

bool decode_scalar(std::string_view text, const Node& node, LanguageTag& tag, DecodeContext& context) {
  tag.text = text;
  if (is_language_tag(text)) return true;
  context.diagnostics.add(DiagnosticKind::bad_format, node.span, "'" + tag.text + "' is not a language tag",
                          "write a BCP 47 tag, as in 'en' or 'pt-BR'");
  return false;
}

struct LocaleHead {
  LanguageTag tag;
  std::vector<LanguageTag> hreflang;
  std::string name;
  Direction direction = Direction::ltr;
};

struct LocaleFile {
  LocaleHead locale;
  Typography typography;
  LabelTree labels;
};

}  // namespace

template <>
struct EnumNames<Direction> {
  static constexpr std::array names = {std::pair{"ltr", Direction::ltr}, std::pair{"rtl", Direction::rtl}};
};

template <>
struct Fields<Typography> {
  static constexpr auto table =
      fields(required<&Typography::capital>("capital"),
             required<&Typography::sentence_end>("sentence_end", Items{1}, Length{1}),
             required<&Typography::openers>("openers", Length{1}),
             required<&Typography::list_separator>("list_separator", Length{1}));
};

template <>
struct Fields<LocaleHead> {
  static constexpr auto table = fields(
      required<&LocaleHead::tag>("tag"), required<&LocaleHead::hreflang>("hreflang", Items{1}),
      required<&LocaleHead::name>("name", Length{1, 60}), required<&LocaleHead::direction>("direction"));
};

template <>
struct Fields<LocaleFile> {
  static constexpr auto table =
      fields(required<&LocaleFile::locale>("locale"), required<&LocaleFile::typography>("typography"),
             required<&LocaleFile::labels>("labels"));
};

namespace {

std::optional<Locale> load_locale(const Sources& sources, FileId file, Diagnostics& diagnostics) {
  const auto node = parse_yaml(sources, file, diagnostics);
  if (!node) return std::nullopt;
  LocaleFile read;
  DecodeContext context{sources, diagnostics};
  if (!decode(*node, read, context)) return std::nullopt;

  Locale locale;
  const std::string& path = sources[file].path();
  locale.id = path.substr(path.rfind('/') + 1);
  locale.id.resize(locale.id.size() - std::string_view(".yaml").size());
  if (!is_language_tag(locale.id)) {
    diagnostics.add(DiagnosticKind::unexpected_file, {file, 0, 0},
                    "'" + locale.id + "' cannot begin an address",
                    "name a label file after its language, as in 'pt.yaml' or 'pt-PT.yaml'");
    return std::nullopt;
  }
  locale.tag = read.locale.tag.text;
  for (LanguageTag& tag : read.locale.hreflang)
    locale.hreflang.push_back(std::move(tag.text));
  locale.name = std::move(read.locale.name);
  locale.language = {locale.tag, std::string(enum_name(read.locale.direction))};
  locale.typography = std::move(read.typography);
  for (const auto& [key, text] : read.labels.labels) {
    locale.labels.messages.emplace(key, parse_message(text.value, text.span, diagnostics));
    locale.label_keys.emplace(key, text.key);
  }
  return locale;
}

/// Placeholders of a label with their forms: `{means:clause}` and `{means}` are different ones.
std::map<std::string_view, const Message::Piece*> placeholders(const Message& message) {
  std::map<std::string_view, const Message::Piece*> result;
  for (const Message::Piece& piece : message.pieces) {
    if (piece.placeholder) result.emplace(piece.text, &piece);
  }
  return result;
}

void check_placeholders(const std::string& key, const Message& source, const Message& translated,
                        Diagnostics& diagnostics) {
  const auto wanted = placeholders(source);
  const auto found = placeholders(translated);
  std::vector<std::string_view> names;
  for (const auto& [name, piece] : wanted)
    names.push_back(name);
  for (const auto& [name, piece] : found) {
    const auto match = wanted.find(name);
    if (match == wanted.end()) {
      diagnostics.add(
          DiagnosticKind::extra_placeholder, piece->span,
          "label '" + key + "' has no placeholder '" + std::string(name) + "' in the source language",
          did_you_mean(name, names), {{source.span, "the label it translates"}});
    } else if (match->second->form != piece->form) {
      diagnostics.add(
          DiagnosticKind::wrong_form, piece->span,
          "placeholder '" + std::string(name) + "' of label '" + key + "' takes another form of text", {},
          {{match->second->span, "the source language asks for this form"}});
    }
  }
  for (const auto& [name, piece] : wanted) {
    if (found.contains(name)) continue;
    diagnostics.add(DiagnosticKind::missing_placeholder, translated.span,
                    "label '" + key + "' leaves out the placeholder '" + std::string(name) + "'", {},
                    {{piece->span, "it stands in the label it translates"}});
  }
}

/// Compares the labels of a locale with those of the source and fills in what it lacks.
void complete(Locale& locale, const Locale& source, Diagnostics& diagnostics) {
  std::vector<std::string_view> known;
  for (const auto& [key, message] : source.labels.messages)
    known.push_back(key);
  for (const auto& [key, message] : locale.labels.messages) {
    if (const Message* original = source.labels.find(key)) {
      check_placeholders(key, *original, message, diagnostics);
    } else {
      diagnostics.add(DiagnosticKind::unknown_label, locale.label_keys.at(key),
                      "label '" + key + "' does not exist in the source language", did_you_mean(key, known));
    }
  }
  for (const auto& [key, message] : source.labels.messages) {
    if (locale.labels.find(key) != nullptr) continue;
    diagnostics.add(DiagnosticKind::missing_label, message.span,
                    "label '" + key + "' is not translated in locales/" + locale.id + ".yaml");
    Message& copy = locale.labels.messages.emplace(key, message).first->second;
    copy.language = &source.language;
    ++locale.untranslated_labels;
  }
}

}  // namespace

std::optional<Locales> load_locales(const Sources& sources, const std::string& source_id,
                                    Diagnostics& diagnostics) {
  Locales locales;
  for (const FileId file : sources.under("locales/")) {
    if (!sources[file].path().ends_with(".yaml")) continue;
    auto locale = load_locale(sources, file, diagnostics);
    if (!locale) continue;
    const bool is_source = locale->id == source_id;
    locales.list.insert(is_source ? locales.list.begin() : locales.list.end(), std::move(*locale));
  }
  if (locales.list.empty() || locales.list.front().id != source_id) return std::nullopt;
  for (Locale& locale : locales.list) {
    if (&locale != &locales.list.front()) complete(locale, locales.source(), diagnostics);
  }
  return locales;
}

}  // namespace versus
