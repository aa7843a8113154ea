// What has to hold for the texts of all codes together.

#include <map>
#include <string>
#include <vector>

#include "catch.h"
#include "site/ascii.h"
#include "site/passage.h"
#include "site/real_site.h"

using namespace real_site;
using versus::CodeProse;
using versus::ProseText;

namespace {

std::vector<const ProseText*> texts_of(const CodeProse& prose) {
  std::vector<const ProseText*> texts = {&prose.topic, &prose.means, &prose.send_when, &prose.description,
                                         &prose.when_you_see_it};
  for (const ProseText& step : prose.how_to_fix)
    texts.push_back(&step);
  return texts;
}

}  // namespace

TEST_CASE("no two codes share a sentence", "[site][text]") {
  const versus::Site& site = *published().checked->site;
  std::string shared;
  for (std::size_t locale = 0; locale < site.prose.size(); ++locale) {
    std::map<std::string, int> said;
    for (std::size_t i = 0; i < site.registry.codes.size(); ++i) {
      const int code = site.registry.codes[i].code.value;
      for (const ProseText* text : texts_of(site.prose[locale][i])) {
        if (text->language != nullptr) continue;  // Not translated yet.
        for (const std::string& sentence : sentences_of(text->plain)) {
          const auto [first, is_new] = said.emplace(lower(sentence), code);
          if (!is_new && first->second != code) {
            shared += site.locales.list[locale].id + ' ' + std::to_string(first->second) + ' ' +
                      std::to_string(code) + ": " + sentence + '\n';
          }
        }
      }
    }
    CHECK(said.size() > site.registry.codes.size());
  }
  CHECK(shared == "");
}
