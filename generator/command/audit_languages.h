#pragma once

#include <cstddef>
#include <filesystem>
#include <map>
#include <mutex>
#include <string>
#include <utility>
#include <vector>

#include "audit/text.h"

namespace versus {

/// The different passages of a site, gathered from pages in many threads.
class SitePassages {
 public:
  void add(const std::string& page, std::vector<Passage> passages);

  /// Reports passages in another language than they should be, each once and by the input it comes from;
  /// `root` is the directory of the inputs.
  void audit(const std::filesystem::path& root, unsigned jobs, std::vector<std::string>& errors) const;

 private:
  /// Where a passage stands.
  struct Places {
    std::string first;  ///< Page, by path.
    std::size_t pages = 0;
  };

  std::mutex mutex_;
  std::map<std::pair<std::string, std::string>, Places> places_;  ///< By language and text.
};

}  // namespace versus
