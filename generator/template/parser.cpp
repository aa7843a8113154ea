#include "template/parser.h"

#include <algorithm>
#include <string>
#include <utility>

#include "template/names.h"

namespace versus {

namespace {

constexpr std::size_t deepest = 64;  // Blocks in blocks; the parser and the compiler recurse.

class Parser {
 public:
  Parser(std::vector<Token> tokens, Diagnostics& diagnostics)
      : tokens_(std::move(tokens)), diagnostics_(diagnostics) {}

  std::optional<std::vector<TemplateNode>> parse() {
    std::vector<TemplateNode> nodes = block(0);
    while (at_ < tokens_.size()) {  // An `else` or `end` that closes nothing.
      report_block(tokens_[at_].span, "stray " + quote(tokens_[at_].words[0].text),
                   "no 'if' or 'for' is open here");
      ++at_;
      block(0);
    }
    if (!nested_) return std::nullopt;
    return nodes;
  }

 private:
  void report(const Span& span, std::string message, std::string hint = {}) {
    diagnostics_.add(DiagnosticKind::template_syntax, span, std::move(message), std::move(hint));
  }

  void report_block(const Span& span, std::string message, std::string hint) {
    if (stopped_) return;
    diagnostics_.add(DiagnosticKind::template_block, span, std::move(message), std::move(hint));
    nested_ = false;
  }

  bool at_word(std::string_view word) const {
    return at_ < tokens_.size() && tokens_[at_].tag && tokens_[at_].words[0].text == word;
  }

  /// Everything up to the end of the file or an `else` or `end` that is not its own.
  std::vector<TemplateNode> block(std::size_t depth) {
    std::vector<TemplateNode> nodes;
    while (at_ < tokens_.size() && !at_word("else") && !at_word("end")) {
      const Token& token = tokens_[at_++];
      if (!token.tag) {
        nodes.push_back({.kind = NodeKind::text, .span = token.span});
      } else {
        tag(token, depth, nodes);
      }
    }
    return nodes;
  }

  void tag(const Token& token, std::size_t depth, std::vector<TemplateNode>& nodes) {
    const std::string_view word = token.words[0].text;
    if (word == "t" || word == "include") {
      with_arguments(token, nodes);
    } else if (word == "if" || word == "for") {
      TemplateNode node = word == "if" ? branch(token) : loop(token);
      if (depth == deepest) {
        report_block(token.span, "blocks nested too deeply",
                     "at most " + std::to_string(deepest) + " fit in each other");
        stopped_ = true;
        at_ = tokens_.size();
        return;
      }
      node.body = block(depth + 1);
      if (node.kind == NodeKind::branch && at_word("else")) {
        if (tokens_[at_].words.size() > 1) {
          report(tokens_[at_].span, "'else' takes nothing", "open another 'if' inside the 'else'");
        }
        ++at_;
        node.otherwise = block(depth + 1);
      }
      while (at_word("else")) {
        report_block(tokens_[at_].span, "stray 'else'",
                     node.kind == NodeKind::loop ? "a 'for' has none" : "the 'if' has one already");
        ++at_;
        block(depth + 1);
      }
      if (at_word("end")) {
        if (tokens_[at_].words.size() > 1) report(tokens_[at_].span, "'end' takes nothing");
        ++at_;
      } else {
        report_block(token.span, quote(word) + " without 'end'", "close it with '{{end}}'");
      }
      nodes.push_back(std::move(node));
    } else if ((word == "url" || word == "embed") && token.words.size() > 1) {
      if (token.words.size() > 2) {
        report(token.span, quote(word) + " takes one file",
               "write '{{" + std::string(word) + " assets/style.css}}'");
      }
      nodes.push_back({.kind = word == "url" ? NodeKind::url : NodeKind::embed,
                       .span = token.span,
                       .name = token.words[1]});
    } else if (token.words.size() > 1) {
      std::string hint = did_you_mean(word, {"if", "for", "include", "url", "embed", "else", "end"});
      report(token.words[0].span, "unknown tag " + quote(word),
             hint.empty() ? "a value is one name, as in '{{a.b}}'" : std::move(hint));
    } else if (Path value = path(token.words[0]); !value.parts.empty()) {
      nodes.push_back({.kind = NodeKind::value, .span = token.span, .path = std::move(value)});
    }
  }

