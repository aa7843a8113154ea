#include "site_kit.h"

#include <algorithm>
#include <cstdlib>
#include <fstream>
#include <iterator>
#include <sstream>
#include <stdexcept>
#include <vector>

#include "command/inputs.h"
#include "diagnostic/print.h"
#include "source/inputs.h"
#include "source/parallel.h"

namespace versus::test {

namespace fs = std::filesystem;

namespace {

std::string read_file(const fs::path& path) {
  std::ifstream in(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(in), {}};
}

std::string from_hex(std::string_view text) {
  std::string digits;
  std::ranges::copy_if(text, std::back_inserter(digits), [](char c) { return std::isxdigit(c) != 0; });
  std::string bytes;
  for (std::size_t i = 0; i + 1 < digits.size(); i += 2)
    bytes += static_cast<char>(std::stoi(digits.substr(i, 2), nullptr, 16));
  return bytes;
}

/// One block of changes; `body` holds its lines without the first.
struct Block {
  std::string_view mark;
  std::string path;
  std::string body;
};

std::vector<Block> blocks_of(std::string_view changes) {
  std::vector<Block> blocks;
  while (!changes.empty()) {
    const std::size_t end = std::min(changes.find('\n'), changes.size() - 1) + 1;
    const std::string_view line = changes.substr(0, end);
    changes.remove_prefix(end);
    if (line == "==\n") break;
    const std::string_view mark = line.substr(0, 3);
    if (mark == "@@ " || mark == "++ " || mark == "!! " || mark == "xx ") {
      blocks.push_back({mark.substr(0, 2), std::string(line.substr(3, line.find('\n') - 3)), {}});
    } else if (!blocks.empty()) {
      blocks.back().body += line;
    }
  }
  return blocks;
}

void edit(const Block& block, std::string& file) {
  std::string before;
  std::string after;
  std::istringstream lines(block.body);
  for (std::string line; std::getline(lines, line);) {
    if (line.empty()) continue;
    const bool removed = line.starts_with("- ");
    if (!removed && !line.starts_with("+ ")) throw std::runtime_error("neither '- ' nor '+ ': " + line);
    (removed ? before : after).append(line.substr(2)).append("\n");
  }
  // Lines are matched whole: a line end stands before and behind them.
  const std::string text = "\n" + file;
  const std::size_t at = text.find("\n" + before);
  if (before.empty() || at == std::string::npos || text.find("\n" + before, at + 1) != std::string::npos) {
    throw std::runtime_error("does not stand once in " + block.path + ":\n" + before);
  }
  file.replace(at, before.size(), after);
}

}  // namespace

Files read_files(const fs::path& directory) {
  Files files;
  if (!fs::exists(directory)) return files;
  for (const auto& entry : fs::recursive_directory_iterator(directory)) {
    if (!entry.is_regular_file()) continue;
    files[entry.path().lexically_relative(directory).generic_string()] = read_file(entry.path());
  }
  return files;
}

Files read_site(const fs::path& root) {
  const Inputs inputs = read_inputs(root, 1);
  if (!inputs.failure.empty()) throw std::runtime_error(inputs.failure);
  Files files;
  for (const FileId id : inputs.sources.under(""))
    files[inputs.sources[id].path()] = inputs.sources[id].text();
  return files;
}

ChangedSite read_changes(const fs::path& file) {
  const std::string text = read_file(file);
  const std::size_t end = text.find("\n==\n");
  if (end == std::string::npos) return {text + "==\n", {}};
  return {text.substr(0, end + 4), text.substr(end + 4)};
}

Files apply_changes(Files files, std::string_view changes) {
  for (const Block& block : blocks_of(changes)) {
    const bool made = block.mark == "++" || block.mark == "!!";
    if (!made && !files.contains(block.path)) throw std::runtime_error("there is no " + block.path);
    if (block.mark == "xx") {
      files.erase(block.path);
    } else if (block.mark == "@@") {
      edit(block, files[block.path]);
    } else {
      files[block.path] = block.mark == "!!" ? from_hex(block.body) : block.body;
    }
  }
  return files;
}

BuiltSite build_site(const Files& inputs, const InputOptions& options, InputOrder order) {
  Inputs read;
  const auto add = [&](const auto& file) { read.sources.add(file.first, file.second); };
  if (order == InputOrder::sorted) {
    std::for_each(inputs.begin(), inputs.end(), add);
  } else {
    std::for_each(inputs.rbegin(), inputs.rend(), add);
  }
  const auto checked = check_inputs(read, options);

  BuiltSite built;
  std::ostringstream report;
  print_text(report, read.sources, checked->diagnostics, false);
  built.report = std::move(report).str();
  for (const Diagnostic& diagnostic : checked->diagnostics.list())
    built.kinds.insert(diagnostic.kind);
  if (checked->diagnostics.has_errors()) return built;

  Pages& pages = *checked->pages;
  pages.prepare(options.jobs);
  std::vector<std::string> bytes(pages.count());
  parallel_for(pages.count(), options.jobs, [&](std::size_t i) { pages.render(i, bytes[i]); });
  for (std::size_t i = 0; i < pages.count(); ++i) {
    if (!built.files.emplace(pages.path(i), std::move(bytes[i])).second)
      throw std::runtime_error("two files of one path: " + pages.path(i));
  }
  return built;
}

bool updates_golden() {
  return std::getenv("UPDATE_GOLDEN") != nullptr;
}

void write_file(const fs::path& path, const std::string& bytes) {
  fs::create_directories(path.parent_path());
  std::ofstream out(path, std::ios::binary);
  if (!(out << bytes).flush()) throw std::runtime_error("cannot write " + path.string());
}

}  // namespace versus::test
