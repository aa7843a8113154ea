#include "locale/locale.h"

#include <algorithm>

#include "locale/complete.h"
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
  std::optional<Located<std::string>> fallback;
  std::vector<Located<LanguageTag>> hreflang;
  std::string name;
  Direction direction = Direction::ltr;
};

struct LocaleFile {
  LocaleHead locale;
  Typography typography;
  LabelTree labels;
  Stamps stamps;
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
      required<&LocaleHead::name>("name", Length{1, 60}), required<&LocaleHead::direction>("direction"),
      optional<&LocaleHead::fallback>("fallback", Length{1, 35}));
};

template <>
struct Fields<LocaleFile> {
  static constexpr auto table =
      fields(required<&LocaleFile::locale>("locale"), required<&LocaleFile::typography>("typography"),
             required<&LocaleFile::labels>("labels"), optional<&LocaleFile::stamps>(stamps_key));
};

namespace {

/// Labels as messages. One with a mistake has no pieces: it is there, but nothing can be said of it.
void add_labels(LabelTree& tree, Locale& locale, Diagnostics& diagnostics) {
  for (auto& [key, text] : tree.labels) {
    const std::size_t known = diagnostics.list().size();
    Message message = parse_message(text.value, text.span, diagnostics);
    if (diagnostics.list().size() > known) {
      message.pieces.clear();
      locale.sound = false;
    }
    locale.labels.messages.emplace(key, std::move(message));
    locale.own_labels.emplace(key, std::move(text));
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
  locale.labels.language = locale.language;
  locale.typography = std::move(read.typography);
  locale.fallback = std::move(read.locale.fallback);
  locale.stamps = std::move(read.stamps);
  if (const Entry* labels = node->find("labels")) locale.labels_at = labels->key_span;
  add_labels(read.labels, locale, diagnostics);
  return locale;
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

/// Finds the locales whose texts stand in for what each locale lacks.
void resolve_fallbacks(Locales& locales, Diagnostics& diagnostics) {
  std::vector<std::string_view> ids;
  for (const Locale& locale : locales.list)
    ids.push_back(locale.id);
  if (const auto& own = locales.list.front().fallback) {
    diagnostics.add(DiagnosticKind::fallback_cycle, own->span, "the source language falls back to another",
                    "leave it out: all others fall back to the source language in the end");
  }
  for (std::size_t i = 1; i < locales.list.size(); ++i) {
    std::vector<std::size_t>& chain = locales.list[i].fallbacks;
    std::string way = locales.list[i].id;
    for (std::size_t at = i; at > 0 && locales.list[at].fallback;) {
      const Located<std::string>& next = *locales.list[at].fallback;
      const auto found = static_cast<std::size_t>(std::ranges::find(ids, next.value) - ids.begin());
      if (found == ids.size()) {
        if (at != i) break;  // Reported at its own turn.
        diagnostics.add(DiagnosticKind::unknown_value, next.span,
                        "there is no locales/" + next.value + ".yaml", did_you_mean(next.value, ids));
        break;
      }
      way += " → " + next.value;
      if (found == i && std::ranges::all_of(chain, [&](std::size_t other) { return other > i; })) {
        diagnostics.add(DiagnosticKind::fallback_cycle, next.span,
                        "'" + next.value + "' falls back to itself in the end", way);
      }
      if (found == i || std::ranges::count(chain, found) > 0) break;
      chain.push_back(found);
      at = found;
    }
    if (i > 0 && std::ranges::count(chain, std::size_t{0}) == 0) chain.push_back(0);
  }
}

/// Gives each locale the words that it must not use, and looks for them in its labels.
void check_label_terms(const Sources& sources, Locales& locales, Diagnostics& diagnostics) {
  std::vector<std::string_view> ids;
  for (const Locale& locale : locales.list)
    ids.push_back(locale.id);
  const Terms terms = load_terms(sources, ids, diagnostics);
  for (Locale& locale : locales.list) {
    locale.terms = TermLint(terms, locale.id);
    for (const auto& [key, label] : locale.own_labels) {
      const auto part = [&](std::size_t begin, std::size_t end) {
        return part_of(label.span, label.value.size(), begin, end);
      };
      locale.terms.check(label.value, part, diagnostics);
    }
  }
}

}  // namespace

Locales load_locales(const Sources& sources, const std::string& source_id,
                     std::vector<Translation>& translations, Diagnostics& diagnostics) {
  Locales locales;
  for (const FileId file : sources.under("locales/")) {
    std::string id = sources[file].path().substr(std::string_view("locales/").size());
    if (!id.ends_with(".yaml") || sources[file].path() == terms_path) continue;
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
  check_label_terms(sources, locales, diagnostics);
  resolve_fallbacks(locales, diagnostics);
  complete_labels(locales, translations, diagnostics);
  return locales;
}

Shape labels_shape() {
  return shape_of<LocaleFile>();
}

}  // namespace versus
