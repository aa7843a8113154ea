#include "registry/fork_order.h"

#include "registry/named_codes.h"

namespace versus {

namespace {

class OrderCheck {
 public:
  OrderCheck(const Registry& registry, const ForkOrder& fork, Diagnostics& diagnostics)
      : registry_(registry), fork_(fork), diagnostics_(diagnostics) {}

  void place(ForkAuthority authority) {
    const bool protocol = authority == ForkAuthority::protocol;
    if (protocol ? !fork_.source : !fork_.file) {
      diagnostics_.add(DiagnosticKind::required_key, fork_.order.key,
                       protocol ? "'source' is missing in 'fork'" : "'file' is missing in 'fork'",
                       protocol ? "add a line 'source: …'" : "add a line 'file: …'");
    }
    if (protocol && fork_.file) other_key(fork_.file->key, "file", "source");
    if (!protocol && fork_.source) other_key(fork_.source->span, "source", "file");
  }

  void codes() {
    Distinct members;
    for (const auto& group : fork_.order.value) {
      for (const CodeGroupMember& member : group) {
        known(member);
        // The decoder has reported one without text.
        if (!member.text.empty()) members.check(member.text, member.span, diagnostics_);
      }
    }
    for (const CodeGroupMember& member : fork_.at_once)
      known(member);
    for (const SentAs& row : fork_.sent_as) {
      known(row.code);
      known(row.as);
    }
    for (const MergedAs& row : fork_.merged) {
      known(row.as);
      for (const CodeGroupMember& member : row.codes)
        known(member);
    }
  }

  /// Each final response has a place.
  void complete() {
    for (const ResponseClass& c : registry_.protocol.classes) {
      if (c.outcome == Outcome::provisional) continue;
      std::string missing;
      bool all = true;
      for (const CodeFacts& code : registry_.codes) {
        if (code.code.value / 100 != c.digit()) continue;
        const bool there = rank(fork_, code.code.value) > 0;
        all = all && !there;
        if (!there) missing.append(missing.empty() ? "" : ", ").append(std::to_string(code.code.value));
      }
      if (missing.empty()) continue;
      diagnostics_.add(DiagnosticKind::incomplete_order, fork_.order.key,
                       "the order lacks " + (all ? c.slug.value : missing),
                       "every final response has a place, by its code or by its class");
    }
  }

 private:
  void other_key(const Span& span, std::string_view key, std::string_view instead) {
    diagnostics_.add(DiagnosticKind::unknown_key, span,
                     std::string(1, '\'').append(key).append("' is not known here"),
                     std::string("it is '").append(instead).append("' that says where this was read"));
  }

  void known(const Located<int>& code) { check_named_code(registry_, code, diagnostics_); }
  void known(const CodeGroupMember& member) {
    if (member.text.empty() || member.text.ends_with("xx")) return;
    known(Located<int>{std::stoi(member.text), member.span, member.span});
  }

  const Registry& registry_;
  const ForkOrder& fork_;
  Diagnostics& diagnostics_;
};

}  // namespace

bool decode_scalar(std::string_view text, const Node& node, CodeGroupMember& member, DecodeContext& context) {
  member.span = node.span;
  const bool response_class = text.ends_with("xx") && is_digits(text.substr(0, text.size() - 2));
  if (text.size() == 3 && (is_digits(text) || response_class)) {
    member.text = text;
    return true;
  }
  context.diagnostics.add(
      DiagnosticKind::bad_format, node.span,
      std::string(1, '\'').append(text).append("' is neither a code nor a class of codes"),
      std::string("write ").append(TextForm<CodeGroupMember>::description));
  return false;
}

bool CodeGroupMember::has(int code) const {
  const std::string number = std::to_string(code);
  return text == number || (text.ends_with("xx") && text[0] == number[0]);
}

std::size_t rank(const ForkOrder& fork, int code) {
  std::size_t of_class = 0;
  for (std::size_t i = 0; i < fork.order.value.size(); ++i) {
    for (const CodeGroupMember& member : fork.order.value[i]) {
      if (!member.has(code)) continue;
      if (!member.text.ends_with("xx")) return i + 1;
      if (of_class == 0) of_class = i + 1;
    }
  }
  return of_class;
}

void check_fork_order(const Registry& registry, const ForkOrder& fork, ForkAuthority authority,
                      Diagnostics& diagnostics) {
  OrderCheck check(registry, fork, diagnostics);
  check.place(authority);
  check.codes();
  if (!fork.order.value.empty()) check.complete();
}

}  // namespace versus
