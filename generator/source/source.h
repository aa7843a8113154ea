#pragma once

#include <cstdint>
#include <deque>
#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace versus {

/// Index of a file in `Sources`; stable for the life of the run.
enum class FileId : std::uint32_t {};

/// A half-open range of bytes `[begin, end)` in one input file.
struct Span {
  FileId file{};
  std::uint32_t begin = 0;
  std::uint32_t end = 0;

  friend bool operator==(const Span&, const Span&) = default;
};

/// Where a byte stands for a human: line and column count from 1, the column in characters.
struct Place {
  std::size_t line = 1;
  std::size_t column = 1;
};

/// One input file: its path relative to the root of the inputs, its bytes, and where its lines begin.
class SourceFile {
 public:
  SourceFile(std::string path, std::string text);

  const std::string& path() const { return path_; }
  std::string_view text() const { return text_; }

  /// Line and column of a byte offset; an offset inside a character counts as that character.
  Place place(std::uint32_t offset) const;

  /// Text of a line (from 1) without its line end; empty past the last line.
  std::string_view line(std::size_t number) const;

  /// Byte offset at which a line (from 1) begins.
  std::uint32_t line_start(std::size_t number) const { return line_starts_[number - 1]; }

 private:
  std::string path_;
  std::string text_;
  std::vector<std::uint32_t> line_starts_;
};

/// Owns the bytes of every input file. Nothing here touches the disk: `read_inputs` fills it, and so do
/// tests.
class Sources {
 public:
  /// Adds a file and returns its id; the path must be new. References to earlier files stay valid.
  FileId add(std::string path, std::string text);

  const SourceFile& operator[](FileId id) const { return files_[static_cast<std::size_t>(id)]; }
  std::size_t size() const { return files_.size(); }

  /// The file of that exact path, or nullptr.
  const FileId* find(std::string_view path) const;

  /// All files whose path begins with `prefix`, in byte order of their paths.
  std::vector<FileId> under(std::string_view prefix) const;

  /// Text behind a span.
  std::string_view text(const Span& span) const;

 private:
  std::deque<SourceFile> files_;
  std::map<std::string, FileId, std::less<>> by_path_;
};

}  // namespace versus
