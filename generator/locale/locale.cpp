#include "locale/locale.h"

#include <algorithm>
#include <set>

#include "registry/language_tag.h"

namespace versus {

namespace {

/// `labels:` of a label file: a tree of mappings whose leaves are texts. A label's key joins the keys on the
/// way to it with dots.
struct LabelTree {
  std::map<std::string, Located<std::string>> labels;
};

constexpr Rules label_rules = {.range = {}, .length = {1}, .items = {}};

Shape shape(OfType<LabelTree>, const Rules& rules) {
  return shape_detail::around(Shape::Kind::tree, rules, shape(OfType<std::string>{}, label_rules));
}

bool collect(const Node& node, const std::string& prefix, LabelTree& tree, DecodeContext& context) {
  bool good = true;
  for (const Entry& entry : node.entries) {
    const std::string key = prefix.empty() ? entry.key : prefix + "." + entry.key;
    if (entry.value.kind == Node::Kind::mapping) {
      good = collect(entry.value, key, tree, context) && good;
      continue;
    }
    Located<std::string> label;
    DecodeContext inner{context.sources, context.diagnostics, key, false};
    good = decode(entry.value, label, inner, label_rules) && good;
    // Without the quotes, so that a placeholder can be pointed at.
    label.span = scalar_part(context.sources, entry.value, 0, label.value.size());
    label.key = entry.key_span;
    tree.labels.emplace(key, std::move(label));
  }
  return good;
}

bool decode(const Node& node, LabelTree& tree, DecodeContext& context, const Rules& rules) {
  if (!decode_detail::is_mapping(node, rules, context)) return false;
  return collect(node, {}, tree, context);
}

struct LocaleHead {
  LanguageTag tag;
  std::vector<Located<LanguageTag>> hreflang;
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
      required<&LocaleHead::tag>("tag"), required<&LocaleHead::hreflang>("hreflang", Items{1}, Unique{}),
      required<&LocaleHead::name>("name", Length{1, 60}), required<&LocaleHead::direction>("direction"));
};

template <>
struct Fields<LocaleFile> {
  static constexpr auto table =
      fields(required<&LocaleFile::locale>("locale"), required<&LocaleFile::typography>("typography"),
             required<&LocaleFile::labels>("labels"));
};

namespace {

/// Labels as messages. One with a mistake has no pieces: it is there, but nothing can be said of it.
void add_labels(const LabelTree& tree, Locale& locale, Diagnostics& diagnostics) {
  for (const auto& [key, text] : tree.labels) {
    const std::size_t known = diagnostics.list().size();
    Message message = parse_message(text.value, text.span, diagnostics);
    if (diagnostics.list().size() > known) {
      message.pieces.clear();
      locale.sound = false;
    }
    locale.labels.messages.emplace(key, std::move(message));
    locale.label_keys.emplace(key, text.key);
  }
}

/// Reads a label file as far as that is possible.
Locale load_locale(const Sources& sources, FileId file, std::string id, Diagnostics& diagnostics) {
  Locale locale;
  locale.id = locale.tag = std::move(id);
  locale.language = {locale.tag, "ltr"};
  locale.labels_at = {file, 0, 0};
  const auto node = parse_yaml(sources, file, diagnostics);
  LocaleFile read;
  DecodeContext context{sources, diagnostics};
  locale.sound = node && decode(*node, read, context);
  if (!node) return locale;
  if (!read.locale.tag.text.empty()) locale.tag = read.locale.tag.text;
  for (Located<LanguageTag>& tag : read.locale.hreflang)
    locale.hreflang.push_back({std::move(tag.value.text), tag.span, tag.key});
  locale.name = std::move(read.locale.name);
  locale.language = {locale.tag, std::string(enum_name(read.locale.direction))};
  locale.typography = std::move(read.typography);
  if (const Entry* labels = node->find("labels")) locale.labels_at = labels->key_span;
  add_labels(read.labels, locale, diagnostics);
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

std::string spell(const Message::Piece& piece) {
  const char* form = piece.form == Form::clause ? ":clause" : piece.form == Form::noun ? ":noun" : "";
  return "'{" + piece.text + form + "}'";
}

/// Compares the placeholders of a label with those of the source locale's, both ways; true if they agree.
bool check_placeholders(const std::string& key, const Message& source, const Message& translated,
                        Diagnostics& diagnostics) {
  if (source.pieces.empty() || translated.pieces.empty()) return true;  // Reported already.
  const auto wanted = placeholders(source);
  const auto found = placeholders(translated);
  bool good = true;
  std::vector<std::string_view> left_out;
  for (const auto& [name, piece] : wanted) {
    if (!found.contains(name)) left_out.push_back(name);
  }
  for (const auto& [name, piece] : found) {
    const auto match = wanted.find(name);
    if (match == wanted.end()) {
      good = false;
      diagnostics.add(
          DiagnosticKind::extra_placeholder, piece->span,
          "label '" + key + "' has no placeholder '" + std::string(name) + "' in the source language",
          did_you_mean(name, left_out), {{source.span, "the label it translates"}});
      std::erase_if(left_out, [&](std::string_view other) { return resembles(name, other); });
    } else if (match->second->form != piece->form) {
      good = false;
      const std::string there = spell(*match->second);
      diagnostics.add(DiagnosticKind::wrong_form, piece->span,
                      spell(*piece) + " is " + there + " in the source language",
                      "write " + there + " and a sentence around it that takes this form",
                      {{match->second->span, "the label it translates"}});
    }
  }
  for (const std::string_view name : left_out) {
    good = false;
    diagnostics.add(DiagnosticKind::missing_placeholder, translated.span,
                    "label '" + key + "' leaves out the placeholder '" + std::string(name) + "'",
                    "write " + spell(*wanted.at(name)) + " where it belongs",
                    {{wanted.at(name)->span, "it stands in the label it translates"}});
  }
  return good;
}

/// Compares the labels of a locale with those of the source and fills in what it lacks.
void complete(Locale& locale, const Locale& source, Diagnostics& diagnostics) {
  if (!locale.has_labels() || !source.has_labels()) {
    locale.sound = false;
    return;
  }
  std::vector<std::string_view> lacking;
  for (const auto& [key, message] : source.labels.messages) {
    if (locale.labels.find(key) == nullptr) lacking.push_back(key);
  }
  std::set<std::string_view> misspelt;
  for (const auto& [key, message] : locale.labels.messages) {
    if (const Message* original = source.labels.find(key)) {
      if (!check_placeholders(key, *original, message, diagnostics)) locale.sound = false;
      continue;
    }
    diagnostics.add(DiagnosticKind::unknown_label, locale.label_keys.at(key),
                    "label '" + key + "' does not exist in the source language", did_you_mean(key, lacking));
    for (const std::string_view meant : lacking) {
      if (resembles(key, meant)) misspelt.insert(meant);
    }
  }
  for (const std::string_view lack : lacking) {
    const std::string key(lack);
    const Message& message = *source.labels.find(key);
    if (!misspelt.contains(lack)) {
      diagnostics.add(DiagnosticKind::missing_label, message.span,
                      "label '" + key + "' is not translated in locales/" + locale.id + ".yaml");
    }
    if (message.pieces.empty()) locale.sound = false;
    Message& copy = locale.labels.messages.emplace(key, message).first->second;
    copy.language = &source.language;
    ++locale.untranslated_labels;
  }
}

/// Search engines can be offered one page per tag.
void check_hreflang(const Locales& locales, Diagnostics& diagnostics) {
  std::map<std::string_view, Span> seen;
  for (const Locale& locale : locales.list) {
    for (const Located<std::string>& tag : locale.hreflang) {
      const auto [first, added] = seen.emplace(tag.value, tag.span);
      if (added || first->second.file == tag.span.file) continue;
      diagnostics.add(DiagnosticKind::duplicate_value, tag.span,
                      "'" + tag.value + "' is offered by another label file as well", {},
                      {{first->second, "there it is"}});
    }
  }
}

}  // namespace

Locales load_locales(const Sources& sources, const std::string& source_id, Diagnostics& diagnostics) {
  Locales locales;
  for (const FileId file : sources.under("locales/")) {
    std::string id = sources[file].path().substr(std::string_view("locales/").size());
    if (!id.ends_with(".yaml")) continue;
    id.resize(id.size() - std::string_view(".yaml").size());
    if (!is_language_tag(id)) {
      diagnostics.add(DiagnosticKind::unexpected_file, {file, 0, 0}, "'" + id + "' cannot begin an address",
                      "name a label file after its language, as in 'pt.yaml' or 'pt-PT.yaml'");
      continue;
    }
    const auto at = id == source_id ? locales.list.begin() : locales.list.end();
    locales.list.insert(at, load_locale(sources, file, id, diagnostics));
  }
  if (locales.list.empty() || locales.list.front().id != source_id) {
    Locale& missing = *locales.list.emplace(locales.list.begin());
    missing.id = missing.tag = source_id;
    missing.sound = false;
  }
  check_hreflang(locales, diagnostics);
  for (Locale& locale : locales.list) {
    if (&locale != &locales.list.front()) complete(locale, locales.source(), diagnostics);
  }
  return locales;
}

Shape labels_shape() {
  return shape_of<LocaleFile>();
}

bool same_language(std::string_view a, std::string_view b) {
  return a.substr(0, a.find('-')) == b.substr(0, b.find('-'));
}

}  // namespace versus
