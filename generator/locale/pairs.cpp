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
  Stamps stamps;
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
  static constexpr auto table =
      fields(optional<&PairFile::rule>("rule"), optional<&PairFile::story>("story"),
             optional<&PairFile::advice>("advice"), optional<&PairFile::stamps>(stamps_key));
};

namespace {

class PairLoader {
 public:
  PairLoader(const Sources& sources, const Registry& registry, const Locales& locales,
             std::vector<Translation>& translations, Diagnostics& diagnostics)
      : registry_(registry),
        locales_(locales),
        context_{sources, diagnostics},
        loader_(locales, translations, context_) {}

  /// Loads the files of one directory, of which `some_file` is one.
  void load(const std::string& directory, FileId some_file, std::vector<LocalePairs>& pairs) {
    const std::optional<CodePair> index = index_of(directory, some_file);
    std::vector<std::string> paths;
    std::vector<std::optional<PairFile>> files;
    for (std::size_t i = 0; i < locales_.list.size(); ++i) {
      paths.push_back(directory + locales_.list[i].id + ".yaml");
      if (auto& file = files.emplace_back(loader_.read<PairFile>(paths[i]))) {
        check(*file, i);
      } else {
        loader_.report_missing_file(paths[i], {some_file, 0, 0}, i);
      }
    }
    if (!files.front() || !index) return;
    for (const PairKey& key : pair_keys) {
      loader_.for_each(key.key, files, key.raw, paths, [&](std::size_t i, std::vector<ProseText> texts) {
        PairProse& pair = pairs[i][*index];
        pair.*(key.prose) = std::move(texts.front());
        pair.file = loader_.file_of(i, files, paths);
      });
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

  void check(PairFile& file, std::size_t locale) {
    std::vector<std::string_view> known;
    for (const PairKey& key : pair_keys) {
      loader_.check(file.*(key.raw), Form::sentences, locales_.list[locale]);
      known.push_back(key.key);
    }
    loader_.check_stamps(file.stamps, known, locale);
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
                                    std::vector<Translation>& translations, Diagnostics& diagnostics) {
  std::vector<LocalePairs> pairs(locales.list.size());
  PairLoader loader(sources, registry, locales, translations, diagnostics);
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
