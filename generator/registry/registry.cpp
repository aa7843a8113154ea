#include "registry/registry.h"

#include <algorithm>
#include <charconv>
#include <map>

#include "registry/check_facts.h"
#include "registry/companions.h"
#include "registry/protocol_fields.h"
#include "registry/snapshot.h"
#include "source/parallel.h"

namespace versus {

namespace {

void replace(std::string& text, std::string_view what, std::string_view with) {
  for (std::size_t at = text.find(what); at != std::string::npos; at = text.find(what, at + with.size())) {
    text.replace(at, what.size(), with);
  }
}

/// Name of the directory that holds a code's files.
std::string_view directory_of(std::string_view path) {
  path = path.substr(0, path.rfind('/'));
  return path.substr(path.rfind('/') + 1);
}

/// Reports and drops what is no class; true if there was nothing to drop.
bool check_classes(Protocol& protocol, Diagnostics& diagnostics) {
  std::map<std::string, Span> seen;
  const auto dropped = std::erase_if(protocol.classes, [&](const ResponseClass& c) {
    const std::string& slug = c.slug.value;
    if (slug.empty()) return true;  // The decoder has reported it.
    if (slug.size() != 3 || slug[0] < '1' || slug[0] > '9' || !slug.ends_with("xx")) {
      diagnostics.add(DiagnosticKind::bad_format, c.slug.span,
                      "'" + slug + "' does not name a class of codes",
                      "write the first digit and 'xx', as in '4xx'");
      return true;
    }
    const auto [first, added] = seen.emplace(slug, c.slug.span);
    if (!added) {
      diagnostics.add(DiagnosticKind::duplicate_value, c.slug.span, "class '" + slug + "' stands twice", {},
                      {{first->second, "first defined here"}});
    }
    return !added;
  });
  std::ranges::sort(protocol.classes, {}, &ResponseClass::digit);
  return dropped == 0;
}

/// True if the series has an address; reported otherwise.
bool check_series(const Protocol& protocol, const SpecReference& reference, Diagnostics& diagnostics) {
  std::vector<std::string_view> known;
  for (const Specification& s : protocol.specifications)
    known.push_back(s.series.value);
  if (reference.series.empty() || std::ranges::count(known, reference.series) > 0) return true;
  diagnostics.add(DiagnosticKind::unknown_value, reference.span,
                  "'" + reference.series + "' is no series of specifications in protocol.yaml",
                  did_you_mean(reference.series, known));
  return false;
}

/// Reports series that stand twice; true if there was none.
bool check_specifications(const Protocol& protocol, Diagnostics& diagnostics) {
  std::map<std::string_view, Span> seen;
  bool good = true;
  for (const Specification& s : protocol.specifications) {
    const auto [first, added] = seen.emplace(s.series.value, s.series.span);
    if (added || s.series.value.empty()) continue;
    good = false;
    diagnostics.add(DiagnosticKind::duplicate_value, s.series.span,
                    "series '" + s.series.value + "' stands twice", {},
                    {{first->second, "first defined here"}});
  }
  return good;
}

bool load_protocol(const Sources& sources, const std::string& path, Protocol& protocol,
                   Diagnostics& diagnostics) {
  const FileId* file = sources.find(path);
  if (file == nullptr) return false;
  const auto node = parse_yaml(sources, *file, diagnostics);
  DecodeContext context{sources, diagnostics};
  const bool decoded = node && decode(*node, protocol, context);
  bool good = check_classes(protocol, diagnostics) && decoded;
  good = check_specifications(protocol, diagnostics) && good;
  for (const ResponseClass& c : protocol.classes) {
    if (!decoded) break;
    good = check_series(protocol, c.source, diagnostics) && good;
    good = check_series(protocol, c.transaction.source, diagnostics) && good;
  }
  if (decoded && protocol.fork && protocol.fork->source)
    good = check_series(protocol, *protocol.fork->source, diagnostics) && good;
  return good;
}

/// Checks the numbers of the codes against the protocol, their directories and each other.
class NumberCheck {
 public:
  NumberCheck(const Registry& registry, Diagnostics& diagnostics)
      : registry_(registry), diagnostics_(diagnostics) {}

  /// True if the number is right or nothing is known of it; to be called for codes that stand in their own
  /// directories first.
  bool check(const CodeFacts& code, std::string_view directory) {
    const Protocol& protocol = registry_.protocol;
    const int number = code.code.value;
    const std::string text = std::to_string(number);
    if (number == 0) return false;  // The decoder has reported it.
    if (registry_.sound && (number < protocol.codes.from || number > protocol.codes.to)) {
      return bad(code, text + " is outside the codes of " + protocol.name + ", " +
                           std::to_string(protocol.codes.from) + " to " + std::to_string(protocol.codes.to));
    }
    if (registry_.sound && std::ranges::count(protocol.classes, number / 100, &ResponseClass::digit) == 0) {
      return bad(code, text + " belongs to no class in protocol.yaml");
    }
    if (const auto [first, added] = seen_.emplace(number, code.code.span); !added) {
      diagnostics_.add(DiagnosticKind::duplicate_code, code.code.span, "code " + text + " is defined twice",
                       {}, {{first->second, "first defined here"}});
      return false;
    }
    if (directory == text) return true;
    return bad(code, text + " stands in the directory '" + std::string(directory) + "'",
               "correct the number, or name the directory '" + text + "'");
  }

