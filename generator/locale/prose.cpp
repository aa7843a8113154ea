#include "locale/prose.h"

#include <algorithm>
#include <array>
#include <optional>

#include "locale/form.h"
#include "source/parallel.h"

namespace versus {

namespace {

constexpr std::string_view gloss_key = "gloss";

/// `<locale>.yaml` of one code.
struct ProseFile {
  std::optional<RawProse> gloss;
  std::optional<RawProse> topic;
  std::optional<RawProse> means;
  std::optional<RawProse> send_when;
  std::optional<RawProse> description;
  std::optional<RawProse> when_you_see_it;
  std::optional<std::vector<RawProse>> how_to_fix;
  Span head;                      ///< Where a key that is missing belongs.
  std::vector<std::string> keys;  ///< All that the file has, known or not.
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

/// Reads one file; empty where there is none or it is not YAML.
std::optional<ProseFile> read_file(const std::string& path, DecodeContext& context) {
  const FileId* file = context.sources.find(path);
  if (file == nullptr) return std::nullopt;
  const auto node = parse_yaml(context.sources, *file, context.diagnostics);
  if (!node) return std::nullopt;
  std::optional<ProseFile> result(std::in_place);
  decode(*node, *result, context);
  result->head = node->entries.empty() ? node->span : node->entries.front().key_span;
  for (const Entry& entry : node->entries)
    result->keys.push_back(entry.key);
  // What is no text was reported; there is nothing else to say of it.
  const auto drop = [](std::optional<RawProse>& raw) {
    if (raw && raw->node.missing()) raw.reset();
  };
  drop(result->gloss);
  for (const TextKey& key : text_keys)
    drop((*result).*(key.raw));
  if (result->how_to_fix) {
    std::erase_if(*result->how_to_fix, [](const RawProse& step) { return step.node.missing(); });
  }
  return result;
}

void check_texts(const ProseFile& file, const Locale& locale, const Registry& registry,
                 DecodeContext& context) {
  for (const TextKey& key : text_keys) {
    if (const auto& raw = file.*(key.raw)) check_form(*raw, key.form, locale.typography, context);
  }
  for (const RawProse& step : file.how_to_fix.value_or(std::vector<RawProse>{})) {
    check_form(step, Form::sentences, locale.typography, context);
  }
  if (!file.gloss) return;
  check_form(*file.gloss, Form::noun, locale.typography, context);
  if (!registry.protocol.language.text.empty() && !needs_gloss(locale, registry)) {
    context.diagnostics.add(DiagnosticKind::unknown_key, file.gloss->node.span,
                            "a gloss in the language of the reason phrases themselves", "leave it out");
  }
}

/// The files of one code in all locales, by index of the locale, made into the texts that its pages show.
class CodeLoader {
 public:
  CodeLoader(const Registry& registry, const Locales& locales, const CodeFacts& code, DecodeContext& context)
      : registry_(registry), locales_(locales), code_(code), context_(context) {}

  void load(std::vector<LocaleProse>& prose, std::size_t index) {
    std::optional<ProseFile> source;
    for (std::size_t i = 0; i < locales_.list.size(); ++i) {
      const Locale& locale = locales_.list[i];
      const std::string path = path_of(locale);
      std::optional<ProseFile> file = read_file(path, context_);
      if (file) check_texts(*file, locale, registry_, context_);
      if (!file && code_.sound && context_.sources.find(path) == nullptr) {
        context_.diagnostics.add(i == 0 ? DiagnosticKind::missing_file : DiagnosticKind::missing_translation,
                                 code_.code.span, "there is no " + path,
                                 "the texts in " + locale.id + " belong there");
      }
      if (i == 0) source = file;
      if (source) fill(prose[i][index], file, *source, i);
    }
  }

 private:
  std::string path_of(const Locale& locale) const {
    return "content/" + registry_.slug + "/codes/" + std::to_string(code_.code.value) + "/" + locale.id +
           ".yaml";
  }

  /// Reports a key that `file` lacks; for the source locale that is an error.
  void report_missing(std::string_view key, const ProseFile& file, std::size_t locale) {
    const std::string name(key);
    const auto wrong = [&](const std::string& other) { return other == key || resembles(other, key); };
    if (std::ranges::any_of(file.keys, wrong)) return;  // Reported already.
    if (locale == 0) {
      context_.diagnostics.add(DiagnosticKind::required_key, file.head, "'" + name + "' is missing",
                               "add a line '" + name + ": …'");
    } else {
      context_.diagnostics.add(DiagnosticKind::missing_translation, file.head,
                               "'" + name + "' is not translated", "add a line '" + name + ": …'");
    }
  }

  ProseText render(const RawProse& raw, bool translated) {
    ProseText text;
    if (translated) {
      text = render_markup(raw, context_);
    } else {
      Diagnostics reported_before;  // The source locale's own turn has shown its mistakes.
      DecodeContext quiet{context_.sources, reported_before};
      text = render_markup(raw, quiet);
      text.language = &locales_.source().language;
    }
    return text;
  }

  void fill(CodeProse& prose, const std::optional<ProseFile>& file, const ProseFile& source,
            std::size_t locale) {
    for (const TextKey& key : text_keys) {
      const bool translated = file && ((*file).*(key.raw)).has_value();
      if (file && !translated) report_missing(key.key, *file, locale);
      if (!translated) prose.complete = false;
      if (const auto& raw = translated ? (*file).*(key.raw) : source.*(key.raw)) {
        prose.*(key.prose) = render(*raw, translated);
      }
    }
    const bool translated = file && file->how_to_fix;
    if (file && !translated) report_missing("how_to_fix", *file, locale);
    if (!translated) prose.complete = false;
    if (const auto& steps = translated ? file->how_to_fix : source.how_to_fix) {
      for (const RawProse& step : *steps)
        prose.how_to_fix.push_back(render(step, translated));
    }
    if (!needs_gloss(locales_.list[locale], registry_)) return;
    if (file && file->gloss) {
      prose.gloss = render_markup(*file->gloss, context_).plain;
    } else if (file) {
      report_missing(gloss_key, *file, locale);
    }
  }

  const Registry& registry_;
  const Locales& locales_;
  const CodeFacts& code_;
  DecodeContext& context_;
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
