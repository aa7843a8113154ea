#pragma once

#include <string>
#include <utility>
#include <vector>

#include "site/dom.h"
#include "site/passage.h"
#include "site/real_site.h"

/// One walk over all pages of the published site, each parsed once and by itself. Parsing is what takes the
/// time of these tests, so all of them share the walk and run in one process.
namespace real_site {

/// A page while it is looked at.
struct View {
  const Site& site;
  const Page& page;
  std::string bytes;
  dom::Node root;
};

/// What a page says of one aspect of its code, or of its codes.
struct Aspect {
  std::string name;
  std::string a;
  std::string b;
};

/// What is kept of a page for tests that look at several.
struct Record {
  std::string title;
  std::string description;
  std::vector<std::string> ids;
  std::vector<const Page*> leads_to;                             ///< By links that a reader can follow.
  std::vector<std::pair<const Page*, std::string>> leads_to_id;  ///< Parts of other pages.
  std::vector<Aspect> aspects;
  std::string message;  ///< The example of a code page.
};

/// Looks at one page; may be called from many threads.
using PageCheck = void (*)(const View& view, Record& record, Problems& problems);

void check_well_made(const View& view, Record& record, Problems& problems);
void check_links(const View& view, Record& record, Problems& problems);
void check_search_engines(const View& view, Record& record, Problems& problems);
void check_comparison(const View& view, Record& record, Problems& problems);
void check_code_page(const View& view, Record& record, Problems& problems);
void check_standing(const View& view, Record& record, Problems& problems);
void check_repetition(const View& view, Record& record, Problems& problems);

/// A text of the site and where it stands.
struct Occurrence {
  Passage passage;
  const Page* first = nullptr;
};

struct Survey {
  std::vector<Record> records;       ///< By index of the page.
  std::vector<Occurrence> passages;  ///< Each once.

  const Record& of(const Page& page) const;
};

/// The walk over all pages; made once.
const Survey& survey();

/// What a check found on all pages.
std::string problems_of(PageCheck check);

}  // namespace real_site
