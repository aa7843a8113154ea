#include "audit/measure.h"

#include <algorithm>
#include <map>
#include <utility>

#include "source/hash.h"
#include "source/parallel.h"

namespace versus {

namespace {

/// Sequences that stand in the same texts, which are most: those of a code's card stand in all its
/// comparisons.
struct Group {
  std::vector<std::size_t> texts;  ///< Ascending, at least two.
  std::size_t sequences = 0;       ///< How many there are.
};

std::vector<Group> group_by_texts(std::span<const std::vector<Sequence>> texts) {
  std::vector<std::pair<Sequence, std::size_t>> places;
  for (std::size_t text = 0; text < texts.size(); ++text) {
    for (const Sequence sequence : texts[text])
      places.emplace_back(sequence, text);
  }
  std::ranges::sort(places);
  std::map<std::vector<std::size_t>, std::size_t> counts;
  std::vector<std::size_t> holders;
  for (auto place = places.begin(); place != places.end();) {
    const Sequence sequence = place->first;
    holders.clear();
    for (; place != places.end() && place->first == sequence; ++place)
      holders.push_back(place->second);
    if (holders.size() > 1) ++counts[holders];
  }
  std::vector<Group> groups;
  for (const auto& [holding, count] : counts)
    groups.push_back({holding, count});
  return groups;
}

/// Sorts from the most alike on and drops what is neither among the first `most` nor at `limit`.
void keep_closest(std::vector<Likeness>& pairs, std::size_t most, double limit) {
  std::ranges::sort(pairs, [](const Likeness& x, const Likeness& y) {
    if (x.jaccard != y.jaccard) return x.jaccard > y.jaccard;
    return std::pair(x.a, x.b) < std::pair(y.a, y.b);
  });
  const auto below = std::ranges::find_if(pairs, [&](const Likeness& pair) { return pair.jaccard < limit; });
  const auto kept = std::max<std::size_t>(most, static_cast<std::size_t>(below - pairs.begin()));
  if (kept < pairs.size()) pairs.resize(kept);
}

}  // namespace

std::vector<Sequence> sequences_of(std::span<const std::string_view> words, std::size_t length) {
  const auto hash_of = [](std::string_view bytes) { return hash(bytes).low; };
  std::vector<std::uint64_t> hashes(words.size());
  std::ranges::transform(words, hashes.begin(), hash_of);
  std::vector<Sequence> sequences;
  for (std::size_t i = 0; i + length <= hashes.size(); ++i) {
    const auto bytes = std::as_bytes(std::span(hashes).subspan(i, length));
    sequences.push_back(hash_of({reinterpret_cast<const char*>(bytes.data()), bytes.size()}));
  }
  return sequences;
}

double repetition(std::vector<Sequence> sequences) {
  if (sequences.empty()) return 0;
  std::ranges::sort(sequences);
  std::size_t repeated = 0;
  for (auto run = sequences.begin(); run != sequences.end();) {
    const auto end = std::find_if(run, sequences.end(), [&](Sequence other) { return other != *run; });
    if (end - run > 1) repeated += static_cast<std::size_t>(end - run);
    run = end;
  }
  return static_cast<double>(repeated) / static_cast<double>(sequences.size());
}

std::vector<Sequence> distinct(std::vector<Sequence> sequences) {
  std::ranges::sort(sequences);
  const auto rest = std::ranges::unique(sequences);
  sequences.erase(rest.begin(), rest.end());
  return sequences;
}

Neighbours compare_all(std::span<const std::vector<Sequence>> texts, std::size_t most, double limit,
                       std::size_t jobs) {
  const std::vector<Group> groups = group_by_texts(texts);
  std::vector<std::vector<const Group*>> groups_of(texts.size());
  for (const Group& group : groups) {
    for (const std::size_t text : group.texts)
      groups_of[text].push_back(&group);
  }

  Neighbours found{.nearest = std::vector<double>(texts.size()), .closest = {}};
  std::vector<std::vector<Likeness>> closest(texts.size());  // Of each text, to those behind it.
  parallel_for(texts.size(), jobs, [&](std::size_t a) {
    std::vector<std::size_t> shared(texts.size());
    for (const Group* group : groups_of[a]) {
      for (const std::size_t b : group->texts)
        shared[b] += group->sequences;
    }
    std::vector<Likeness> behind;
    double nearest = 0;
    for (std::size_t b = 0; b < texts.size(); ++b) {
      if (b == a) continue;
      const std::size_t all = texts[a].size() + texts[b].size() - shared[b];
      const double jaccard = all == 0 ? 0 : static_cast<double>(shared[b]) / static_cast<double>(all);
      nearest = std::max(nearest, jaccard);
      if (b > a) behind.push_back({a, b, jaccard});
    }
    found.nearest[a] = nearest;
    keep_closest(behind, most, limit);
    closest[a].assign(behind.begin(), behind.end());
  });
  for (const std::vector<Likeness>& pairs : closest)
    found.closest.insert(found.closest.end(), pairs.begin(), pairs.end());
  keep_closest(found.closest, most, limit);
  return found;
}

double median(std::vector<double> values) {
  if (values.empty()) return 0;
  std::ranges::sort(values);
  return (values[(values.size() - 1) / 2] + values[values.size() / 2]) / 2;
}

}  // namespace versus
