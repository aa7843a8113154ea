#include "audit/origins.h"

#include <algorithm>
#include <utility>

#include "language/tag.h"
#include "language/words.h"

namespace versus {

namespace {

constexpr std::size_t origin_words = 3;

std::vector<Sequence> sequences_in(std::string_view text, const std::string& language) {
  const auto words = words_of(text, language);
  return words ? distinct(sequences_of(*words, origin_words)) : std::vector<Sequence>();
}

}  // namespace

Origins::Origins(std::vector<OriginText> texts) : texts_(std::move(texts)) {}

std::string Origins::find(const Passage& passage) {
  const Index& index = index_of(passage.language);
  std::map<std::size_t, std::size_t> shared;  // By text.
  for (const Sequence sequence : sequences_in(passage.text, passage.language)) {
    for (auto [at, end] = index.equal_range(sequence); at != end; ++at)
      ++shared[at->second];
  }
  // Of texts that are the same, the one in a file of the passage's language is at fault.
  const std::string file = std::string(1, '/').append(base_language(passage.language));
  std::size_t best = texts_.size();
  std::pair<std::size_t, bool> most = {0, false};
  for (const auto& [text, count] : shared) {
    const std::string& place = texts_[text].place;
    const std::pair merit = {count,
                             place.compare(std::min(place.rfind('/'), place.size()), file.size(), file) == 0};
    if (merit <= most) continue;
    most = merit;
    best = text;
  }
  return best == texts_.size() ? std::string() : texts_[best].place;
}

const Origins::Index& Origins::index_of(const std::string& language) {
  const auto [entry, is_new] = indices_.try_emplace(language);
  if (is_new) {
    for (std::size_t i = 0; i < texts_.size(); ++i) {
      for (const Sequence sequence : sequences_in(texts_[i].text, language))
        entry->second.emplace(sequence, i);
    }
  }
  return entry->second;
}

}  // namespace versus
