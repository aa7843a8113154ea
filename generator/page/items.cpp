#include "page/items.h"

#include <algorithm>

#include "page/sources.h"

namespace versus {

LinkView source_link(const Site& site, const Locale& locale, const SpecReference& reference) {
  return {source_name(locale, reference), Url::from(site.registry.address(reference)).value_or(Url())};
}

LinkView stack_link(const Site& site, const Locale& locale, const Stack& stack, const std::string& file) {
  return {phrase(site, locale, stack.name.value), Url::from(stack.address(file)).value_or(Url())};
}

ProseText cause_text(const Locale& locale, int cause) {
  const std::string number = std::to_string(cause);
  return compose(locale, "gateway.cause",
                 {{"cause", plain(number)}, {"meaning", word(locale, "cause", number)}});
}

void add_item(std::vector<ItemView>& items, ProseText text, LinkView link) {
  const auto same = std::ranges::find(items, text.html, [](const ItemView& item) { return item.text.html; });
  if (same == items.end()) {
    items.push_back({std::move(text), {std::move(link)}});
  } else if (std::ranges::none_of(same->sources, [&](const LinkView& known) {
               return known.name.plain == link.name.plain && known.url.text() == link.url.text();
             })) {
    same->sources.push_back(std::move(link));
  }
}

}  // namespace versus
