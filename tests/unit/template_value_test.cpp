#include "catch.h"
#include "template/message.h"
#include "template/value.h"

using namespace versus;

TEST_CASE("HTML is escaped", "[template]") {
  const auto escaped = [](std::string_view text) {
    std::string out = "<";
    escape_html(text, out);
    return out.substr(1);
  };
  CHECK(escaped("plain 日本語 é") == "plain 日本語 é");
  CHECK(escaped("<a b=\"c\" d='e'>&amp;") == "&lt;a b=&quot;c&quot; d=&#39;e&#39;&gt;&amp;amp;");
  CHECK(escaped(std::string_view("a\0b", 3)) == "a\uFFFDb");
  CHECK(escaped("\xff<\xe8\xa9") == "\uFFFD&lt;\uFFFD\uFFFD");
  CHECK(escaped("\xed\xa0\x80") == "\uFFFD\uFFFD\uFFFD");
}

TEST_CASE("addresses that are safe to follow", "[template]") {
  for (const std::string_view text :
       {"", "/", "/sip/486/", "a/b", "./a:b", "#differences", "?q=1", "https://example.org",
        "HTTP://h/a?b#c:d", "http://h", "mailto:a@example.org", "https://例え.jp/道",
        "/a?b=javascript:", "a%20b", "//"}) {
    INFO(text);
    CHECK(Url::from(text).has_value() == (text != "//"));
  }
  CHECK(Url::from("/a?b&c")->text() == "/a?b&c");
}

TEST_CASE("addresses that are refused", "[template]") {
  using std::string_view_literals::operator""sv;
  for (const std::string_view text : {"javascript:alert(1)"sv,
                                      "JaVaScRiPt:alert(1)"sv,
                                      " javascript:alert(1)"sv,
                                      "java\tscript:alert(1)"sv,
                                      "java\nscript:a"sv,
                                      "\x01javascript:a"sv,
                                      "\0javascript:a"sv,
                                      "data:text/html,x"sv,
                                      "vbscript:x"sv,
                                      "file:///x"sv,
                                      "ftp://h/"sv,
                                      "a:b"sv,
                                      ":"sv,
                                      "//host/x"sv,
                                      "/\\host"sv,
                                      "\\\\host"sv,
                                      "https:\\\\host"sv,
                                      "https:host"sv,
                                      "https:/host"sv,
                                      "https://"sv,
                                      "https:///host"sv,
                                      "http://?a"sv,
                                      "/a b"sv,
                                      "/a\n"sv,
                                      "/\x7f"sv,
                                      "/\xff"sv,
                                      "/\""sv,
                                      "/<"sv,
                                      "/{a}"sv,
                                      "/`"sv}) {
    INFO(text);
    CHECK_FALSE(Url::from(text).has_value());
  }
}

TEST_CASE("JSON cannot end its script", "[template]") {
  CHECK(Json::from("{\"a\":\"</script><!--&\u2028\u2029é\"}").text() ==
        "{\"a\":\"\\u003c/script\\u003e\\u003c!--\\u0026\\u2028\\u2029é\"}");
  CHECK(Json::from(std::string_view("\"\0\xff\"", 4)).text() == "\"\uFFFD\uFFFD\"");
}

namespace {

/// The pieces of a label and what was reported, in one line.
std::string parsed(std::string_view label, std::string_view file_text = {}) {
  Sources sources;
  const std::string quoted(file_text.empty() ? label : file_text);
  const FileId file = sources.add("labels.yaml", "k: " + quoted);
  Diagnostics diagnostics;
  const Message message =
      parse_message(label, {file, 3, static_cast<std::uint32_t>(3 + quoted.size())}, diagnostics);
  std::string line;
  for (const Message::Piece& piece : message.pieces) {
    line += piece.placeholder ? piece.form == Form::clause ? "C" : piece.form == Form::noun ? "N" : "P" : "";
    line.append("[").append(piece.text).append("]");
    if (sources.text(piece.span) != piece.text) line.append("@").append(sources.text(piece.span));
  }
  for (const Diagnostic& d : diagnostics.list()) {
    REQUIRE(d.kind == DiagnosticKind::bad_markup);
    line.append(" !").append(sources.text(d.span)).append("! ").append(d.message).append("; ").append(d.hint);
  }
  return line;
}

}  // namespace

TEST_CASE("labels are split into text and placeholders", "[template]") {
  CHECK(parsed("") == "");
  CHECK(parsed("plain") == "[plain]");
  CHECK(parsed("a {b} c") == "[a ]P[b]@{b}[ c]");
  CHECK(parsed("{b}{b}") == "P[b]@{b}P[b]@{b}");
  CHECK(parsed("{a_1:clause}{b:noun}") == "C[a_1]@{a_1:clause}N[b]@{b:noun}");
  CHECK(parsed("a{{b}}c") == "[a{b}c]@a{{b}}c");
  CHECK(parsed("{{{b}}}") == "[{]@{{P[b]@{b}[}]@}}");
}

TEST_CASE("braces that mean nothing in a label", "[template]") {
  CHECK(parsed("a { b") == "[a { b] !{! '{' begins a placeholder that does not end; write '{{' for a brace");
  CHECK(parsed("{a {b}") ==
        "[{a ]P[b]@{b} !{! '{' begins a placeholder that does not end; write '{{' for a brace");
  CHECK(parsed("a } b") == "[a } b] !}! '}' closes no placeholder; write '}}' for a brace");
  CHECK(parsed("x{}") == "[x{}] !{}! '{}' is not a placeholder; write '{name}', or '{{' for a brace");
  CHECK(parsed("{a b}") ==
        "[{a b}] !{a b}! '{a b}' is not a placeholder; write '{name}', or '{{' for a brace");
  CHECK(parsed("{1}") == "[{1}] !{1}! '{1}' is not a placeholder; write '{name}', or '{{' for a brace");
  CHECK(parsed("{a:claus}") == "P[a]@{a:claus} !claus! unknown form 'claus'; did you mean 'clause'?");
  CHECK(parsed("{a:sentences}") ==
        "P[a]@{a:sentences} !sentences! unknown form 'sentences'; a placeholder takes 'clause' or 'noun'");
  CHECK(parsed("{a:}") == "P[a]@{a:} !:! unknown form ''; a placeholder takes 'clause' or 'noun'");
}

TEST_CASE("where the file spells a label otherwise, the whole label is the place", "[template]") {
  CHECK(parsed("a\n{b} }", "\"a\\n{b} }\"") ==
        "[a\n]@\"a\\n{b} }\"P[b]@\"a\\n{b} }\"[ }]@\"a\\n{b} }\" !\"a\\n{b} }\"! '}' closes no placeholder; "
        "write '}}' "
        "for a brace");
}
