#include "source/source.h"

#include <algorithm>
#include <utility>

#include "source/utf8.h"

namespace versus {

SourceFile::SourceFile(std::string path, std::string text)
    : path_(std::move(path)), text_(std::move(text)), line_starts_{0} {
  for (std::size_t i = 0; i < text_.size(); ++i) {
    if (text_[i] == '\n') line_starts_.push_back(static_cast<std::uint32_t>(i + 1));
  }
}

Place SourceFile::place(std::uint32_t offset) const {
  offset = std::min(offset, static_cast<std::uint32_t>(text_.size()));
  const auto next = std::upper_bound(line_starts_.begin(), line_starts_.end(), offset);
  const std::uint32_t start = *(next - 1);
  const std::string_view before = std::string_view(text_).substr(start, offset - start);
  return {static_cast<std::size_t>(next - line_starts_.begin()), utf8::count(before) + 1};
}

std::string_view SourceFile::line(std::size_t number) const {
  if (number == 0 || number > line_starts_.size()) return {};
  const std::uint32_t start = line_starts_[number - 1];
  std::string_view rest = std::string_view(text_).substr(start);
  rest = rest.substr(0, rest.find('\n'));
  if (rest.ends_with('\r')) rest.remove_suffix(1);
  return rest;
}

FileId Sources::add(std::string path, std::string text) {
  const FileId id{static_cast<std::uint32_t>(files_.size())};
  by_path_.emplace(path, id);
  files_.emplace_back(std::move(path), std::move(text));
  return id;
}

const FileId* Sources::find(std::string_view path) const {
  const auto found = by_path_.find(path);
  return found == by_path_.end() ? nullptr : &found->second;
}

std::vector<FileId> Sources::under(std::string_view prefix) const {
  std::vector<FileId> result;
  for (auto i = by_path_.lower_bound(prefix); i != by_path_.end() && i->first.starts_with(prefix); ++i) {
    result.push_back(i->second);
  }
  return result;
}

std::string_view Sources::text(const Span& span) const {
  return (*this)[span.file].text().substr(span.begin, span.end - span.begin);
}

}  // namespace versus
