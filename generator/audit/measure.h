#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

/// How much texts repeat themselves and each other, by their sequences of five words.
namespace versus {

/// Hash of some words in a row.
using Sequence = std::uint64_t;

/// All sequences of `length` words of a text in its order; none for fewer words.
std::vector<Sequence> sequences_of(std::span<const std::string_view> words, std::size_t length = 5);

/// Share, from 0 to 1, of the sequences that occur more than once, each occurrence counted; 0 if there are
/// none.
double repetition(std::vector<Sequence> sequences);

/// The different sequences of a text, sorted.
std::vector<Sequence> distinct(std::vector<Sequence> sequences);

/// How like each other two texts are.
struct Likeness {
  std::size_t a = 0;     ///< Index of a text.
  std::size_t b = 0;     ///< Index of another, above `a`.
  double jaccard = 0.0;  ///< Sequences in both by sequences in either; 0 if there are none.
};

/// What a comparison of each text with each other found.
struct Neighbours {
  std::vector<double>
      nearest;  ///< Of each text, the measure to the text most like it; 0 if it is the only one.
  std::vector<Likeness> closest;  ///< From the most alike on, those of the same measure by index.
};

/// Compares texts, given by their distinct sequences, in up to `jobs` threads. Of the pairs it returns the
/// `most` closest, and all whose measure is at least `limit`.
Neighbours compare_all(std::span<const std::vector<Sequence>> texts, std::size_t most, double limit,
                       std::size_t jobs);

/// The middle value, or the mean of the two in the middle; 0 if there are none.
double median(std::vector<double> values);

}  // namespace versus
