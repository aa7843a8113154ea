#include "page/named_files.h"

#include <algorithm>

namespace versus {

namespace {

constexpr std::string_view plain_directory = "templates/pages/";

/// Files at the root of every site.
constexpr std::array<std::string_view, 6> own_files = {"index.html", "404.html",    "offline.html",
                                                       "robots.txt", "sitemap.xml", "manifest.webmanifest"};

/// True if addresses that begin with this step belong to other files than plain pages.
bool is_taken(std::string_view step, std::string_view protocol, const Locales& locales) {
  return step == protocol || std::ranges::count(own_directories, step) > 0 ||
         std::ranges::count(locales.list, step, &Locale::id) > 0;
}

void report_taken(FileId file, std::string_view name, Diagnostics& diagnostics) {
  diagnostics.add(DiagnosticKind::duplicate_value, {file, 0, 0},
                  std::string("'").append(name).append("' already begins the addresses of other files"),
                  "give this one another name");
}

}  // namespace

std::vector<FileId> empty_templates(const Sources& sources) {
  std::vector<FileId> empty;
  for (const FileId file : sources.under("templates/")) {
    const std::string_view path = sources[file].path();
    const bool is_published = path.starts_with(root_directory) || path.starts_with(asset_directory);
    if (!is_published && path.ends_with(".html") && sources[file].text().empty()) empty.push_back(file);
  }
  return empty;
}

bool is_step(std::string_view text) {
  return !text.empty() && std::ranges::all_of(text, [](char c) {
    return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '-';
  });
}

bool is_plain(std::string_view path) {
  return std::ranges::all_of(path, [](char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') ||
           std::string_view("-._/").find(c) != std::string_view::npos;
  });
}

void check_names(const Sources& sources, std::string_view directory, Diagnostics& diagnostics) {
  for (const FileId file : sources.under(directory)) {
    if (is_plain(sources[file].path())) continue;
    diagnostics.add(DiagnosticKind::unexpected_file, {file, 0, 0}, "this name cannot become an address",
                    "use letters and digits of ASCII, '-', '.' and '_' only");
  }
}

std::vector<std::string> plain_pages(const Sources& sources, std::string_view protocol,
                                     const Locales& locales, Diagnostics& diagnostics) {
  std::vector<std::string> pages;
  for (const FileId file : sources.under(plain_directory)) {
    const std::string_view path = sources[file].path();
    const std::string_view name = path.substr(plain_directory.size());
    const std::string_view step = name.substr(0, name.rfind('.'));
    if (!name.ends_with(".html") || !is_step(step)) {
      diagnostics.add(DiagnosticKind::unexpected_file, {file, 0, 0}, "this name cannot become an address",
                      "name a page like 'trace.html', with lower-case letters, digits and hyphens");
    } else if (is_taken(step, protocol, locales)) {
      report_taken(file, step, diagnostics);
    } else {
      pages.emplace_back(step);
    }
  }
  return pages;
}

void check_root_files(const Sources& sources, std::string_view protocol, const Locales& locales,
                      const std::vector<std::string>& plain_pages, Diagnostics& diagnostics) {
  check_names(sources, root_directory, diagnostics);
  for (const FileId file : sources.under(root_directory)) {
    const std::string_view name = std::string_view(sources[file].path()).substr(root_directory.size());
    const std::string_view step = name.substr(0, name.find('/'));
    if (is_taken(step, protocol, locales) || std::ranges::count(own_files, step) > 0 ||
        std::ranges::count(plain_pages, step) > 0)
      report_taken(file, step, diagnostics);
  }
}

}  // namespace versus
