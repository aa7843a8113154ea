#include "site/text_rules.h"

#include <algorithm>
#include <array>
#include <initializer_list>
#include <set>
#include <sstream>
#include <vector>

#include "site/ascii.h"
#include "source/utf8.h"

namespace real_site {

namespace {

using Words = std::set<std::string_view>;

std::vector<std::string> words_of(std::string_view text) {
  std::istringstream stream{std::string(text)};
  std::vector<std::string> words;
  for (std::string word; stream >> word;)
    words.push_back(std::move(word));
  return words;
}

bool is_latin_letter(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

bool is_latin_word(std::string_view word) {
  return std::ranges::all_of(word,
                             [](char c) { return is_latin_letter(c) || c == '-' || c == '\'' || c == ','; });
}

std::string first_of(std::string_view text, std::initializer_list<std::string_view> marks) {
  for (const std::string_view mark : marks) {
    if (text.find(mark) != std::string_view::npos) return std::string(mark);
  }
  return {};
}

/// A word without the punctuation around it.
std::string_view bare(std::string_view word) {
  constexpr std::string_view marks = "\"'(.,:;?!)";
  const std::size_t begin = std::min(word.find_first_not_of(marks), word.size());
  return word.substr(begin, word.find_last_not_of(marks) + 1 - begin);
}

/// True for `The`, not for a name, `INVITE` or `Request-URI`.
bool is_ordinary_capital(std::string_view word) {
  static const Words names = {"Asterisk"};
  if (word.empty() || names.contains(word)) return false;
  const auto initial = versus::utf8::first(word);
  if (!initial || !versus::utf8::is_upper(initial->code_point)) return false;
  for (std::size_t at = initial->bytes; at < word.size();) {
    const auto next = versus::utf8::first(word.substr(at));
    if (!next || !versus::utf8::is_lower(next->code_point)) return false;
    at += next->bytes;
  }
  return true;
}

/// A word behind words that open a clause with which no clause can begin.
std::string behind_opener(std::string_view text, std::initializer_list<std::string_view> openers,
                          const Words& openers_too) {
  std::string before = " ";
  for (const std::string& word : words_of(text)) {
    const std::string_view next = bare(word);
    if (openers_too.contains(lower(next)) || is_ordinary_capital(next)) {
      for (const std::string_view opener : openers) {
        if (before.ends_with(opener)) return std::string(opener.substr(1)) + word;
      }
    }
    before.append(lower(word)).append(1, ' ');
  }
  return {};
}

constexpr unsigned bit(Shape shape) {
  return 1U << static_cast<unsigned>(shape);
}
constexpr unsigned whole_sentences = bit(Shape::sentence) | bit(Shape::sentences);
constexpr unsigned inside_sentence = bit(Shape::clause);
constexpr unsigned everywhere = whole_sentences | inside_sentence | bit(Shape::words);

struct Rule {
  std::string_view name;
  std::string_view tags;  ///< Languages that it holds for.
  unsigned shapes;
  std::string (*broken)(std::string_view text);
};

const Rule text_rules[] = {
    {"a sentence that begins in lower case", "en pt-BR", whole_sentences, lower_case_sentence},
    {"a stop inside", "en ja pt-BR", bit(Shape::sentence) | inside_sentence, early_stop},
    {"a stop at the end of a clause", "en ja pt-BR", inside_sentence, final_stop},
    {"no clause behind", "en", everywhere ^ bit(Shape::words), english_opener},
    {"no clause behind", "pt-BR", everywhere ^ bit(Shape::words), portuguese_opener},
    {"a clause that begins like a sentence", "en pt-BR", inside_sentence, capitalized},
    {"a polite form inside a sentence", "ja", everywhere, polite_clause},
    {"wrong punctuation", "en ja pt-BR", everywhere, latin_punctuation},
    {"wrong punctuation", "ja", everywhere, japanese_punctuation},
    {"a Latin comma", "ja", everywhere, latin_comma},
};

/// A passage that may hold unmarked words of another language is not held to these.
const Rule language_rules[] = {
    {"English", "ja", everywhere, english_run},
    {"English", "pt-BR", everywhere, english_word},
    {"Japanese", "en pt-BR", everywhere, wide_character},
};

void add(std::string_view name, const std::string& broken, std::vector<std::string>& found) {
  if (!broken.empty()) found.push_back(std::string(name) + " '" + broken + '\'');
}

void apply(const Rule& rule, const Passage& passage, std::vector<std::string>& found) {
  if (rule.tags.find(passage.tag) == std::string_view::npos || (rule.shapes & bit(passage.shape)) == 0)
    return;
  add(rule.name, rule.broken(passage.text), found);
}

}  // namespace

std::string doubled_word(std::string_view text) {
  std::string last;
  for (const std::string& word : words_of(lower(text))) {
    if (is_latin_letter(word[0]) && word.substr(0, word.find_first_of(".,;:?!)")) == last) return word;
    last = word;
  }
  return {};
}

std::string lower_case_sentence(std::string_view text) {
  bool begins = true;
  for (const std::string& word : words_of(text)) {
    const auto first = versus::utf8::first(word);
    if (begins && first && versus::utf8::is_lower(first->code_point)) return word;
    begins = word.ends_with('.') || word.ends_with('?') || word.ends_with('!');
  }
  return {};
}

std::string early_stop(std::string_view text) {
  for (const std::string_view stop : {". ", "? ", "! ", "。", "？", "！"}) {
    const std::size_t at = text.find(stop);
    if (at != std::string_view::npos && at + stop.size() < text.size()) return std::string(stop);
  }
  return {};
}

std::string final_stop(std::string_view text) {
  for (const std::string_view stop : {".", "?", "!", "。", "？", "！"}) {
    if (text.ends_with(stop)) return std::string(stop);
  }
  return {};
}

std::string english_opener(std::string_view text) {
  return behind_opener(text, {" means that ", " when "}, {"that", "when", "if", "because"});
}

std::string portuguese_opener(std::string_view text) {
  return behind_opener(text, {" indica que ", " quando "}, {"que", "quando"});
}

std::string capitalized(std::string_view text) {
  const std::string_view word = bare(text.substr(0, text.find(' ')));
  return is_ordinary_capital(word) ? std::string(word) : std::string();
}

std::string polite_clause(std::string_view text) {
  for (const std::string_view frame : {"ことを示します", "場合は", "場合に", "を指すのは"}) {
    for (std::size_t at = text.find(frame); at != std::string_view::npos; at = text.find(frame, at + 1)) {
      const std::string_view before = text.substr(0, text.find_last_not_of(' ', at - 1) + 1);
      for (const std::string_view end : {"です", "ます", "でした", "ました", "ません", "ください", "。"}) {
        if (at > 0 && before.ends_with(end)) return std::string(end).append(frame);
      }
    }
  }
  return {};
}

std::string english_run(std::string_view text) {
  std::string run;
  std::size_t length = 0;
  for (const std::string& word : words_of(text)) {
    length = is_latin_word(word) ? length + 1 : 0;
    run = length == 0 ? std::string() : run.append(1, ' ').append(word);
    if (length == 6) return run;
  }
  return {};
}

std::string english_word(std::string_view text) {
  static const Words common = {"the", "and", "when", "that", "with", "from", "is", "are", "of", "to"};
  for (const std::string& word : words_of(text)) {
    if (word != "To" && common.contains(lower(word))) return word;  // `To` is a header field.
  }
  return {};
}

std::string wide_character(std::string_view text) {
  for (std::size_t at = 0; at < text.size();) {
    const auto next = versus::utf8::first(text.substr(at));
    if (!next || versus::utf8::cells(next->code_point) == 2) return std::string(text.substr(at));
    at += next->bytes;
  }
  return {};
}

std::string latin_comma(std::string_view text) {
  const auto is_wide = [&](std::size_t i) { return i < text.size() && (text[i] & 0x80) != 0; };
  for (std::size_t at = text.find(','); at != std::string_view::npos; at = text.find(',', at + 1)) {
    if (at > 0 && is_wide(at - 1) && is_wide(std::min(text.find_first_not_of(' ', at + 1), text.size())))
      return std::string(text.substr(at));
  }
  return {};
}

std::string latin_punctuation(std::string_view text) {
  return first_of(text, {"..", "?.", "!.", ".?", ".!", ",,", ".,", ",.", ";.", ";;", "::", " .", " ,", " ;",
                         "( ", " )", "()"});
}

std::string japanese_punctuation(std::string_view text) {
  return first_of(text, {"。。", "、、", "。、", "、。", "。.", ".。", " 。", " 、", "？。", "。？", "（ ",
                         " ）", "（）", "をを", "がが", "ですです", "ますです", "。です"});
}

std::vector<std::string> broken_rules(const Passage& passage) {
  std::vector<std::string> found;
  for (const Rule& rule : text_rules)
    apply(rule, passage, found);
  for (const Rule& rule : language_rules)
    apply(rule, passage, found);
  // A word and the same word as protocol text are read twice, so this looks at everything that is read.
  add("the same word twice", doubled_word(passage.whole), found);
  return found;
}

}  // namespace real_site
