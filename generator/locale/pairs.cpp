#include "locale/pairs.h"

#include <array>
#include <charconv>
#include <optional>
#include <string>

#include "locale/text_file.h"

namespace versus {

namespace {

/// `<locale>.yaml` of one pair.
struct PairFile {
  TextFile file;
  std::optional<RawProse> rule;
  std::optional<RawProse> story;
  std::optional<RawProse> advice;
};

struct PairKey {
  std::string_view key;
  std::optional<RawProse> PairFile::*raw;
  ProseText PairProse::*prose;
};

constexpr std::array pair_keys = {PairKey{"rule", &PairFile::rule, &PairProse::rule},
                                  PairKey{"story", &PairFile::story, &PairProse::story},
                                  PairKey{"advice", &PairFile::advice, &PairProse::advice}};

/// The numbers of a directory's name, such as `480-486`.
std::optional<std::pair<int, int>> numbers_of(std::string_view name) {
  std::pair<int, int> numbers;
  if (name.size() != 7 || name[3] != '-') return std::nullopt;
  const auto number = [&](std::size_t at, int& value) {
    const auto [end, error] = std::from_chars(name.data() + at, name.data() + at + 3, value);
    return error == std::errc() && end == name.data() + at + 3;
  };
  if (!number(0, numbers.first) || !number(4, numbers.second)) return std::nullopt;
  return numbers;
}

}  // namespace

template <>
struct Fields<PairFile> {
  static constexpr auto table = fields(optional<&PairFile::rule>("rule"), optional<&PairFile::story>("story"),
                                       optional<&PairFile::advice>("advice"));
};

namespace {

class PairLoader {
 public:
  PairLoader(const Sources& sources, const Registry& registry, const Locales& locales,
             Diagnostics& diagnostics)
      : registry_(registry), locales_(locales), context_{sources, diagnostics}, loader_(locales, context_) {}

  /// Loads the files of one directory, of which `some_file` is one.
  void load(const std::string& directory, FileId some_file, std::vector<LocalePairs>& pairs) {
    const std::optional<CodePair> index = index_of(directory, some_file);
    std::optional<PairFile> source;
    for (std::size_t i = 0; i < locales_.list.size(); ++i) {
      const Locale& locale = locales_.list[i];
      const std::string path = directory + locale.id + ".yaml";
      std::optional<PairFile> file = loader_.read<PairFile>(path);
      if (file) {
        for (const PairKey& key : pair_keys)
          loader_.check((*file).*(key.raw), Form::sentences, locale);
      } else {
        loader_.report_missing_file(path, {some_file, 0, 0}, i);
      }
      if (i == 0) source = file;
      if (source && index) fill(pairs[i][*index], file, *source, i);
    }
  }

 private:
  std::optional<CodePair> index_of(std::string_view directory, FileId some_file) {
    directory.remove_suffix(1);
    const std::string name(directory.substr(directory.rfind('/') + 1));
    const auto bad = [&](std::string message, std::string hint) {
      context_.diagnostics.add(DiagnosticKind::bad_code_number, {some_file, 0, 0}, std::move(message),
                               std::move(hint));
      return std::nullopt;
    };
    const auto numbers = numbers_of(name);
    if (!numbers || numbers->first >= numbers->second)
      return bad("the directory '" + name + "' does not name a pair of codes",
                 "write the lower code first, as in '480-486'");
    const CodePair index{registry_.find(numbers->first), registry_.find(numbers->second)};
    if (index.a == registry_.codes.size() || index.b == registry_.codes.size())
      return bad("there are no such codes as in '" + name + "'", {});
    return index;
  }

  void fill(PairProse& prose, const std::optional<PairFile>& file, const PairFile& source,
            std::size_t locale) {
    for (const PairKey& key : pair_keys) {
      const bool translated = file && ((*file).*(key.raw)).has_value();
      if (file && !translated) loader_.report_missing_key(key.key, file->file, locale);
      if (const auto& raw = translated ? (*file).*(key.raw) : source.*(key.raw))
        prose.*(key.prose) = loader_.render(*raw, translated);
    }
  }

  const Registry& registry_;
  const Locales& locales_;
  DecodeContext context_;
  TextLoader loader_;
};

}  // namespace

Shape pair_shape() {
  return shape_of<PairFile>();
}

std::vector<LocalePairs> load_pairs(const Sources& sources, const Registry& registry, const Locales& locales,
                                    Diagnostics& diagnostics) {
  std::vector<LocalePairs> pairs(locales.list.size());
  PairLoader loader(sources, registry, locales, diagnostics);
  std::string last;
  for (const FileId file : sources.under("content/" + registry.slug + "/pairs/")) {
    const std::string& path = sources[file].path();
    const std::string directory = path.substr(0, path.rfind('/') + 1);
    if (directory == last) continue;
    last = directory;
    loader.load(directory, file, pairs);
  }
  return pairs;
}

}  // namespace versus
