#include "locale/translation.h"

#include <algorithm>
#include <charconv>

#include "source/hash.h"
#include "source/utf8.h"

namespace versus {

namespace {

constexpr std::size_t digits = 8;

/// True if something is left to translate beside placeholders and literal protocol text.
bool is_translatable(std::string_view text) {
  for (std::size_t i = 0; i < text.size();) {
    const char close = text[i] == '{' ? '}' : text[i] == '`' ? '`' : '\0';
    const std::size_t end = close == '\0' ? std::string_view::npos : text.find(close, i + 1);
    const utf8::Character character = utf8::first(text.substr(i)).value_or(utf8::Character());
    if (end != std::string_view::npos) {
      i = end + 1;
    } else if (utf8::is_letter(character.code_point)) {
      return true;
    } else {
      i += character.bytes;
    }
  }
  return false;
}

/// The lines of a key and its value, with the last line end.
Span lines_of(std::string_view file, const Entry& entry) {
  std::size_t begin = entry.key_span.begin;
  while (begin > 0 && file[begin - 1] != '\n')
    --begin;
  std::size_t end = entry.value.span.end;
  while (end < file.size() && file[end - 1] != '\n')
    ++end;
  return {entry.key_span.file, static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(end)};
}

}  // namespace

SourceHash source_hash(std::string_view text) {
  return {static_cast<std::uint32_t>(hash(text).high >> 32U)};
}

std::string to_text(SourceHash hash) {
  return to_hex({static_cast<std::uint64_t>(hash.value) << 32U, 0}).substr(0, digits);
}

std::optional<SourceHash> source_hash_from(std::string_view text) {
  SourceHash hash;
  std::from_chars(text.data(), text.data() + text.size(), hash.value, 16);
  return to_text(hash) == text ? std::optional(hash) : std::nullopt;
}

bool decode_scalar(std::string_view text, const Node& node, SourceHash& hash, DecodeContext& context) {
  if (const auto read = source_hash_from(text)) {
    hash = *read;
    return true;
  }
  context.diagnostics.add(DiagnosticKind::bad_format, node.span,
                          std::string("'").append(text).append("' is no hash of a text"),
                          "leave it to 'versus stamp', which writes eight hexadecimal digits");
  return false;
}

Translation judge(const TranslatedText& text, std::size_t locale, const Stamps& stamps,
                  Diagnostics& diagnostics) {
  Translation result{.locale = locale, .key = text.key, .at = text.at, .source = source_hash(text.source)};
  const auto stamp = stamps.find(text.key);
  const bool identical = text.text == text.source && is_translatable(text.text);
  const std::string review = "when it is right, run 'versus stamp' on this file";
  if (identical && !text.same) {
    result.state = TranslationState::identical;
    diagnostics.add(DiagnosticKind::identical_translation, text.at,
                    text.name + " has the words of the source text", text.same_hint,
                    {{text.source_at, "the source text"}});
  } else if (stamp == stamps.end()) {
    result.state = TranslationState::stale;
    diagnostics.add(DiagnosticKind::stale_translation, text.at,
                    text.name + " does not say which text it translates", review,
                    {{text.source_at, "the text as it is now"}});
  } else if (stamp->second.value != result.source) {
    result.state = TranslationState::stale;
    diagnostics.add(DiagnosticKind::stale_translation, text.at, text.name + " translates an earlier text",
                    review, {{text.source_at, "the text as it is now"}});
  }
  return result;
}

void check_stamps(const Stamps& stamps, const std::vector<std::string_view>& known,
                  Diagnostics& diagnostics) {
  for (const auto& [key, stamp] : stamps) {
    if (std::ranges::count(known, key) > 0) continue;
    diagnostics.add(DiagnosticKind::stale_translation, stamp.key,
                    "there is no text '" + key + "' to translate any more",
                    "run 'versus stamp' on this file, which takes it away");
  }
}

void refuse_stamps(const Stamps& stamps, Diagnostics& diagnostics) {
  for (const auto& [key, stamp] : stamps) {
    diagnostics.add(DiagnosticKind::unknown_key, stamp.key,
                    "a text of the source language translates no other", "leave it out");
  }
}

std::string with_stamps(std::string_view file, const Node& tree,
                        const std::map<std::string, SourceHash>& stamps) {
  std::string lines = std::string(stamps_key) + ":\n";
  for (const auto& [key, hash] : stamps)
    lines += "  " + key + ": \"" + to_text(hash) + "\"\n";
  if (const Entry* old = tree.find(stamps_key)) {
    const Span there = lines_of(file, *old);
    return std::string(file.substr(0, there.begin)).append(lines).append(file.substr(there.end));
  }
  std::string bytes(file);
  if (!bytes.empty() && bytes.back() != '\n') bytes += '\n';
  return bytes + lines;
}

}  // namespace versus
