#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "site/dom.h"
#include "site_kit.h"

/// The site of this repository, rendered in memory.
namespace real_site {

/// A language of the site as the tests expect it.
struct Language {
  std::string_view prefix;  ///< Of its addresses.
  std::string_view tag;
  std::vector<std::string_view> hreflang;
  std::vector<std::string_view> headings;  ///< Of a card, of the differences and of when to use which.
};

const std::vector<Language>& languages();

struct Page {
  std::string path;     ///< The file.
  std::string address;  ///< Relative to the site, such as `ja/sip/486/`.
  const Language* language = nullptr;
  dom::Node root;

  bool not_found() const { return address.ends_with("404.html"); }
  bool comparison() const { return address.find("-vs-") != std::string::npos; }
};

struct Site {
  std::string base;    ///< Address of the site.
  std::string prefix;  ///< Its path.
  versus::test::Files files;
  std::vector<Page> pages;

  /// The page at an address relative to the site, or nullptr.
  const Page* page(std::string_view address) const;
};

/// Renders the site as for that address.
Site render(const std::string& base);

/// The site as it is published; rendered once.
const Site& published();

/// Mistakes that a test finds, one line each: comparing them with "" shows all.
class Problems {
 public:
  void add(const Page& page, std::string_view what, std::string_view detail = {});
  const std::string& text() const { return text_; }

 private:
  std::string text_;
};

}  // namespace real_site
