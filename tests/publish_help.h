#pragma once

#include <filesystem>
#include <fstream>
#include <map>
#include <string>
#include <variant>

#include <stdlib.h>

#include "catch.h"
#include "publish/publish.h"

/// A directory that is removed with the object, and a site in it.
class Workplace {
 public:
  Workplace() {
    std::string pattern = std::filesystem::temp_directory_path() / "versus-unit-XXXXXX";
    REQUIRE(::mkdtemp(pattern.data()) != nullptr);
    root = std::filesystem::canonical(pattern);
  }
  Workplace(const Workplace&) = delete;
  Workplace& operator=(const Workplace&) = delete;
  ~Workplace() { std::filesystem::remove_all(root); }

  std::filesystem::path site() const { return root / "site"; }
  std::filesystem::path state() const { return root / ".site.versus"; }

  /// Makes a file and the directories above it.
  void put(const std::filesystem::path& path, const std::string& bytes) const {
    std::filesystem::create_directories((root / path).parent_path());
    std::ofstream(root / path, std::ios::binary) << bytes;
  }

  std::string get(const std::filesystem::path& path) const {
    std::ifstream stream(root / path, std::ios::binary);
    return std::string(std::istreambuf_iterator(stream), {});
  }

  std::filesystem::path root;
};

using SiteFiles = std::map<std::string, std::string>;

inline versus::Output output_of(const SiteFiles& files) {
  const auto at = [&files](std::size_t i) {
    return std::next(files.begin(), static_cast<std::ptrdiff_t>(i));
  };
  return {files.size(), [at](std::size_t i) { return at(i)->first; },
          [at](std::size_t i, std::string& out) { out += at(i)->second; }};
}

/// Opens and publishes; the message of a failure, or "files written removed".
inline std::string publish(const versus::PublishOptions& options, const SiteFiles& files,
                           std::string_view digest = "digest") {
  auto publisher = versus::Publisher::open(options);
  if (const auto* failure = std::get_if<versus::Failure>(&publisher)) return failure->message;
  const auto result = std::get<versus::Publisher>(publisher).publish(output_of(files), digest);
  if (const auto* failure = std::get_if<versus::Failure>(&result)) return failure->message;
  const auto& report = std::get<versus::PublishReport>(result);
  return std::to_string(report.files) + " " + std::to_string(report.written) + " " +
         std::to_string(report.removed);
}

inline versus::PublishOptions options_for(const std::filesystem::path& out, unsigned jobs = 2) {
  return {out, {}, jobs, {}};
}

/// Bytes of every file of a directory, and every other entry with what it is, by path.
inline SiteFiles files_in(const std::filesystem::path& directory) {
  SiteFiles result;
  for (const auto& entry : std::filesystem::recursive_directory_iterator(directory)) {
    const std::string path = entry.path().lexically_relative(directory);
    if (entry.is_symlink()) {
      result[path] = "-> " + std::filesystem::read_symlink(entry.path()).string();
    } else if (entry.is_regular_file()) {
      std::ifstream stream(entry.path(), std::ios::binary);
      result[path] = std::string(std::istreambuf_iterator(stream), {});
    } else if (entry.is_directory() && std::filesystem::is_empty(entry)) {
      result[path + "/"] = "";
    }
  }
  return result;
}

/// True if a publication of these files was made before and stands untouched.
inline bool up_to_date(const std::filesystem::path& out, std::string_view digest) {
  auto publisher = versus::Publisher::open(options_for(out));
  REQUIRE(std::holds_alternative<versus::Publisher>(publisher));
  versus::PublishReport report;
  return std::get<versus::Publisher>(publisher).up_to_date(digest, report);
}
