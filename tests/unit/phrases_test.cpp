// Where Japanese headings may be broken.

#include "language/phrases.h"

#include <string>
#include <string_view>
#include <vector>

#include "catch.h"

namespace {

std::string shown(std::string_view text) {
  std::string result;
  while (true) {
    const std::size_t at = text.find(versus::break_mark);
    result += text.substr(0, at);
    if (at == std::string_view::npos) return result;
    result += '|';
    text.remove_prefix(at + versus::break_mark.size());
  }
}

}  // namespace

TEST_CASE("Japanese is divided into phrases", "[language]") {
  struct Case {
    std::string text;
    std::string divided;
  };
  const std::vector<Case> cases = {
      {"このコードが表示される場合", "この|コードが|表示される|場合"},
      {"主な違い", "主な|違い"},
      {"解決方法", "解決方法"},
      {"呼び出しを取り消す", "呼び出しを|取り消す"},  // No break inside of a word.
      {"認証情報がサポートされていない", "認証情報が|サポートされていない"},
      {"はい、（話中）です。終わり。", "はい、|（話中）|です。|終わり。"},
      {"486 Busy Here の意味", "486 Busy Here の|意味"},
      {"説明", "説明"},
      {"", ""},
  };
  for (const Case& test : cases) {
    INFO(test.text);
    CHECK(shown(versus::with_phrase_breaks(test.text, "ja")) == test.divided);
    CHECK(versus::without_breaks(versus::with_phrase_breaks(test.text, "ja-JP")) == test.text);
    CHECK(versus::with_phrase_breaks(test.text, "jam") == test.text);
  }
}

TEST_CASE("in Japanese no line ends before the particle of a number", "[language]") {
  struct Case {
    std::string text;
    std::string joined;
  };
  const std::vector<Case> cases = {
      {"486 は 2 つ目", "486\u00A0は 2\u00A0つ目"},
      {"<code>Retry-After</code> で示す", "<code>Retry-After</code>\u00A0で示す"},
      {" から", "\u00A0から"},
      {"486 Busy Here", "486 Busy Here"},
      {"SIP レスポンス", "SIP レスポンス"},
      {"以前 ", "以前 "},
      {"", ""},
  };
  for (const Case& test : cases) {
    INFO(test.text);
    const auto joined = [&](const std::string& language) {
      std::string text = " は" + test.text;
      versus::join_particles(text, language, 1);
      return text;
    };
    CHECK(joined("ja-JP") == " は" + test.joined);
    CHECK(joined("pt") == " は" + test.text);
  }
}