  TemplateNode branch(const Token& token) {
    TemplateNode node{.kind = NodeKind::branch, .span = token.span};
    node.negated = token.words.size() > 1 && token.words[1].text == "not";
    const std::size_t expected = node.negated ? 3 : 2;
    if (token.words.size() == expected) {
      node.path = path(token.words.back());
    } else {
      report(token.span, "'if' takes one name", "write '{{if a.b}}' or '{{if not a.b}}'");
    }
    return node;
  }

  TemplateNode loop(const Token& token) {
    TemplateNode node{.kind = NodeKind::loop, .span = token.span};
    if (token.words.size() == 4 && token.words[2].text == "in") {
      node.name = token.words[1];
      if (!is_name(node.name.text)) report(node.name.span, quote(node.name.text) + " is not a name");
      node.path = path(token.words[3]);
    } else {
      report(token.span, "'for' takes a name and a list", "write '{{for item in a.b}}'");
    }
    return node;
  }

  void with_arguments(const Token& token, std::vector<TemplateNode>& nodes) {
    TemplateNode node{.kind = token.words[0].text == "t" ? NodeKind::label : NodeKind::include,
                      .span = token.span,
                      .alone = token.alone};
    if (token.words.size() < 2 || token.words[1].text.find('=') != std::string_view::npos) {
      report(token.span,
             node.kind == NodeKind::label ? "label tag without a key" : "'include' without a file");
      return;
    }
    node.name = token.words[1];
    for (std::size_t i = 2; i < token.words.size(); ++i) {
      const Word& word = token.words[i];
      const std::size_t equals = word.text.find('=');
      if (equals == std::string_view::npos || !is_name(word.text.substr(0, equals))) {
        report(word.span, quote(word.text) + " is not an argument", "write 'name=value' without white space");
        continue;
      }
      const auto offset = static_cast<std::uint32_t>(equals);
      const Word name{word.text.substr(0, equals),
                      {word.span.file, word.span.begin, word.span.begin + offset}};
      const auto same = [&](const Argument& argument) { return argument.name.text == name.text; };
      if (const auto first = std::ranges::find_if(node.arguments, same); first != node.arguments.end()) {
        report(name.span, "argument " + quote(name.text) + " stands twice", {}, first->name.span);
        continue;
      }
      const Word value{word.text.substr(equals + 1), {word.span.file, name.span.end + 1, word.span.end}};
      node.arguments.push_back({name, path(value)});
    }
    nodes.push_back(std::move(node));
  }

  void report(const Span& span, std::string message, std::string hint, const Span& first) {
    diagnostics_.add(DiagnosticKind::template_syntax, span, std::move(message), std::move(hint),
                     {{first, "the first one"}});
  }

  Path path(const Word& word) {
    Path result{.parts = {}, .span = word.span};
    for (std::size_t begin = 0; begin <= word.text.size();) {
      const std::size_t end = std::min(word.text.find('.', begin), word.text.size());
      const std::string_view part = word.text.substr(begin, end - begin);
      if (!is_name(part)) {
        // An empty word still needs a character to point at.
        Span span = word.span;
        if (span.begin == span.end) --span.begin;
        report(span, quote(word.text) + " is not a name", "a name is letters, digits and '_', as in 'a.b'");
        return {.parts = {}, .span = word.span};
      }
      const auto offset = static_cast<std::uint32_t>(begin);
      result.parts.push_back(
          {part,
           {word.span.file, word.span.begin + offset, word.span.begin + static_cast<std::uint32_t>(end)}});
      begin = end + 1;
    }
    return result;
  }

  std::vector<Token> tokens_;
  Diagnostics& diagnostics_;
  std::size_t at_ = 0;
  bool nested_ = true;
  bool stopped_ = false;  ///< Gave up; that inner blocks have no end is no news.
};

}  // namespace

std::optional<std::vector<TemplateNode>> parse_template(FileId file, std::string_view text,
                                                        Diagnostics& diagnostics) {
  return Parser(lex(file, text, diagnostics), diagnostics).parse();
}

}  // namespace versus
