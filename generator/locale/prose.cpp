#include "locale/prose.h"

#include <algorithm>
#include <array>
#include <optional>

#include "language/phrases.h"
#include "language/tag.h"
#include "locale/text_file.h"
#include "source/parallel.h"
#include "template/escape.h"

namespace versus {

namespace {

constexpr std::string_view gloss_key = "gloss";
constexpr std::string_view how_to_fix_key = "how_to_fix";

/// `<locale>.yaml` of one code.
struct ProseFile {
  TextFile file;
  std::optional<RawProse> gloss;
  std::optional<RawProse> topic;
  std::optional<RawProse> means;
  std::optional<RawProse> send_when;
  std::optional<RawProse> description;
  std::optional<RawProse> when_you_see_it;
  std::optional<std::vector<RawProse>> how_to_fix;
  Stamps stamps;
};

}  // namespace

template <>
struct Fields<ProseFile> {
  static constexpr auto table =
      fields(optional<&ProseFile::gloss>(gloss_key), optional<&ProseFile::topic>("topic"),
             optional<&ProseFile::means>("means"), optional<&ProseFile::send_when>("send_when"),
             optional<&ProseFile::description>("description"),
             optional<&ProseFile::when_you_see_it>("when_you_see_it"),
             optional<&ProseFile::how_to_fix>(how_to_fix_key, Items{1, 6}),
             optional<&ProseFile::stamps>(stamps_key));
};

namespace {

/// A key of the file that holds one text, its form, and where it goes.
struct TextKey {
  std::string_view key;
  Form form;
  std::optional<RawProse> ProseFile::*raw;
  ProseText CodeProse::*prose;
};

constexpr std::array text_keys = {
    TextKey{"topic", Form::noun, &ProseFile::topic, &CodeProse::topic},
    TextKey{"means", Form::clause, &ProseFile::means, &CodeProse::means},
    TextKey{"send_when", Form::clause, &ProseFile::send_when, &CodeProse::send_when},
    TextKey{"description", Form::sentences, &ProseFile::description, &CodeProse::description},
    TextKey{"when_you_see_it", Form::sentences, &ProseFile::when_you_see_it, &CodeProse::when_you_see_it},
};

/// True if readers of the locale need the reason phrases explained: it is not the language they are written
/// in.
bool needs_gloss(const Locale& locale, const Registry& registry) {
  const std::string& language = registry.protocol.language.text;
  return !language.empty() && !same_language(locale.tag, language);
}

/// The files of one code in all locales, by index of the locale, made into the texts that its pages show.
class CodeLoader {
 public:
  CodeLoader(const Registry& registry, const Locales& locales, const CodeFacts& code,
             std::vector<Translation>& translations, DecodeContext& context)
      : registry_(registry),
        locales_(locales),
        code_(code),
        context_(context),
        loader_(locales, translations, context) {}

  void load(std::vector<LocaleProse>& prose, std::size_t index) {
    for (std::size_t i = 0; i < locales_.list.size(); ++i) {
      std::optional<ProseFile>& file =
          files_.emplace_back(loader_.read<ProseFile>(paths_.emplace_back(path_of(locales_.list[i]))));
      if (file) check(*file, i);
      if (!file && code_.sound) loader_.report_missing_file(paths_[i], code_.code.span, i);
    }
    if (!files_.front()) return;
    for (std::size_t i = 0; i < files_.size(); ++i)
      prose[i][index].file = loader_.file_of(i, files_, paths_);
    for (const TextKey& key : text_keys) {
      loader_.for_each(key.key, files_, key.raw, paths_, [&](std::size_t i, std::vector<ProseText> texts) {
        prose[i][index].*(key.prose) = std::move(texts.front());
      });
    }
    loader_.for_each(
        how_to_fix_key, files_, &ProseFile::how_to_fix, paths_,
        [&](std::size_t i, std::vector<ProseText> texts) { prose[i][index].how_to_fix = std::move(texts); });
    fill_glosses(prose, index);
  }

 private:
  std::string path_of(const Locale& locale) const {
    return "content/" + registry_.slug + "/codes/" + std::to_string(code_.code.value) + "/" + locale.id +
           ".yaml";
  }

  void check(ProseFile& file, std::size_t index) {
    const Locale& locale = locales_.list[index];
    std::vector<std::string_view> known = {how_to_fix_key};
    for (const TextKey& key : text_keys) {
      loader_.check(file.*(key.raw), key.form, locale);
      known.push_back(key.key);
    }
    loader_.check(file.how_to_fix, Form::sentences, locale);
    loader_.check(file.gloss, Form::noun, locale);
    if (needs_gloss(locale, registry_)) {
      known.push_back(gloss_key);
    } else if (file.gloss && !registry_.protocol.language.text.empty()) {
      context_.diagnostics.add(DiagnosticKind::unknown_key, file.gloss->node.span,
                               "a gloss in the language of the reason phrases themselves", "leave it out");
    }
    loader_.check_stamps(file.stamps, known, index);
  }

  /// A gloss translates the reason phrase itself.
  void fill_glosses(std::vector<LocaleProse>& prose, std::size_t index) {
    const std::vector<OwnTexts> found = own_texts(files_, &ProseFile::gloss);
    const SourceText source{code_.phrase.value, code_.phrase.span};
    for (std::size_t i = 0; i < files_.size(); ++i) {
      if (!needs_gloss(locales_.list[i], registry_)) continue;
      std::vector<ProseText> texts = loader_.texts(gloss_key, source, found, i, paths_[i]);
      if (texts.empty()) continue;
      ProseText& gloss = prose[i][index].gloss = std::move(texts.front());
      // It stands in headings.
      const std::string& language = gloss.language != nullptr ? gloss.language->tag : locales_.list[i].tag;
      const std::string marked = with_phrase_breaks(gloss.plain, language);
      gloss.plain = without_breaks(gloss.plain);
      gloss.html.clear();
      escape_label(marked, language, gloss.html);
    }
  }

  const Registry& registry_;
  const Locales& locales_;
  const CodeFacts& code_;
  DecodeContext& context_;
  TextLoader loader_;
  std::vector<std::string> paths_;  ///< By index of the locale.
  std::vector<std::optional<ProseFile>> files_;
};

}  // namespace

Shape text_shape() {
  return shape_of<ProseFile>();
}

Shape complete_text_shape(const Locale& locale, const Registry& registry) {
  Shape shape = text_shape();
  std::erase_if(shape.keys, [&](const Shape::Key& key) {
    return key.name == stamps_key || (key.name == gloss_key && !needs_gloss(locale, registry));
  });
  for (Shape::Key& key : shape.keys)
    key.required = true;
  return shape;
}

std::vector<LocaleProse> load_prose(const Sources& sources, const Registry& registry, const Locales& locales,
                                    unsigned jobs, std::vector<Translation>& translations,
                                    Diagnostics& diagnostics) {
  std::vector<LocaleProse> prose(locales.list.size(), LocaleProse(registry.codes.size()));
  std::vector<Diagnostics> found(registry.codes.size());
  std::vector<std::vector<Translation>> translated(registry.codes.size());
  parallel_for(registry.codes.size(), jobs, [&](std::size_t i) {
    DecodeContext context{sources, found[i]};
    CodeLoader(registry, locales, registry.codes[i], translated[i], context).load(prose, i);
  });
  for (Diagnostics& one : found)
    diagnostics.append(std::move(one));
  for (std::vector<Translation>& some : translated)
    std::ranges::move(some, std::back_inserter(translations));
  return prose;
}

}  // namespace versus
