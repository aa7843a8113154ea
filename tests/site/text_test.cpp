// What has to hold for the visible text of every page of the real site.

#include <algorithm>
#include <set>
#include <sstream>
#include <string>
#include <string_view>
#include <vector>

#include "catch.h"
#include "site/real_site.h"
#include "source/utf8.h"

using namespace real_site;

namespace {

/// Stands for protocol text and for text in another language than the page's.
constexpr char literal = '\x01';

/// The text of one block, such as a paragraph.
struct Passage {
  const dom::Node* block;
  std::string text;
  bool sentences = false;  ///< Made of whole sentences.
};

bool is_block(const dom::Node& node) {
  static const std::set<std::string_view> names = {"p",  "li", "dt", "dd", "th",   "td",
                                                   "h1", "h2", "h3", "h4", "title"};
  return names.contains(node.name);
}

void collect(const dom::Node& node, std::string_view tag, std::string& text) {
  if (node.name == "code" || (node.attributes.contains("lang") && node["lang"] != tag)) {
    text += literal;
    return;
  }
  text += node.text;
  for (const dom::Node& child : node.children) {
    if (!is_block(child)) collect(child, tag, text);
  }
}

std::vector<Passage> passages(const Page& page) {
  const dom::Node& main = *dom::all(page.root, "main").at(0);
  std::set<const dom::Node*> prose;
  for (const dom::Node* paragraph : dom::all(main, "p"))
    prose.insert(paragraph);
  for (const dom::Node* steps : dom::all(main, "ol")) {
    for (const dom::Node* step : dom::all(*steps, "li"))
      prose.insert(step);
  }
  std::vector<Passage> result;
  for (const dom::Node* node : dom::all(page.root, "*")) {
    if (node->name == "meta" && (*node)["name"] == "description") {
      result.push_back({node, std::string((*node)["content"])});
    } else if (is_block(*node)) {
      std::string text;
      collect(*node, page.language->tag, text);
      result.push_back({node, dom::squeezed(text), prose.contains(node)});
    }
  }
  return result;
}

std::vector<std::string> words_of(std::string_view text) {
  std::istringstream stream{std::string(text)};
  std::vector<std::string> words;
  for (std::string word; stream >> word;)
    words.push_back(std::move(word));
  return words;
}

std::string lower(std::string_view text) {
  std::string result(text);
  std::ranges::transform(result, result.begin(),
                         [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c; });
  return result;
}

bool is_latin_letter(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

bool is_latin_word(std::string_view word) {
  return std::ranges::all_of(word,
                             [](char c) { return is_latin_letter(c) || c == '-' || c == '\'' || c == ','; });
}

// Each rule returns what is wrong, or nothing.

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
  static const std::set<std::string> common = {"the",  "and", "when", "that", "with",
                                               "from", "is",  "are",  "of",   "to"};
  for (const std::string& word : words_of(lower(text))) {
    if (common.contains(word)) return word;
  }
  return {};
}

/// A comma of Latin text between Japanese characters.
std::string latin_comma(std::string_view text) {
  const auto is_wide = [&](std::size_t i) { return i < text.size() && (text[i] & 0x80) != 0; };
  for (std::size_t at = text.find(','); at != std::string_view::npos; at = text.find(',', at + 1)) {
    if (at > 0 && is_wide(at - 1) && is_wide(std::min(text.find_first_not_of(' ', at + 1), text.size())))
      return std::string(text.substr(at));
  }
  return {};
}

std::string first_of(std::string_view text, const std::vector<std::string_view>& marks) {
  for (const std::string_view mark : marks) {
    if (text.find(mark) != std::string_view::npos) return std::string(mark);
  }
  return {};
}

std::string latin_punctuation(std::string_view text) {
  return first_of(text, {"..", "?.", "!.", ",,", ".,", ",.", ";.", " .", " ,", " ;", "( ", " )", "()"});
}

std::string japanese_punctuation(std::string_view text) {
  return first_of(
      text, {"。。", "、、", "。、", "、。", " 。", " 、", "？。", "（ ", " ）", "（）", "をを", "がが"});
}

struct Rule {
  std::string_view name;
  std::string_view tags;  ///< Languages that it holds for.
  bool sentences;         ///< Only where there are whole sentences.
  std::string (*broken)(std::string_view text);
};

const Rule rules[] = {
    {"the same word twice", "en ja pt-BR", false, doubled_word},
    {"a sentence that begins in lower case", "en pt-BR", true, lower_case_sentence},
    {"wrong punctuation", "en ja pt-BR", false, latin_punctuation},
    {"wrong punctuation", "ja", false, japanese_punctuation},
    {"a Latin comma", "ja", false, latin_comma},
    {"English", "ja", false, english_run},
    {"English", "pt-BR", false, english_word},
};

}  // namespace

TEST_CASE("the rules for texts see what they are made to see", "[text]") {
  CHECK(doubled_word("send it when When the call ends") == "when");
  CHECK(doubled_word("a ação, a") == "");
  CHECK(lower_case_sentence("It ends. the call") == "the");
  CHECK(lower_case_sentence("486 is sent. Then \x01 is") == "");
  CHECK(lower_case_sentence("é enviado.") == "é");
  CHECK(english_run("この the callee is busy and will") == " the callee is busy and will");
  CHECK(english_run("480 Temporarily Unavailable と Busy Here") == "");
  CHECK(english_word("a chamada and o resto") == "and");
  CHECK(latin_comma("発信側, 着信側") == ", 着信側");
  CHECK(latin_comma("INVITE, ACK") == "");
  CHECK(latin_punctuation("It ends..") == "..");
  CHECK(japanese_punctuation("終わり。。") == "。。");
}

TEST_CASE("texts are written as their language is", "[text]") {
  Problems problems;
  for (const Page& page : published().pages) {
    for (const Passage& passage : passages(page)) {
      for (const Rule& rule : rules) {
        if (rule.tags.find(page.language->tag) == std::string_view::npos) continue;
        if (rule.sentences && !passage.sentences) continue;
        const std::string broken = rule.broken(passage.text);
        if (!broken.empty()) problems.add(page, rule.name, broken + " in " + passage.text);
      }
    }
  }
  CHECK(problems.text() == "");
}

TEST_CASE("no page says a thing twice", "[text]") {
  Problems problems;
  for (const Page& page : published().pages) {
    std::set<std::string> said;
    for (const Passage& passage : passages(page)) {
      const std::string text = dom::text(*passage.block);
      if (passage.sentences && !said.insert(text).second) problems.add(page, "said twice", text);
    }
  }
  CHECK(problems.text() == "");
}
