#pragma once

#include <cstddef>
#include <memory>
#include <string>

#include "diagnostic/diagnostic.h"
#include "page/site.h"
#include "source/source.h"

namespace versus {

/// Every file of the site, ready to be rendered: templates compiled for each locale, what pages share
/// rendered once.
class Pages {
 public:
  /// Compiles the templates below `templates/`; mistakes go to `diagnostics`. Nothing may be rendered if
  /// there were errors. Site and sources must outlive the pages and stay where they are.
  Pages(const Site& site, const Sources& sources, Diagnostics& diagnostics);
  Pages(const Pages&) = delete;
  Pages& operator=(const Pages&) = delete;
  ~Pages();

  /// Renders what pages share, and in `jobs` threads measures the pages that could show words of a fallback.
  /// To be called once, when all inputs are known to be good.
  void prepare(unsigned jobs);

  std::size_t count() const;

  /// Path of a file relative to the site.
  std::string path(std::size_t index) const;

  /// Appends the bytes of a file; safe from many threads.
  void render(std::size_t index, std::string& out) const;

 private:
  struct State;
  std::unique_ptr<State> state_;
};

}  // namespace versus
