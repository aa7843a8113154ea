// Which texts are taken to be in another language than they should be.

#include <string>
#include <vector>

#include "audit/language.h"
#include "audit/origins.h"
#include "catch.h"

using versus::Origins;
using versus::other_language;

TEST_CASE("texts in another language or script are told", "[audit]") {
  struct Case {
    std::string language;
    std::string text;
    std::string found;
  };
  const std::vector<std::string> site = {"en", "ja", "pt-BR"};
  const std::vector<Case> cases = {
      {"en", "The phone was reached, but it is busy with another call.", ""},
      {"pt-BR", "O aparelho foi alcançado, mas está ocupado com outra chamada.", ""},
      {"ja", "端末には到達しましたが、別の通話中です。", ""},
      {"pt-BR", "The phone was reached, but it is busy with another call.", "in English"},
      {"pt-BR", "header fields that must be there", "in English"},
      {"en", "O aparelho foi alcançado, mas está ocupado com outra chamada.", "in Portuguese"},
      {"ja", "The phone was reached, but it is busy with another call.", "in Latin letters"},
      {"ja", "O aparelho foi alcançado, mas está ocupado com outra chamada.", "in Latin letters"},
      {"ja", "486 は、the phone was reached but it is busyことを示します。", "in Latin letters"},
      {"pt-BR", "端末には到達しましたが、別の通話中です。", "with letters of the script Hiragana"},
      {"en", "The phone is занят.", "with letters of the script Cyrillic"},
      {"ja", "이 전화기는 통화 중입니다", "with letters of the script Hangul"},
      // Names and protocol text are in no language.
      {"ja", "Kamailio, OpenSIPS, FreeSWITCH", ""},
      {"ja", "INVITE / ACK / BYE, RFC 3261", ""},
      {"pt-BR", "SIP 486 Busy Here", ""},
      {"pt-BR", "sngrep, F7, Payload", ""},
      {"en", "480, 486", ""},
      {"en", "5 μs or 2 Ω", ""},
      {"zxx", "端末には到達しました", ""},
      {"en", "", ""},
      // Of another language than the site has, only much text is told.
      {"en", "Le téléphone est occupé.", ""},
      {"en",
       "Le téléphone a bien été atteint, mais il est déjà occupé par une autre conversation, et son "
       "propriétaire "
       "ne souhaite pas l'interrompre pour prendre celle-ci maintenant.",
       "in French"},
      {"no-such-language-tag", "The phone is busy.", ""},
  };
  for (const Case& test : cases) {
    INFO(test.language << ": " << test.text);
    CHECK(other_language(test.text, test.language, site).value_or("") == test.found);
  }
}

TEST_CASE("a passage is traced to the text that most of it comes from", "[audit]") {
  Origins origins({{"content/en.yaml:1:2", "the phone is busy with another call"},
                   {"content/pt.yaml:1:2", "the phone is busy with another call"},
                   {"content/pt.yaml:2:2", "the phone is off"},
                   {"locales/pt.yaml:9:1", "{code} significa que {means:clause}."}});
  CHECK(origins.find({"486 significa que the phone is busy with another call.", "pt-BR"}) ==
        "content/pt.yaml:1:2");
  CHECK(origins.find({"486 significa que the phone is busy with another call.", "en"}) ==
        "content/en.yaml:1:2");
  CHECK(origins.find({"Now the phone is off again", "pt-BR"}) == "content/pt.yaml:2:2");
  CHECK(origins.find({"quite another text altogether", "pt-BR"}).empty());
  CHECK(origins.find({"off", "pt-BR"}).empty());
}
