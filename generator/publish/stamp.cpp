#include "publish/stamp.h"

#include <algorithm>
#include <atomic>
#include <optional>
#include <type_traits>

#include <sys/stat.h>

#include "publish/paths.h"
#include "source/parallel.h"

namespace versus::publishing {
namespace {

static_assert(std::has_unique_object_representations_v<Metadata>, "its bytes are hashed");

/// Reads what files and directories are; one slice of the manifest is done by one thread.
class Survey {
 public:
  /// `known` holds what the files are, if that is not to be asked.
  Survey(const Site& site, const Manifest& manifest, std::span<const Metadata> known)
      : root_(site.directory.get()), manifest_(manifest), known_(known) {}

  bool slice(std::size_t begin, std::size_t end, std::vector<Metadata>& all) const {
    std::string path;
    if (begin == 0 && !directory(".", all)) return false;
    for (std::size_t i = begin; i < end; ++i) {
      const std::string& file = manifest_.files[i].path;
      const std::string_view last = i == 0 ? std::string_view() : parent_of(manifest_.files[i - 1].path);
      // Paths below one directory are neighbours, so what the path before does not share is new.
      const std::string_view here = parent_of(file);
      for (std::size_t length = 0; length < here.size(); ++length) {
        length = std::min(here.find('/', length), here.size());
        path = here.substr(0, length);
        if (last.starts_with(path) && (last.size() == length || last[length] == '/')) continue;
        if (!directory(path.c_str(), all)) return false;
      }
      if (!known_.empty()) {
        all.push_back(known_[i]);
      } else if (!metadata_at(root_, file.c_str(), all.emplace_back())) {
        return false;
      }
    }
    return true;
  }

 private:
  bool directory(const char* path, std::vector<Metadata>& all) const {
    // Each level is checked to be no symbolic link, so that what is asked for below it is in the site.
    return metadata_at(root_, path, all.emplace_back()) && S_ISDIR(all.back().mode);
  }

  int root_;
  const Manifest& manifest_;
  std::span<const Metadata> known_;
};

std::string first_line(const Stamped& stamped) {
  return to_hex(hash(stamped.digest)) + "\n";
}

std::optional<std::string> second_line(const Site& site, const Stamped& stamped,
                                       std::span<const Metadata> known, unsigned jobs) {
  constexpr std::size_t slice = 512;
  const std::size_t files = stamped.manifest.files.size();
  const Survey survey(site, stamped.manifest, known);
  std::vector<std::vector<Metadata>> parts(files / slice + 1);
  std::atomic<bool> complete = true;
  parallel_for(parts.size(), jobs, [&](std::size_t i) {
    parts[i].reserve(2 * slice);
    if (complete && !survey.slice(i * slice, std::min(files, (i + 1) * slice), parts[i])) complete = false;
  });
  if (!complete) return std::nullopt;
  std::string bytes = to_hex(stamped.manifest_hash);
  for (const auto& part : parts) {
    bytes.append(reinterpret_cast<const char*>(part.data()), part.size() * sizeof(Metadata));
  }
  return to_hex(hash(bytes)) + "\n";
}

}  // namespace

void write_stamp(const Site& site, const Stamped& stamped, std::span<const Metadata> files, unsigned jobs) {
  const auto second = second_line(site, stamped, files, jobs);
  if (second) replace_file(site.state.get(), stamp_name, first_line(stamped) + *second);
}

bool stamp_holds(const Site& site, const Stamped& stamped, unsigned jobs) {
  std::string stamp;
  const std::string first = first_line(stamped);
  if (!read_file(site.state.get(), stamp_name, stamp) || !stamp.starts_with(first)) return false;
  const auto second = second_line(site, stamped, {}, jobs);
  return second && stamp == first + *second;
}

}  // namespace versus::publishing
