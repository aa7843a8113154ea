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

/// What each locale has under a key, by index of the locale; a file is a struct with members `file` and
/// `stamps`.
template <typename File, typename Texts>
std::vector<OwnTexts> own_texts(const std::vector<std::optional<File>>& files, Texts File::*key) {
  std::vector<OwnTexts> own;
  for (const std::optional<File>& file : files)
    own.push_back(file ? OwnTexts{&file->file, &file->stamps, texts_of((*file).*key)} : OwnTexts());
  return own;
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

  /// Reports stamps of texts that a file cannot have, and all those of the source locale.
  void check_stamps(const Stamps& stamps, const std::vector<std::string_view>& known, std::size_t locale);

  /// Reports a file that is not there, at a place of what it is about; for the source locale an error.
  void report_missing_file(const std::string& path, const Span& place, std::size_t locale);

  /// What pages of a locale show for a key: its own texts, or those of the first of its fallbacks that has
  /// some, marked with their language. `own` holds by index of the locale what each has; `path` names the
  /// locale's file. Reports a translation that is missing or not current.
  std::vector<ProseText> texts(std::string_view key, const SourceText& source, std::span<const OwnTexts> own,
                               std::size_t locale, const std::string& path);

  /// Calls `use` with the index of each locale and what its pages show for a key of the files, which have
  /// these paths, unless that is nothing.
  template <typename File, typename Texts, typename Use>
  void for_each(std::string_view key, const std::vector<std::optional<File>>& files, Texts File::*member,
                std::span<const std::string> paths, const Use& use) {
    const std::vector<OwnTexts> own = own_texts(files, member);
    const SourceText source = source_text(own.front().texts);
    for (std::size_t i = 0; i < files.size(); ++i) {
      std::vector<ProseText> shown = texts(key, source, own, i, paths[i]);
      if (!shown.empty()) use(i, std::move(shown));
    }
  }

  /// The path of the file whose texts the pages of a locale show, but for single ones that it lacks: its own,
  /// or that of the first of its fallbacks that has one.
  template <typename File>
  const std::string& file_of(std::size_t locale, const std::vector<std::optional<File>>& files,
                             std::span<const std::string> paths) const {
    if (files[locale]) return paths[locale];
    for (const std::size_t other : locales_.list[locale].fallbacks)
      if (files[other]) return paths[other];
    return paths.front();
  }

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
