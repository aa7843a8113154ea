#pragma once

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "locale/form.h"
#include "locale/locale.h"
#include "locale/translation.h"

namespace versus {

/// What there is to know of a file of texts besides its texts.
struct TextFile {
  Span head;                      ///< Where a key that is missing belongs.
  std::vector<std::string> keys;  ///< All that the file has, known or not.
};

/// What a locale has of one text, or of one list of texts.
struct OwnTexts {
  const TextFile* file = nullptr;  ///< Null where the locale has no file.
  const Stamps* stamps = nullptr;
  std::span<const RawProse> texts;  ///< Empty where the file lacks the key.
};

/// A text of the source locale.
struct SourceText {
  std::string text;  ///< The items of a list, a line each.
  Span at;
};

SourceText source_text(std::span<const RawProse> texts);

inline std::span<const RawProse> texts_of(const std::optional<RawProse>& text) {
  return text ? std::span(&*text, 1) : std::span<const RawProse>();
}
inline std::span<const RawProse> texts_of(const std::optional<std::vector<RawProse>>& list) {
  return list ? std::span<const RawProse>(*list) : std::span<const RawProse>();
}

/// Loads files of texts, one for each locale, and lets the fallbacks of a locale stand in for what it lacks.
class TextLoader {
 public:
  TextLoader(const Locales& locales, std::vector<Translation>& translations, DecodeContext& context)
      : locales_(locales), translations_(translations), context_(context) {}

  /// Reads a file into a struct with a member `file`; nothing where there is none or it is not YAML.
  template <typename File>
  std::optional<File> read(const std::string& path) {
    const std::optional<Node> node = parse(path);
    if (!node) return std::nullopt;
    std::optional<File> texts(std::in_place);
    decode(*node, *texts, context_);
    texts->file.head = node->entries.empty() ? node->span : node->entries.front().key_span;
    for (const Entry& entry : node->entries)
      texts->file.keys.push_back(entry.key);
    return texts;
  }

  /// Drops what is no text and was reported; checks the form and the terms of what is.
  void check(std::optional<RawProse>& raw, Form form, const Locale& locale);
  void check(std::optional<std::vector<RawProse>>& list, Form form, const Locale& locale);

  /// Reports a file that is not there, at a place of what it is about; for the source locale an error.
  void report_missing_file(const std::string& path, const Span& place, std::size_t locale);

  /// What pages of a locale show for a key: its own texts, or those of the first of its fallbacks that has
  /// some, marked with their language. `own` holds by index of the locale what each has; `path` names the
  /// locale's file. Reports a translation that is missing or not current.
  std::vector<ProseText> texts(std::string_view key, const SourceText& source, std::span<const OwnTexts> own,
                               std::size_t locale, const std::string& path);

 private:
  std::optional<Node> parse(const std::string& path);
  void check_words(const RawProse& raw, Form form, const Locale& locale);
  void report_missing_key(std::string_view key, const TextFile& file, std::size_t locale);
  void account(std::string_view key, const SourceText& source, const OwnTexts& own, std::size_t locale,
               const std::string& path);
  ProseText render(const RawProse& raw, std::size_t owner, std::size_t locale);

  const Locales& locales_;
  std::vector<Translation>& translations_;
  DecodeContext& context_;
};

}  // namespace versus
