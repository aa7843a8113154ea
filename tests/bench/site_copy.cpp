#include "site_copy.h"

#include <algorithm>
#include <fstream>
#include <iterator>
#include <stdexcept>
#include <string>

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

}  // namespace

std::size_t copy_site(const fs::path& project, const fs::path& root) {
  for (const char* part : {"content", "locales", "templates"}) {
    fs::create_directories(root / part);
    fs::copy(project / part, root / part, fs::copy_options::recursive);
  }
  return static_cast<std::size_t>(
      std::distance(fs::directory_iterator(root / codes_directory), fs::directory_iterator()));
}

void edit_one_text(const fs::path& root, std::size_t round) {
  const fs::path path = root / codes_directory / "486" / "en.yaml";
  std::string text = read(path);
  const std::string head = "\ndescription: >-\n";
  const std::size_t at = text.find(head);
  if (at == std::string::npos) throw std::runtime_error(path.string() + " has no folded description to edit");
  text.insert(at + head.size(), "  This sentence was added in round " + std::to_string(round) + ".\n");
  write(path, text);
}
