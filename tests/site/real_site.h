#pragma once

#include <map>
#include <memory>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "command/inputs.h"

/// The site of this repository. Pages are rendered when they are asked for; none is kept.
namespace real_site {

/// A language of the site as the tests expect it.
struct Language {
  std::string_view prefix;  ///< Of its addresses.
  std::string_view tag;
  std::vector<std::string_view> hreflang;
  std::vector<std::string_view> headings;  ///< Of a card, of the differences and of when to use which.
};

/// In the order of the site's locales.
const std::vector<Language>& languages();

enum class Kind {
  home,
  all_codes,
  matrix,
  trace,
  response_class,
  code,
  historic,
  comparison,
  not_found,
  offline
};

/// A page that the content calls for.
struct Page {
  Kind kind = Kind::home;
  const Language* language = nullptr;
  std::string rest;                      ///< Address below that of the language, such as `sip/486/`.
  std::string address;                   ///< Relative to the site, such as `ja/sip/486/`.
  std::string path;                      ///< The file.
  const versus::CodeFacts* a = nullptr;  ///< The code, or the lower one of two.
  const versus::CodeFacts* b = nullptr;

  /// False for a page that hosts or browsers show in the place of others.
  bool has_address() const { return kind != Kind::not_found && kind != Kind::offline; }
  bool about(const versus::CodeFacts& code) const { return a == &code || b == &code; }
};

struct Site {
  std::string base;    ///< Address of the site.
  std::string prefix;  ///< Its path.
  versus::Inputs inputs;
  std::unique_ptr<versus::CheckedSite> checked;
  std::map<std::string, std::size_t, std::less<>> files;  ///< What the program makes, by path.
  std::vector<Page> pages;                                ///< What it has to make from this content.
  std::unordered_map<std::string_view, std::size_t> by_address;

  const versus::Registry& registry() const { return checked->site->registry; }

  /// The page at an address relative to the site, or nullptr.
  const Page* page(std::string_view address) const;

  /// The bytes of a file; safe from many threads.
  std::string render(const std::string& path) const;
};

/// Reads and checks the site as for that address. Nothing may be reported but texts that are not translated
/// yet; else it throws the report.
std::unique_ptr<const Site> load(const std::string& base);

/// The site as it is published; loaded once.
const Site& published();

/// Threads that look at pages.
inline constexpr unsigned jobs = 2;

/// Mistakes that a test finds, one line each: comparing them with "" shows all.
class Problems {
 public:
  /// The same mistake on many pages, such as one in a text that they share, is told once with their number.
  void add(const Page& page, std::string_view what, std::string_view detail = {});
  void append(const Problems& other);
  std::string text() const;

 private:
  struct Places {
    std::string first;
    std::size_t count = 0;
  };
  std::map<std::string, Places> list_;
};

}  // namespace real_site
