#include <map>

#include "language/phrases.h"
#include "page/data_files.h"
#include "page/data_json.h"
#include "page/labels.h"
#include "yaml/schema.h"

namespace versus {

namespace {

struct ClassTexts {
  std::string slug;
  std::string url;
  TextData name;
  TextData about;
};

struct CodeTexts {
  int code = 0;
  std::string url;
  std::optional<TextData> gloss;
  TextData topic;
  TextData means;
  TextData send_when;
  TextData description;
  TextData when_you_see_it;
  std::vector<TextData> how_to_fix;
};

struct Texts {
  std::string schema;
  std::string facts;  ///< Address of the file that these are the words for.
  std::string locale;
  std::string lang;
  std::vector<ClassTexts> classes;
  std::vector<CodeTexts> codes;
  std::map<std::string, TextData> words;
};

}  // namespace

template <>
struct Fields<ClassTexts> {
  static constexpr auto table =
      fields(required<&ClassTexts::slug>("slug", Length{1}), required<&ClassTexts::url>("url", Length{1}),
             required<&ClassTexts::name>("name"), required<&ClassTexts::about>("about"));
};

template <>
struct Fields<CodeTexts> {
  static constexpr auto table =
      fields(required<&CodeTexts::code>("code", Range{100, 999}), required<&CodeTexts::url>("url", Length{1}),
             optional<&CodeTexts::gloss>("gloss"), required<&CodeTexts::topic>("topic"),
             required<&CodeTexts::means>("means"), required<&CodeTexts::send_when>("send_when"),
             required<&CodeTexts::description>("description"),
             required<&CodeTexts::when_you_see_it>("when_you_see_it"),
             required<&CodeTexts::how_to_fix>("how_to_fix", Items{1}));
};

template <>
struct Fields<Texts> {
  static constexpr auto table =
      fields(required<&Texts::schema>("$schema", Length{1}), required<&Texts::facts>("facts", Length{1}),
             required<&Texts::locale>("locale", Length{1}), required<&Texts::lang>("lang", Length{1}),
             required<&Texts::classes>("classes"), required<&Texts::codes>("codes"),
             required<&Texts::words>("words"));
};

namespace {

/// The label as its file has it, but for the forms of placeholders.
TextData label_data(const Message& message) {
  TextData data;
  for (const Message::Piece& piece : message.pieces)
    data.text += piece.placeholder ? '{' + piece.text + '}' : without_breaks(piece.text);
  if (message.language != nullptr) data.lang = message.language->tag;
  return data;
}

CodeTexts code_texts(int code, std::string url, const CodeProse& prose) {
  CodeTexts texts{code,
                  std::move(url),
                  prose.gloss.plain.empty() ? std::nullopt : std::optional(text_data(prose.gloss)),
                  text_data(prose.topic),
                  text_data(prose.means),
                  text_data(prose.send_when),
                  text_data(prose.description),
                  text_data(prose.when_you_see_it),
                  {}};
  for (const ProseText& step : prose.how_to_fix)
    texts.how_to_fix.push_back(text_data(step));
  return texts;
}

}  // namespace

std::string texts_path(const Site& site, std::size_t locale) {
  return "data/" + site.registry.slug + "." + site.locales.list[locale].id + ".json";
}

void append_texts(const Site& site, const Plan& plan, std::size_t locale_index, std::string& out) {
  const Registry& registry = site.registry;
  const Locale& locale = site.locales.list[locale_index];
  const auto absolute = [&](const std::string& path) { return std::string(site.base.absolute(path).text()); };
  Texts texts{.schema = absolute(std::string(texts_schema_path)),
              .facts = absolute(facts_path(site)),
              .locale = locale.id,
              .lang = locale.tag,
              .classes = {},
              .codes = {},
              .words = {}};
  for (std::size_t i = 0; i < registry.protocol.classes.size(); ++i) {
    const std::string& slug = registry.protocol.classes[i].slug.value;
    texts.classes.push_back({slug, absolute(plan.address({PageKind::response_class, locale_index, i})),
                             text_data(compose(locale, "class." + slug + ".name")),
                             text_data(compose(locale, "class." + slug + ".about"))});
  }
  for (std::size_t i = 0; i < registry.codes.size(); ++i) {
    texts.codes.push_back(code_texts(registry.codes[i].code.value,
                                     absolute(plan.address({PageKind::code, locale_index, i})),
                                     site.prose[locale_index][i]));
  }
  for (const ProgramLabel& label : program_labels(site)) {
    if (const Message* message = locale.labels.find(label.key))
      texts.words.emplace(label.key, label_data(*message));
  }
  out += Encoder(registry)(texts).dump(1);
  out += '\n';
}

std::string texts_schema(const Site& site) {
  return json_schema(shape_of<Texts>(), "Response codes: texts in one language",
                     site.base.absolute(texts_schema_path).text());
}

}  // namespace versus
