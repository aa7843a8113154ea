// What has to hold on every page of the real site.

#include <set>
#include <string>

#include "catch.h"
#include "site/survey.h"

using namespace real_site;

namespace {

void check_headings(const View& view, Problems& problems) {
  int last = 0;
  for (const dom::Node* node : dom::all(view.root, "*")) {
    const bool heading =
        node->name.size() == 2 && node->name[0] == 'h' && node->name[1] >= '1' && node->name[1] <= '6';
    if (!heading) continue;
    const int level = node->name[1] - '0';
    if (level > last + 1) problems.add(view.page, "a heading skips a level", dom::text(*node));
    if (dom::text(*node).empty()) problems.add(view.page, "an empty heading");
    last = level;
  }
  if (dom::all(view.root, "h1").size() != 1) problems.add(view.page, "not one h1");
}

void check_ids(const View& view, Record& record, Problems& problems) {
  std::set<std::string_view> ids;
  for (const dom::Node* node : dom::all(view.root, "*")) {
    const std::string_view id = (*node)["id"];
    if (id.empty()) continue;
    if (!ids.insert(id).second) problems.add(view.page, "an id twice", id);
    record.ids.emplace_back(id);
  }
}

/// A Japanese line may end at a space, but a particle cannot begin the next. Pictures have lines of their
/// own, and what begins with a space follows another element.
void check_particles(const View& view, Problems& problems) {
  if (view.page.language->tag != "ja") return;
  for (const dom::Node* element : dom::all(dom::first(view.root, "main"), "*")) {
    if (element->name == "title" || element->name == "text") continue;
    for (const dom::Node& child : element->children) {
      const std::string_view text = child.name.empty() ? child.text : std::string_view();
      for (std::size_t at = text.find(' ', 1); at != std::string_view::npos; at = text.find(' ', at + 1)) {
        const std::string_view next = text.substr(at + 1, 3);
        if (next >= "ぁ" && next <= "ゟ") problems.add(view.page, "a line may end before a particle", text);
      }
    }
  }
}

/// Adds pages that share a text with another of their language.
void check_unique(std::string Record::*text, std::string_view name, Problems& problems) {
  std::set<std::pair<std::string_view, std::string_view>> known;
  for (const Page& page : published().pages) {
    const std::string& own = survey().of(page).*text;
    if (!own.empty() && !known.emplace(page.language->tag, own).second)
      problems.add(page, "another page has the " + std::string(name), own);
  }
}

}  // namespace

namespace real_site {

void check_well_made(const View& view, Record& record, Problems& problems) {
  const Page& page = view.page;
  // JSON-LD ends in as many braces as it likes.
  const std::size_t data =
      std::min(view.bytes.find("<script type=\"application/ld+json\">"), view.bytes.size());
  const std::size_t behind = std::min(view.bytes.find("</script>", data), view.bytes.size());
  for (const std::string_view mark : {"{{", "}}", "undefined"}) {
    if (view.bytes.substr(0, data).find(mark) != std::string::npos ||
        view.bytes.find(mark, behind) != std::string::npos)
      problems.add(page, "left over", mark);
  }
  const dom::Node& html = dom::first(view.root, "html");
  if (html["lang"] != page.language->tag || html["dir"] != "ltr") problems.add(page, "wrong language");
  const auto titles = dom::all(dom::first(view.root, "head"), "title");
  if (titles.size() != 1 || dom::text(*titles[0]).empty()) problems.add(page, "not one title");
  if (!titles.empty()) record.title = dom::text(*titles[0]);
  for (const dom::Node* meta : dom::all(view.root, "meta")) {
    if ((*meta)["name"] == "description") record.description = (*meta)["content"];
  }
  if (page.has_address() && record.description.empty()) problems.add(page, "no description");
  check_headings(view, problems);
  check_ids(view, record, problems);
  check_particles(view, problems);
}

}  // namespace real_site

TEST_CASE("every page is well made", "[site]") {
  CHECK(problems_of(check_well_made) == "");
}

TEST_CASE("no two pages of a language have the same title or description", "[site]") {
  Problems problems;
  check_unique(&Record::title, "title", problems);
  check_unique(&Record::description, "description", problems);
  CHECK(problems.text() == "");
}
