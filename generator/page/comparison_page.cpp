// The part of PageMaker that makes comparisons.

#include <algorithm>

#include "page/describe_pages.h"
#include "page/flow_view.h"
#include "page/page_maker.h"

namespace versus {

namespace {

/// The lines of a message, each marked if the other message does not have it.
std::vector<MessageLineView> marked_lines(const std::vector<std::string>& own,
                                          const std::vector<std::string>& other) {
  std::vector<MessageLineView> lines;
  for (const std::string& line : own)
    lines.push_back({line, !line.empty() && std::ranges::count(other, line) == 0});
  return lines;
}

}  // namespace

void PageMaker::render_comparison(const PageId& id, std::string& out) const {
  const LocaleViews& views = views_[id.locale];
  ComparisonPage view;
  view.page = page_view(id);
  view.a = &views.codes[id.a];
  view.b = &views.codes[id.b];
  view.pair = comparer_.compare(id.locale, id.a, id.b);
  for (std::size_t i = 0; i < axes().size(); ++i) {
    if (!comparer_.says(id.a, i) && !comparer_.says(id.b, i)) continue;
    // An empty cell and one that says so in a fact read alike: then there is no difference to show.
    const Html& a_cell = views.cells[id.a][i];
    const Html& b_cell = views.cells[id.b][i];
    (a_cell.text == b_cell.text ? view.shared : view.differences)
        .push_back({&views.axes[i], &a_cell, &b_cell});
  }
  const CodeFacts& code_a = site_.registry.codes[id.a];
  const CodeFacts& code_b = site_.registry.codes[id.b];
  if (same_steps(code_a.flow, code_b.flow)) {
    view.one_flow = true;
    view.flow = flow_view(site_, site_.locales.list[id.locale], {&code_a, &code_b});
  }
  view.message_a = marked_lines(view.a->message, view.b->message);
  view.message_b = marked_lines(view.b->message, view.a->message);
  for (const CodePair& pair : comparer_.related(id.a, id.b)) {
    const std::size_t other = pair.a == id.a || pair.a == id.b ? pair.b : pair.a;
    auto entry = std::ranges::find(view.related, views.codes[other].code, &RelatedView::code);
    if (entry == view.related.end())
      entry = view.related.insert(entry, {views.codes[other].code, views.codes[other].topic, {}});
    entry->pairs.push_back(pair_link(id.locale, pair.a, pair.b));
  }
  view.sources = views.sources.list({id.a, id.b});
  add_steps(id, view);
  if (view.pair.curated) view.edit = edit_url(site_.config, site_.pairs[id.locale].at({id.a, id.b}).file);
  templates_[id.locale].comparison.render(view, out);
}

void PageMaker::add_steps(const PageId& id, ComparisonPage& view) const {
  const std::size_t codes = site_.registry.codes.size();
  // The next code in one direction that is not the other one of the pair.
  const auto step = [&](std::size_t from, std::size_t other, int direction) -> PairLinkView {
    std::size_t to = from;
    do {
      to += static_cast<std::size_t>(direction);  // Below zero it is not below the number of codes.
    } while (to == other);
    return to < codes ? pair_link(id.locale, to, other) : PairLinkView();
  };
  view.a_before = step(id.a, id.b, -1);
  view.a_after = step(id.a, id.b, 1);
  view.b_before = step(id.b, id.a, -1);
  view.b_after = step(id.b, id.a, 1);
  const std::size_t index = plan_.index(id);
  const auto neighbour = [&](std::size_t at) -> PairLinkView {
    if (at >= plan_.count()) return {};
    const PageId page = plan_.page(at);
    return page.kind == id.kind && page.locale == id.locale ? pair_link(id.locale, page.a, page.b)
                                                            : PairLinkView();
  };
  view.before = neighbour(index - 1);
  view.after = neighbour(index + 1);
}

}  // namespace versus
