#include "locale/text_file.h"

#include <algorithm>

#include "language/phrases.h"

namespace versus {

SourceText source_text(std::span<const RawProse> texts) {
  SourceText source;
  for (const RawProse& raw : texts) {
    if (source.text.empty()) {
      source.at = raw.node.span;
    } else {
      source.text += '\n';
    }
    source.text += raw.text;
  }
  return source;
}

void TextLoader::check(std::optional<RawProse>& raw, Form form, const Locale& locale) {
  if (raw && raw->node.missing()) raw.reset();
  if (raw) check_words(*raw, form, locale);
}

void TextLoader::check(std::optional<std::vector<RawProse>>& list, Form form, const Locale& locale) {
  if (!list) return;
  std::erase_if(*list, [](const RawProse& item) { return item.node.missing(); });
  for (const RawProse& item : *list)
    check_words(item, form, locale);
}

void TextLoader::check_words(const RawProse& raw, Form form, const Locale& locale) {
  check_form(raw, form, locale.typography, context_);
  const auto part = [&](std::size_t begin, std::size_t end) {
    return scalar_part(context_.sources, raw.node, begin, end);
  };
  locale.terms.check(raw.text, part, context_.diagnostics);
}

void TextLoader::check_stamps(const Stamps& stamps, const std::vector<std::string_view>& known,
                              std::size_t locale) {
  if (locale == 0) {
    refuse_stamps(stamps, context_.diagnostics);
  } else {
    versus::check_stamps(stamps, known, context_.diagnostics);
  }
}

void TextLoader::report_missing_file(const std::string& path, const Span& place, std::size_t locale) {
  if (context_.sources.find(path) != nullptr) return;  // It is there, and cannot be read.
  context_.diagnostics.add(locale == 0 ? DiagnosticKind::missing_file : DiagnosticKind::missing_translation,
                           place, "there is no " + path,
                           "the texts in " + locales_.list[locale].id + " belong there");
}

std::vector<ProseText> TextLoader::texts(std::string_view key, const SourceText& source,
                                         std::span<const OwnTexts> own, std::size_t locale,
                                         const std::string& path) {
  if (own[locale].file != nullptr && own[locale].texts.empty())
    report_missing_key(key, *own[locale].file, locale);
  if (locale > 0 && !source.text.empty()) account(key, source, own[locale], locale, path);
  std::size_t owner = locale;
  const std::vector<std::size_t>& fallbacks = locales_.list[locale].fallbacks;
  for (std::size_t i = 0; own[owner].texts.empty() && i < fallbacks.size(); ++i)
    owner = fallbacks[i];
  std::vector<ProseText> texts;
  for (const RawProse& raw : own[owner].texts)
    texts.push_back(render(raw, owner, locale));
  return texts;
}

/// Reports a key that a file lacks, unless one that resembles it was; for the source locale an error.
void TextLoader::report_missing_key(std::string_view key, const TextFile& file, std::size_t locale) {
  const auto wrong = [&](const std::string& other) { return other == key || resembles(other, key); };
  if (std::ranges::any_of(file.keys, wrong)) return;  // Reported already.
  const std::string name(key);
  context_.diagnostics.add(locale == 0 ? DiagnosticKind::required_key : DiagnosticKind::missing_translation,
                           file.head,
                           locale == 0 ? "'" + name + "' is missing" : "'" + name + "' is not translated",
                           "add a line '" + name + ": …'");
}

void TextLoader::account(std::string_view key, const SourceText& source, const OwnTexts& own,
                         std::size_t locale, const std::string& path) {
  std::string name(key);
  if (own.texts.empty()) {
    Translation missing{locale, TranslationState::missing, std::move(name), {}, {}, source_hash(source.text)};
    if (own.file != nullptr) {
      missing.at = own.file->head;
    } else {
      missing.path = path;
    }
    translations_.push_back(std::move(missing));
    return;
  }
  const SourceText translation = source_text(own.texts);
  translations_.push_back(judge({.key = name,
                                 .name = "'" + name + "'",
                                 .text = translation.text,
                                 .at = translation.at,
                                 .source = source.text,
                                 .source_at = source.at},
                                locale, *own.stamps, context_.diagnostics));
}

ProseText TextLoader::render(const RawProse& raw, std::size_t owner, std::size_t locale) {
  Diagnostics reported_before;  // The owner's own turn has shown its mistakes.
  DecodeContext quiet{context_.sources, reported_before};
  ProseText text = render_markup(raw, owner == locale ? context_ : quiet);
  const Language& language = locales_.list[owner].language;
  join_particles(text.html, language.tag);
  if (owner != locale) text.language = &language;
  return text;
}

std::optional<Node> TextLoader::parse(const std::string& path) {
  const FileId* file = context_.sources.find(path);
  if (file == nullptr) return std::nullopt;
  return parse_yaml(context_.sources, *file, context_.diagnostics);
}

}  // namespace versus
