#include "locale/prose.h"

#include <algorithm>
#include <array>
#include <optional>

#include "locale/text_file.h"
#include "source/parallel.h"

namespace versus {

namespace {

constexpr std::string_view gloss_key = "gloss";

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
};

}  // namespace

template <>
struct Fields<ProseFile> {
  static constexpr auto table =
      fields(optional<&ProseFile::gloss>(gloss_key), optional<&ProseFile::topic>("topic"),
             optional<&ProseFile::means>("means"), optional<&ProseFile::send_when>("send_when"),
             optional<&ProseFile::description>("description"),
             optional<&ProseFile::when_you_see_it>("when_you_see_it"),
             optional<&ProseFile::how_to_fix>("how_to_fix", Items{1, 6}));
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
  CodeLoader(const Registry& registry, const Locales& locales, const CodeFacts& code, DecodeContext& context)
      : registry_(registry), locales_(locales), code_(code), context_(context), loader_(locales, context) {}

  void load(std::vector<LocaleProse>& prose, std::size_t index) {
    std::optional<ProseFile> source;
    for (std::size_t i = 0; i < locales_.list.size(); ++i) {
      const Locale& locale = locales_.list[i];
      const std::string path = path_of(locale);
      std::optional<ProseFile> file = loader_.read<ProseFile>(path);
      if (file) check(*file, locale);
      if (!file && code_.sound) loader_.report_missing_file(path, code_.code.span, i);
      if (i == 0) source = file;
      if (source) fill(prose[i][index], file, *source, i);
    }
  }

 private:
  std::string path_of(const Locale& locale) const {
    return "content/" + registry_.slug + "/codes/" + std::to_string(code_.code.value) + "/" + locale.id +
           ".yaml";
  }

  void check(ProseFile& file, const Locale& locale) {
    for (const TextKey& key : text_keys)
      loader_.check(file.*(key.raw), key.form, locale);
    if (file.how_to_fix) {
      std::erase_if(*file.how_to_fix, [](const RawProse& step) { return step.node.missing(); });
      for (const RawProse& step : *file.how_to_fix)
        check_form(step, Form::sentences, locale.typography, context_);
    }
    loader_.check(file.gloss, Form::noun, locale);
    if (file.gloss && !registry_.protocol.language.text.empty() && !needs_gloss(locale, registry_)) {
      context_.diagnostics.add(DiagnosticKind::unknown_key, file.gloss->node.span,
                               "a gloss in the language of the reason phrases themselves", "leave it out");
    }
  }

  void fill(CodeProse& prose, const std::optional<ProseFile>& file, const ProseFile& source,
            std::size_t locale) {
    for (const TextKey& key : text_keys) {
      const bool translated = file && ((*file).*(key.raw)).has_value();
      if (file && !translated) loader_.report_missing_key(key.key, file->file, locale);
      if (!translated) prose.complete = false;
      if (const auto& raw = translated ? (*file).*(key.raw) : source.*(key.raw)) {
        prose.*(key.prose) = loader_.render(*raw, translated);
      }
    }
    const bool translated = file && file->how_to_fix;
    if (file && !translated) loader_.report_missing_key("how_to_fix", file->file, locale);
    if (!translated) prose.complete = false;
    if (const auto& steps = translated ? file->how_to_fix : source.how_to_fix) {
      for (const RawProse& step : *steps)
        prose.how_to_fix.push_back(loader_.render(step, translated));
    }
    if (!needs_gloss(locales_.list[locale], registry_)) return;
    if (file && file->gloss) {
      prose.gloss = render_markup(*file->gloss, context_).plain;
    } else if (file) {
      loader_.report_missing_key(gloss_key, file->file, locale);
    }
  }

  const Registry& registry_;
  const Locales& locales_;
  const CodeFacts& code_;
  DecodeContext& context_;
  TextLoader loader_;
};

}  // namespace

Shape text_shape() {
  return shape_of<ProseFile>();
}

Shape complete_text_shape(const Locale& locale, const Registry& registry) {
  Shape shape = text_shape();
  std::erase_if(shape.keys, [&](const Shape::Key& key) {
    return key.name == gloss_key && !needs_gloss(locale, registry);
  });
  for (Shape::Key& key : shape.keys)
    key.required = true;
  return shape;
}

std::vector<LocaleProse> load_prose(const Sources& sources, const Registry& registry, const Locales& locales,
                                    unsigned jobs, Diagnostics& diagnostics) {
  std::vector<LocaleProse> prose(locales.list.size(), LocaleProse(registry.codes.size()));
  std::vector<Diagnostics> found(registry.codes.size());
  parallel_for(registry.codes.size(), jobs, [&](std::size_t i) {
    DecodeContext context{sources, found[i]};
    CodeLoader(registry, locales, registry.codes[i], context).load(prose, i);
  });
  for (Diagnostics& one : found)
    diagnostics.append(std::move(one));
  return prose;
}

}  // namespace versus
