#include "locale/terms.h"

#include <algorithm>
#include <set>

#include "locale/form.h"
#include "source/utf8.h"

namespace versus {

template <>
struct Fields<TermUse> {
  static constexpr auto table =
      fields(required<&TermUse::locale>("locale", Length{1}), required<&TermUse::use>("use", Length{1}),
             optional<&TermUse::instead>("not", Items{1}, Unique{}, Length{2}),
             optional<&TermUse::why>("why", Length{1}));
};

template <>
struct Fields<Term> {
  static constexpr auto table =
      fields(required<&Term::term>("term", Length{1}), required<&Term::uses>("uses", Items{1}));
};

template <>
struct Fields<Terms> {
  static constexpr auto table = fields(required<&Terms::terms>("terms"));
};

namespace {

constexpr std::size_t start_bytes = 3;  // At least so many has every banned term.

std::string folded(std::string_view text) {
  std::string result(text);
  for (char& c : result) {
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
  }
  return result;
}

std::uint32_t start_of(std::string_view text, std::size_t at) {
  std::uint32_t start = 0;
  for (std::size_t i = 0; i < start_bytes; ++i)
    start = start << 8U | static_cast<unsigned char>(text[at + i]);
  return start;
}

char32_t character_at(std::string_view text, std::size_t at) {
  return utf8::first(text.substr(at)).value_or(utf8::Character()).code_point;
}

/// The character before a place that is not the text's beginning.
char32_t character_before(std::string_view text, std::size_t at) {
  return character_at(utf8::last(text.substr(0, at)), 0);
}

/// True if the two stand in one word.
bool joined(char32_t a, char32_t b) {
  constexpr char32_t latin_end = 0x250;
  const auto latin = [](char32_t c) { return c < latin_end && utf8::is_letter(c); };
  const auto katakana = [](char32_t c) { return c >= 0x30A1 && c <= 0x30FE && c != 0x30FB; };
  return (latin(a) && latin(b)) || (katakana(a) && katakana(b));
}

/// The text with what is no prose blanked out, byte for byte.
std::string prose_of(std::string_view text) {
  std::string prose = mask_literals(folded(text));
  for (std::size_t open = prose.find('{'); open != std::string::npos; open = prose.find('{', open + 1)) {
    const std::size_t close = prose.find('}', open);
    if (close == std::string::npos) break;
    prose.replace(open, close - open, close - open, '{');
    open = close;
  }
  return prose;
}

}  // namespace

Shape terms_shape() {
  return shape_of<Terms>();
}

Terms load_terms(const Sources& sources, const std::vector<std::string_view>& locales,
                 Diagnostics& diagnostics) {
  Terms terms;
  const FileId* file = sources.find(terms_path);
  if (file == nullptr) return terms;
  const auto node = parse_yaml(sources, *file, diagnostics);
  DecodeContext context{sources, diagnostics};
  if (node) decode(*node, terms, context);
  for (const Term& term : terms.terms) {
    std::set<std::string_view> said;
    for (const TermUse& use : term.uses) {
      if (!said.insert(use.locale.value).second) {
        diagnostics.add(DiagnosticKind::duplicate_value, use.locale.span,
                        "'" + use.locale.value + "' has a word for this term already");
      }
      for (const Located<std::string>& word : use.instead) {
        if (word.value == use.use) {
          diagnostics.add(DiagnosticKind::duplicate_value, word.span,
                          "'" + word.value + "' is the word to use");
        }
        if (word.value.size() < 2 || word.value.size() >= start_bytes) continue;
        diagnostics.add(DiagnosticKind::out_of_range, word.span,
                        "'" + word.value + "' is too short to look for", "write a longer phrase");
      }
      if (use.locale.value.empty() || std::ranges::count(locales, use.locale.value) > 0) continue;
      diagnostics.add(DiagnosticKind::unknown_value, use.locale.span,
                      "there is no locales/" + use.locale.value + ".yaml",
                      did_you_mean(use.locale.value, locales));
    }
  }
  return terms;
}

TermLint::TermLint(const Terms& terms, std::string_view locale) {
  for (const Term& term : terms.terms) {
    for (const TermUse& use : term.uses) {
      if (use.locale.value != locale) continue;
      for (const Located<std::string>& word : use.instead) {
        if (word.value.size() < start_bytes || word.value == use.use)
          continue;  // Reported when it was loaded.
        folded_.push_back(folded(word.value));
        by_start_[start_of(folded_.back(), 0)].push_back(banned_.size());
        banned_.push_back({word.value, word.span, use.use, term.term.value});
      }
    }
  }
}

/// The longest banned term that stands at a place.
const BannedTerm* TermLint::find(std::string_view text, std::size_t at) const {
  const auto found = by_start_.find(start_of(text, at));
  if (found == by_start_.end()) return nullptr;
  const BannedTerm* longest = nullptr;
  for (const std::size_t i : found->second) {
    const std::string& word = folded_[i];
    const std::size_t end = at + word.size();
    if (text.compare(at, word.size(), word) != 0) continue;
    if (at > 0 && joined(character_before(text, at), character_at(word, 0))) continue;
    if (end < text.size() && joined(character_before(word, word.size()), character_at(text, end))) continue;
    if (longest == nullptr || banned_[i].word.size() > longest->word.size()) longest = &banned_[i];
  }
  return longest;
}

void TermLint::check(std::string_view text,
                     const std::function<Span(std::size_t begin, std::size_t end)>& part,
                     Diagnostics& diagnostics) const {
  if (banned_.empty()) return;
  const std::string prose = prose_of(text);
  for (std::size_t at = 0; at + start_bytes <= prose.size(); ++at) {
    const BannedTerm* term = find(prose, at);
    if (term == nullptr) continue;
    diagnostics.add(DiagnosticKind::banned_term, part(at, at + term->word.size()),
                    "'" + term->word + "' is not the word for '" + term->term + "' here",
                    "write '" + term->use + "'", {{term->at, "the terms say so"}});
    at += term->word.size() - 1;
  }
}

}  // namespace versus