 private:
  bool bad(const CodeFacts& code, std::string message, std::string hint = {}) {
    diagnostics_.add(DiagnosticKind::bad_code_number, code.code.span, std::move(message), std::move(hint));
    return false;
  }

  const Registry& registry_;
  Diagnostics& diagnostics_;
  std::map<int, Span> seen_;
};

struct ReadCode {
  CodeFacts facts;
  std::string_view directory;
  Diagnostics diagnostics;
};

/// Takes over the codes that have texts to check, and drops classes without codes, since they have no page.
void take_codes(std::vector<ReadCode> read, Registry& registry, Diagnostics& diagnostics) {
  std::ranges::stable_partition(
      read, [](const ReadCode& code) { return code.directory == std::to_string(code.facts.code.value); });
  NumberCheck numbers(registry, diagnostics);
  for (ReadCode& code : read) {
    diagnostics.append(std::move(code.diagnostics));
    CodeFacts& facts = code.facts;
    if (!numbers.check(facts, code.directory)) {
      // The files stand in a directory that tells which code is meant, if not two are.
      facts.sound = false;
      facts.code.value = 0;
      if (is_digits(code.directory) && code.directory.size() == 3) {
        std::from_chars(code.directory.data(), code.directory.data() + 3, facts.code.value);
      }
      if (facts.code.value < 100) continue;
    }
    for (const Claim& claim : claims(facts)) {
      if (registry.sound) check_series(registry.protocol, claim.at, diagnostics);
    }
    if (registry.sound && facts.sound) check_facts(registry, facts, diagnostics);
    registry.codes.push_back(std::move(facts));
  }
  std::ranges::sort(registry.codes, {}, [](const CodeFacts& code) { return code.code.value; });
  check_named_codes(registry, diagnostics);
  std::erase_if(registry.protocol.classes, [&](const ResponseClass& c) {
    return std::ranges::none_of(registry.codes,
                                [&](const CodeFacts& code) { return code.code.value / 100 == c.digit(); });
  });
}

}  // namespace

bool decode_scalar(std::string_view text, const Node& node, Date& date, DecodeContext& context) {
  date.text = text;
  const bool good = text.size() == 10 && is_digits(text.substr(0, 4)) && text[4] == '-' &&
                    is_digits(text.substr(5, 2)) && text[7] == '-' && is_digits(text.substr(8));
  if (!good) {
    context.diagnostics.add(DiagnosticKind::bad_format, node.span, "not a date",
                            std::string("write ").append(TextForm<Date>::description));
  }
  return good;
}

const ResponseClass& Registry::class_of(const CodeFacts& code) const {
  return *std::ranges::find(protocol.classes, code.code.value / 100, &ResponseClass::digit);
}

std::size_t Registry::find(int number) const {
  const auto at =
      std::ranges::lower_bound(codes, number, {}, [](const CodeFacts& code) { return code.code.value; });
  return at != codes.end() && at->code.value == number ? static_cast<std::size_t>(at - codes.begin())
                                                       : codes.size();
}

std::string Registry::address(const SpecReference& reference) const {
  const auto specification = std::ranges::find(protocol.specifications, reference.series,
                                               [](const Specification& s) { return s.series.value; });
  std::string address = specification->address.value;
  if (reference.section.empty()) address.resize(std::min(address.find('#'), address.size()));
  replace(address, "{number}", std::to_string(reference.number));
  replace(address, "{section}", reference.section);
  return address;
}

Registry load_registry(const Sources& sources, const std::string& slug, unsigned jobs,
                       Diagnostics& diagnostics) {
  const std::string directory = "content/" + slug + "/";
  Registry registry{.slug = slug, .protocol = {}, .codes = {}, .historic = {}, .stacks = {}};
  registry.sound = load_protocol(sources, directory + "protocol.yaml", registry.protocol, diagnostics);

  const std::string codes = directory + "codes/";
  std::vector<FileId> files;
  for (const FileId id : sources.under(codes)) {
    const std::string_view path = std::string_view(sources[id].path()).substr(codes.size());
    if (path.ends_with("/facts.yaml") && std::ranges::count(path, '/') == 1) files.push_back(id);
  }
  std::vector<ReadCode> read(files.size());
  parallel_for(files.size(), jobs, [&](std::size_t i) {
    ReadCode& code = read[i];
    code.directory = directory_of(sources[files[i]].path());
    code.facts.code.span = {files[i], 0, 0};
    const auto node = parse_yaml(sources, files[i], code.diagnostics);
    DecodeContext context{sources, code.diagnostics};
    code.facts.sound = node && decode(*node, code.facts, context);
  });
  take_codes(std::move(read), registry, diagnostics);
  if (registry.sound && registry.protocol.fork && !registry.codes.empty())
    check_fork_order(registry, *registry.protocol.fork, ForkAuthority::protocol, diagnostics);
  load_companions(sources, directory, registry, diagnostics);
  check_snapshot(sources, directory, registry, diagnostics);
  return registry;
}

}  // namespace versus
