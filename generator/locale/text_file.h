#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "locale/form.h"
#include "locale/locale.h"

namespace versus {

/// What there is to know of a file of texts besides its texts.
struct TextFile {
  Span head;                      ///< Where a key that is missing belongs.
  std::vector<std::string> keys;  ///< All that the file has, known or not.
};

/// Loads files of texts, one for each locale, and lets the source locale stand in for what the others lack.
class TextLoader {
 public:
  TextLoader(const Locales& locales, DecodeContext& context) : locales_(locales), context_(context) {}

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

  /// Drops what is no text and was reported; checks the form of what is.
  void check(std::optional<RawProse>& raw, Form form, const Locale& locale);

  /// Reports a file that is not there, at a place of what it is about; for the source locale an error.
  void report_missing_file(const std::string& path, const Span& place, std::size_t locale);

  /// Reports a key that a file lacks, unless one that resembles it was; for the source locale an error.
  void report_missing_key(std::string_view key, const TextFile& file, std::size_t locale);

  /// The text of a page: the translation, or that of the source locale, marked with its language.
  ProseText render(const RawProse& raw, bool translated);

 private:
  std::optional<Node> parse(const std::string& path);

  const Locales& locales_;
  DecodeContext& context_;
};

}  // namespace versus
