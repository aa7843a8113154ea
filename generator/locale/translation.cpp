#include "locale/translation.h"

#include <algorithm>
#include <cctype>
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

/// A key as YAML has it; quoted if it is not plain.
std::string key_text(const std::string& key) {
  const bool plain = std::ranges::all_of(
      key, [](unsigned char c) { return std::isalnum(c) != 0 || c == '_' || c == '.' || c == '-'; });
  return plain ? key : std::string("\"").append(key).append("\"");
}

bool same_value(const Node& a, const Node& b) {
  return a.kind == b.kind && a.text == b.text && std::ranges::equal(a.items, b.items, same_value) &&
         std::ranges::equal(a.entries, b.entries, [](const Entry& x, const Entry& y) {
           return x.key == y.key && same_value(x.value, y.value);
         });
}

/// True if the file has these stamps, and all else that the tree has.
bool holds(const std::string& bytes, const Node& tree, const std::map<std::string, SourceHash>& stamps) {
  Sources sources;
  Diagnostics diagnostics;
  const auto made = parse_yaml(sources, sources.add("stamped", bytes), diagnostics);
  if (!made || !diagnostics.empty()) return false;
  const auto rest = [](const Node& node) {
    Node other = node;
    std::erase_if(other.entries, [](const Entry& entry) { return entry.key == stamps_key; });
    return other;
  };
  const Entry* own = made->find(stamps_key);
  return same_value(rest(*made), rest(tree)) && own != nullptr &&
         std::ranges::equal(own->value.entries, stamps, [](const Entry& entry, const auto& stamp) {
           return entry.key == stamp.first && entry.value.text == to_text(stamp.second);
         });
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
  const auto report = [&](TranslationState state, DiagnosticKind kind, const char* what, const char* hint) {
    result.state = state;
    diagnostics.add(kind, text.at, text.name + what, hint, {{text.source_at, "the text as it is now"}});
  };
  const char* review = "when it is right, run 'versus stamp' on this file";
  if (stamp != stamps.end() && stamp->second.value == result.source) return result;
  if (text.text == text.source && is_translatable(text.text)) {
    report(TranslationState::identical, DiagnosticKind::identical_translation,
           " has the words of the source text",
           "translate it, or if it should have them, run 'versus stamp' with --key");
  } else if (stamp == stamps.end()) {
    report(TranslationState::stale, DiagnosticKind::stale_translation,
           " does not say which text it translates", review);
  } else {
    report(TranslationState::stale, DiagnosticKind::stale_translation, " translates an earlier text", review);
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

std::optional<std::string> with_stamps(std::string_view file, const Node& tree,
                                       const std::map<std::string, SourceHash>& stamps) {
  const std::string_view line_end = file.find("\r\n") == std::string_view::npos ? "\n" : "\r\n";
  std::string lines = std::string(stamps_key).append(":").append(line_end);
  for (const auto& [key, hash] : stamps)
    lines.append("  ")
        .append(key_text(key))
        .append(": \"")
        .append(to_text(hash))
        .append("\"")
        .append(line_end);
  std::string bytes(file);
  if (const Entry* old = tree.find(stamps_key)) {
    const Span there = lines_of(file, *old);
    bytes.replace(there.begin, there.end - there.begin, lines);
  } else {
    if (!bytes.empty() && bytes.back() != '\n') bytes += line_end;
    bytes += lines;
  }
  return holds(bytes, tree, stamps) ? std::optional(bytes) : std::nullopt;
}

}  // namespace versus
