#include "page/shares.h"

#include <algorithm>

namespace versus {

namespace {

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
      if (html_[at_] == '<') {
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
  void take_tag() {
    const std::size_t end = std::min(html_.find('>', at_), html_.size() - 1);
    std::string_view tag = html_.substr(at_ + 1, end - at_ - 1);
    at_ = end + 1;
    const bool closes = tag.starts_with('/');
    if (closes) tag.remove_prefix(1);
    if (tag.ends_with('/')) return;
    const std::string_view name = tag.substr(0, tag.find_first_of(" \n/"));
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
    constexpr std::string_view mark = " lang=\"";
    const std::size_t begin = tag.find(mark);
    if (begin == std::string_view::npos) return {};
    if (tag.find(" translate=\"no\"") != std::string_view::npos) return language_;
    const std::string_view value = tag.substr(begin + mark.size());
    return value.substr(0, value.find('"'));
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

PageShares::PageShares(const Plan& plan, std::vector<bool> lacking) : plan_(plan) {
  if (std::ranges::find(lacking, true) == lacking.end()) return;
  percent_.resize(plan.count());
  for (std::size_t i = 0; i < plan.count(); ++i) {
    if (lacking[plan.page(i).locale]) open_.push_back(i);
  }
}

int PageShares::percent(const PageId& page) const {
  return percent_.empty() ? 0 : percent_[plan_.index(page)];
}

}  // namespace versus
