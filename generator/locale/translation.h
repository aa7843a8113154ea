#pragma once

#include <cstddef>
#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "yaml/decode.h"

namespace versus {

/// What a translation remembers of the text that it translates: the first 32 bits of its hash, in YAML as
/// eight hexadecimal digits.
struct SourceHash {
  std::uint32_t value = 0;

  friend bool operator==(const SourceHash&, const SourceHash&) = default;
};

SourceHash source_hash(std::string_view text);
std::string to_text(SourceHash hash);
std::optional<SourceHash> source_hash_from(std::string_view text);
bool decode_scalar(std::string_view text, const Node& node, SourceHash& hash, DecodeContext& context);

template <>
struct TextForm<SourceHash> {
  static constexpr std::string_view pattern = "^[0-9a-f]{8}$";
  static constexpr std::string_view description = "eight hexadecimal digits, as `versus stamp` writes them";
};

/// Key of the mapping in which a file keeps the hashes of what its texts translate.
inline constexpr std::string_view stamps_key = "source";

/// That mapping.
using Stamps = std::map<std::string, Located<SourceHash>, std::less<>>;

enum class TranslationState {
  current,
  missing,
  stale,      ///< The source text has changed since, or nobody said which one this translates.
  identical,  ///< The words are those of the source text, and nobody stamped them.
};

/// A text of the source locale, and what another locale has of it.
struct Translation {
  std::size_t locale = 0;  ///< Index of the other locale.
  TranslationState state = TranslationState::current;
  std::string key{};
  Span at{};           ///< The translation; where it is missing, the place in the file that lacks it.
  std::string path{};  ///< The file that is missing; empty if it is there.
  SourceHash source{};
};

/// A translation to be judged.
struct TranslatedText {
  std::string key;
  std::string name;  ///< What messages call it, such as "label 'site.home'".
  std::string_view text;
  Span at;
  std::string_view source;
  Span source_at;
};

/// Judges a translation that is there, and reports it if it is not current.
Translation judge(const TranslatedText& text, std::size_t locale, const Stamps& stamps,
                  Diagnostics& diagnostics);

/// Reports stamps for keys that are none of `known`.
void check_stamps(const Stamps& stamps, const std::vector<std::string_view>& known, Diagnostics& diagnostics);

/// Reports the stamps of a file of the source locale, which translates nothing.
void refuse_stamps(const Stamps& stamps, Diagnostics& diagnostics);

/// The bytes of a file with other stamps: those it has are replaced, or new ones added at its end. Nothing if
/// the file is written in a way in which that would change anything else of it.
std::optional<std::string> with_stamps(std::string_view file, const Node& tree,
                                       const std::map<std::string, SourceHash>& stamps);

}  // namespace versus
