// Holds the rules for texts to what they are made to see, and to what they must let pass.

#include "site/text_rules.h"

#include <string>

#include "catch.h"

using namespace real_site;

namespace {

Passage passage(std::string_view tag, Shape shape, std::string_view text) {
  return {std::string(text), std::string(text), tag, shape};
}

}  // namespace

TEST_CASE("the rules for all languages see their mistakes and no others", "[text]") {
  CHECK(doubled_word("send it when When the call ends") == "when");
  CHECK(doubled_word("the Retry-After Retry-After header") == "retry-after");
  CHECK(doubled_word("a ação, a") == "");
  CHECK(lower_case_sentence("It ends. the call") == "the");
  CHECK(lower_case_sentence("486 is sent. Then \x01 is") == "");
  CHECK(lower_case_sentence("é enviado.") == "é");
  CHECK(early_stop("486 means that it ends. that is all.") == ". ");
  CHECK(early_stop("486 means that it ends.") == "");
  CHECK(early_stop("終わる。ことを示します。") == "。");
  CHECK(early_stop("RFC 3261 21.4.24 の終わり。") == "");
  CHECK(final_stop("the call has ended.") == ".");
  CHECK(final_stop("呼が終わった。") == "。");
  CHECK(final_stop("the call has ended") == "");
  CHECK(latin_punctuation("It ends..") == "..");
  CHECK(latin_punctuation("It ends ?") == "");
  CHECK(latin_punctuation("Does it end?.") == "?.");
  CHECK(latin_punctuation("It ends (1.5 s). Then, 2.0.") == "");
}

TEST_CASE("the rules for English see their mistakes and no others", "[text]") {
  CHECK(english_opener("486 means that The phone rings.") == "means that The");
  CHECK(english_opener("486 means that that phone rings.") == "means that that");
  CHECK(english_opener("Send 486 when when it rings.") == "when when");
  CHECK(english_opener("Send 486 when if it rings.") == "when if");
  CHECK(english_opener("Send 486 when Its user is busy.") == "when Its");
  CHECK(english_opener("Send 486 when \x01 is there, or when INVITE or the Request-URI is.") == "");
  CHECK(english_opener("This means that Asterisk is busy, and whenever The Phone rings.") == "");
  CHECK(capitalized("The callee is busy") == "The");
  CHECK(capitalized("INVITE was lost") == "");
  CHECK(wide_character("the 着信側 phone") == "着信側 phone");
  CHECK(wide_character("caller → callee, “café”") == "");
}

TEST_CASE("the rules for Japanese see their mistakes and no others", "[text]") {
  CHECK(polite_clause("486 は、話し中ですことを示します。") == "ですことを示します");
  CHECK(polite_clause("呼が終わります場合は 486 を返します。") == "ます場合は");
  CHECK(polite_clause("呼が終わる。 場合は 486 を返します。") == "。場合は");
  CHECK(polite_clause("話し中ですを指すのは 486 です。") == "ですを指すのは");
  CHECK(polite_clause("486 は、話し中であることを示します。終わります。場所は") == "");
  CHECK(english_run("この the callee is busy and will") == " the callee is busy and will");
  CHECK(english_run("480 Temporarily Unavailable と Busy Here") == "");
  CHECK(latin_comma("発信側, 着信側") == ", 着信側");
  CHECK(latin_comma("INVITE, ACK") == "");
  CHECK(japanese_punctuation("終わり。。") == "。。");
  CHECK(japanese_punctuation("拒否ですです。") == "ですです");
  CHECK(japanese_punctuation("拒否です。終わります。") == "");
}

TEST_CASE("the rules for Portuguese see their mistakes and no others", "[text]") {
  CHECK(portuguese_opener("O 486 indica que O telefone toca.") == "indica que O");
  CHECK(portuguese_opener("O 486 indica que que toca.") == "indica que que");
  CHECK(portuguese_opener("Envie 486 quando quando toca.") == "quando quando");
  CHECK(portuguese_opener("Envie 486 quando É tarde.") == "quando É");
  CHECK(portuguese_opener("Envie 486 quando INVITE ou o telefone toca.") == "");
  CHECK(english_word("a chamada and o resto") == "and");
  CHECK(english_word("a chamada e o resto") == "");
}

TEST_CASE("each rule is applied where it belongs", "[text]") {
  CHECK(broken_rules(passage("en", Shape::sentence, "486 means that it ends.")).empty());
  CHECK(broken_rules(passage("en", Shape::sentence, "486 means that it ends. Then it is over.")).size() == 1);
  CHECK(broken_rules(passage("en", Shape::sentences, "486 means that it ends. Then it is over.")).empty());
  CHECK(broken_rules(passage("en", Shape::clause, "The call has ended")).size() == 1);
  CHECK(broken_rules(passage("en", Shape::words, "When You See It")).empty());
  CHECK(broken_rules(passage("ja", Shape::sentence, "486 は、\x01ことを示します。")).empty());
  CHECK(broken_rules(passage("pt-BR", Shape::words, "the end of the call")).size() == 1);
}
