#include "synthetic_site.h"

#include <cctype>
#include <fstream>
#include <iterator>
#include <set>
#include <stdexcept>
#include <string>
#include <vector>

namespace fs = std::filesystem;

namespace {

constexpr const char* codes_directory = "content/sip/codes";

std::string read(const fs::path& path) {
  std::ifstream file(path, std::ios::binary);
  if (!file) throw std::runtime_error("cannot read " + path.string());
  return {std::istreambuf_iterator<char>(file), {}};
}

void write(const fs::path& path, const std::string& text) {
  std::ofstream file(path, std::ios::binary);
  file << text;
  if (!file.flush()) throw std::runtime_error("cannot write " + path.string());
}

/// Replaces a number where it is not part of a longer one.
std::string renumber(const std::string& text, const std::string& from, const std::string& to) {
  const auto digit_at = [&](std::size_t i) {
    return i < text.size() && std::isdigit(static_cast<unsigned char>(text[i]));
  };
  std::string result;
  for (std::size_t i = 0; i < text.size();) {
    const bool whole =
        text.compare(i, from.size(), from) == 0 && !(i > 0 && digit_at(i - 1)) && !digit_at(i + from.size());
    result += whole ? to : text.substr(i, 1);
    i += whole ? from.size() : 1;
  }
  return result;
}

std::set<int> numbers(const fs::path& directory) {
  std::set<int> result;
  for (const auto& entry : fs::directory_iterator(directory)) {
    if (entry.is_directory()) result.insert(std::stoi(entry.path().filename().string()));
  }
  if (result.empty()) throw std::runtime_error(directory.string() + " holds no code");
  return result;
}

/// The lowest free number in the class of `model`, or 0 if the class is full.
int free_number(const std::set<int>& taken, int model) {
  const int first = model / 100 * 100;
  for (int number = first; number < first + 100; ++number) {
    if (!taken.contains(number)) return number;
  }
  return 0;
}

}  // namespace

std::size_t make_synthetic_site(const fs::path& project, const fs::path& root, std::size_t codes) {
  for (const char* part : {"content", "locales", "templates"}) {
    fs::create_directories(root / part);
    fs::copy(project / part, root / part, fs::copy_options::recursive);
  }
  const fs::path directory = root / codes_directory;
  std::set<int> taken = numbers(directory);
  const std::vector<int> models(taken.begin(), taken.end());
  for (std::size_t i = 0; taken.size() < codes; ++i) {
    const int model = models[i % models.size()];
    const int number = free_number(taken, model);
    if (number == 0) throw std::runtime_error("no free number for " + std::to_string(model));
    taken.insert(number);
    const fs::path target = directory / std::to_string(number);
    fs::create_directory(target);
    for (const auto& entry : fs::directory_iterator(directory / std::to_string(model))) {
      write(target / entry.path().filename(),
            renumber(read(entry.path()), std::to_string(model), std::to_string(number)));
    }
  }
  return taken.size();
}

void edit_one_text(const fs::path& root, std::size_t round) {
  const std::set<int> codes = numbers(root / codes_directory);
  const fs::path path = root / codes_directory / std::to_string(*codes.rbegin()) / "en.yaml";
  std::string text = read(path);
  const std::string head = "\ndescription: >-\n";
  const std::size_t at = text.find(head);
  if (at == std::string::npos) throw std::runtime_error(path.string() + " has no folded description to edit");
  text.insert(at + head.size(), "  This sentence was added in round " + std::to_string(round) + ".\n");
  write(path, text);
}
