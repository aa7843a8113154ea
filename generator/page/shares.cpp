#include "page/shares.h"

#include <algorithm>
#include <array>

namespace versus {

namespace {

/// Elements of HTML without content, which nothing closes.
constexpr std::array<std::string_view, 13> void_elements = {
    "area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "track", "wbr"};

/// An element that tells its language.
struct Mark {
  std::string_view element;
  bool foreign = false;
  int depth = 0;  ///< Open elements of that name in it and itself.
};

/// Walks over the tags and text of a page.
class Counter {
 public:
  Counter(std::string_view html, std::string_view language) : html_(html), language_(language) {}

  LetterCount count() {
    at_ = html_.find("<main");
    if (at_ == std::string_view::npos) at_ = html_.find("<body");
    if (at_ == std::string_view::npos) at_ = 0;
    const std::size_t end = std::min(html_.find("</main>", at_), html_.size());
    while (at_ < end) {
      const std::string_view rest = html_.substr(at_);
      if (rest.starts_with("<!--")) {
        skip_past("-->");
      } else if (rest.starts_with("<script")) {
        skip_past("</script>");
      } else if (rest.starts_with("<style")) {
        skip_past("</style>");
      } else if (rest.front() == '<') {
        take_tag();
      } else {
        const std::size_t next = std::min(html_.find('<', at_), end);
        take_text(html_.substr(at_, next - at_));
        at_ = next;
      }
    }
    return count_;
  }

 private:
  void skip_past(std::string_view end) {
    const std::size_t at = html_.find(end, at_);
    at_ = at == std::string_view::npos ? html_.size() : at + end.size();
  }

  /// Where the tag ends that begins here; a `>` in an attribute does not end it.
  std::size_t tag_end() const {
    char quote = 0;
    for (std::size_t i = at_; i < html_.size(); ++i) {
      if (quote != 0) {
        if (html_[i] == quote) quote = 0;
      } else if (html_[i] == '"' || html_[i] == '\'') {
        quote = html_[i];
      } else if (html_[i] == '>') {
        return i;
      }
    }
    return html_.size() - 1;
  }

  void take_tag() {
    const std::size_t end = tag_end();
    std::string_view tag = html_.substr(at_ + 1, end - at_ - 1);
    at_ = end + 1;
    const bool closes = tag.starts_with('/');
    if (closes) tag.remove_prefix(1);
    const std::string_view name = tag.substr(0, tag.find_first_of(" \n/"));
    if (tag.ends_with('/') || std::ranges::find(void_elements, name) != void_elements.end()) return;
    const std::string_view language = closes ? std::string_view() : language_in(tag);
    if (!language.empty()) {
      marks_.push_back({name, language != language_, 1});
    } else if (!marks_.empty() && name == marks_.back().element) {
      // The element ends with the tag that closes it, not with those of its like inside.
      marks_.back().depth += closes ? -1 : 1;
      if (marks_.back().depth == 0) marks_.pop_back();
    }
  }

  /// The language of what an element holds, if the tag tells one; names count as the page's own.
  std::string_view language_in(std::string_view tag) const {
    constexpr std::string_view mark = " lang=";
    const std::size_t begin = tag.find(mark);
    if (begin == std::string_view::npos || begin + mark.size() >= tag.size()) return {};
    if (tag.find(" translate=\"no\"") != std::string_view::npos) return language_;
    const char quote = tag[begin + mark.size()];
    const std::string_view value = tag.substr(begin + mark.size() + 1);
    return value.substr(0, value.find(quote));
  }

  void take_text(std::string_view text) {
    for (std::size_t i = 0; i < text.size(); ++i) {
      const auto c = static_cast<unsigned char>(text[i]);
      if (c <= ' ' || (c & 0xC0U) == 0x80)
        continue;  // White space, and all but the first byte of a character.
      if (c == '&') i = std::min(text.find(';', i), text.size());
      ++count_.all;
      if (!marks_.empty() && marks_.back().foreign) ++count_.foreign;
    }
  }

  std::string_view html_;
  std::string_view language_;
  std::size_t at_ = 0;
  std::vector<Mark> marks_;  ///< Those around the place reached.
  LetterCount count_;
};

}  // namespace

int LetterCount::percent() const {
  return all == 0 ? 0 : static_cast<int>((foreign * 100 + all - 1) / all);
}

LetterCount count_letters(std::string_view html, std::string_view language) {
  return Counter(html, language).count();
}

PageShares::PageShares(const Plan& plan, const std::vector<bool>& lacking, int offered_from)
    : plan_(plan), offered_from_(offered_from) {
  if (std::ranges::find(lacking, true) == lacking.end()) return;
  percent_.resize(plan.count());
  for (std::size_t i = 0; i < plan.count(); ++i) {
    const PageId page = plan.page(i);
    if (page.kind != PageKind::copy && lacking[page.locale]) open_.push_back(i);
  }
}

int PageShares::percent(const PageId& page) const {
  return percent_.empty() ? 0 : percent_[plan_.index(page)];
}

}  // namespace versus
