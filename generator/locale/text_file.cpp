#include "locale/text_file.h"

#include <algorithm>

namespace versus {

void TextLoader::check(std::optional<RawProse>& raw, Form form, const Locale& locale) {
  if (raw && raw->node.missing()) raw.reset();
  if (raw) check_form(*raw, form, locale.typography, context_);
}

void TextLoader::report_missing_file(const std::string& path, const Span& place, std::size_t locale) {
  if (context_.sources.find(path) != nullptr) return;  // It is there, and cannot be read.
  context_.diagnostics.add(locale == 0 ? DiagnosticKind::missing_file : DiagnosticKind::missing_translation,
                           place, "there is no " + path,
                           "the texts in " + locales_.list[locale].id + " belong there");
}

void TextLoader::report_missing_key(std::string_view key, const TextFile& file, std::size_t locale) {
  const auto wrong = [&](const std::string& other) { return other == key || resembles(other, key); };
  if (std::ranges::any_of(file.keys, wrong)) return;  // Reported already.
  const std::string name(key);
  context_.diagnostics.add(locale == 0 ? DiagnosticKind::required_key : DiagnosticKind::missing_translation,
                           file.head,
                           locale == 0 ? "'" + name + "' is missing" : "'" + name + "' is not translated",
                           "add a line '" + name + ": …'");
}

ProseText TextLoader::render(const RawProse& raw, bool translated) {
  if (translated) return render_markup(raw, context_);
  Diagnostics reported_before;  // The source locale's own turn has shown its mistakes.
  DecodeContext quiet{context_.sources, reported_before};
  ProseText text = render_markup(raw, quiet);
  text.language = &locales_.source().language;
  return text;
}

std::optional<Node> TextLoader::parse(const std::string& path) {
  const FileId* file = context_.sources.find(path);
  if (file == nullptr) return std::nullopt;
  return parse_yaml(context_.sources, *file, context_.diagnostics);
}

}  // namespace versus
