#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "site/passage.h"

/// What texts must not be, by language.
namespace real_site {

// Each rule returns what is wrong, or nothing.

std::string doubled_word(std::string_view text);
std::string lower_case_sentence(std::string_view text);
/// A second sentence, or the end of the first, where less belongs: a stop before the last character.
std::string early_stop(std::string_view text);
/// A stop at the end of what stands inside another sentence.
std::string final_stop(std::string_view text);
/// A sentence where the words before it promise a clause: "means that The …".
std::string english_opener(std::string_view text);
std::string portuguese_opener(std::string_view text);
/// A clause that begins like a sentence.
std::string capitalized(std::string_view text);
/// A polite form or a stop where the frame around a clause needs the plain form.
std::string polite_clause(std::string_view text);
/// Six English words in a row, more than a reason phrase has.
std::string english_run(std::string_view text);
std::string english_word(std::string_view text);
std::string wide_character(std::string_view text);
/// A comma of Latin text between Japanese characters.
std::string latin_comma(std::string_view text);
std::string latin_punctuation(std::string_view text);
std::string japanese_punctuation(std::string_view text);

/// All rules that the passage breaks, and with which words.
std::vector<std::string> broken_rules(const Passage& passage);

}  // namespace real_site
