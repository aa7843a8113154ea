#include "registry/registry.h"

#include <algorithm>
#include <charconv>
#include <map>

#include "registry/fields.h"
#include "source/parallel.h"

namespace versus {

namespace {

bool is_digits(std::string_view text) {
  return !text.empty() && std::ranges::all_of(text, [](char c) { return c >= '0' && c <= '9'; });
}

/// `21.4.24`: numbers joined by dots, the first of which may be a letter as in an appendix.
bool is_section(std::string_view text) {
  for (bool first = true;; first = false) {
    const std::size_t dot = text.find('.');
    const std::string_view part = text.substr(0, dot);
    const bool appendix = first && part.size() == 1 && part[0] >= 'A' && part[0] <= 'Z';
    if (!is_digits(part) && !appendix) return false;
    if (dot == std::string_view::npos) return true;
    text.remove_prefix(dot + 1);
  }
}

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

bool check_classes(const Protocol& protocol, Diagnostics& diagnostics) {
  bool good = true;
  std::map<std::string_view, Span> seen;
  for (const ResponseClass& c : protocol.classes) {
    const std::string& slug = c.slug.value;
    if (slug.size() != 3 || slug[0] < '1' || slug[0] > '9' || !slug.ends_with("xx")) {
      diagnostics.add(DiagnosticKind::bad_format, c.slug.span,
                      "'" + slug + "' does not name a class of codes",
                      "write the first digit and 'xx', as in '4xx'");
      good = false;
    } else if (const auto [first, added] = seen.emplace(slug, c.slug.span); !added) {
      diagnostics.add(DiagnosticKind::duplicate_value, c.slug.span, "class '" + slug + "' stands twice", {},
                      {{first->second, "first defined here"}});
      good = false;
    }
  }
  return good;
}

void check_references(const Registry& registry, const CodeFacts& code, Diagnostics& diagnostics) {
  std::vector<std::string_view> known;
  for (const Specification& s : registry.protocol.specifications)
    known.push_back(s.series);
  for (const auto& [reference, topic] : claims(code)) {
    if (reference.series.empty() || std::ranges::count(known, reference.series) > 0) continue;
    diagnostics.add(DiagnosticKind::unknown_value, reference.span,
                    "'" + reference.series + "' is no series of specifications in protocol.yaml",
                    did_you_mean(reference.series, known));
  }
}

/// Facts of one code that exclude each other.
void check_facts(const Registry& registry, const CodeFacts& code, Diagnostics& diagnostics) {
  const bool deprecated = code.status.value == Status::deprecated;
  if (deprecated && !code.deprecated_by) {
    diagnostics.add(DiagnosticKind::inconsistent_facts, code.status.span, "deprecated, but by nothing",
                    "add 'deprecated_by' with the specification that says so");
  }
  if (!deprecated && code.deprecated_by) {
    diagnostics.add(DiagnosticKind::inconsistent_facts, code.deprecated_by->span,
                    "deprecated by a specification, but not of status 'deprecated'");
  }
  const Outcome outcome = registry.class_of(code).outcome;
  const DialogEffect effect = code.dialog.effect.value;
  const bool fits =
      effect == DialogEffect::none || effect == DialogEffect::by_method ||
      (effect == DialogEffect::early && outcome == Outcome::provisional) ||
      (effect == DialogEffect::confirmed && outcome == Outcome::success) ||
      (effect == DialogEffect::ends_early && outcome != Outcome::provisional && outcome != Outcome::success);
  if (!fits) {
    diagnostics.add(DiagnosticKind::inconsistent_facts, code.dialog.effect.span,
                    "a response of outcome '" + std::string(enum_name(outcome)) +
                        "' cannot have the dialog effect '" + std::string(enum_name(effect)) + "'");
  }
}

/// Drops codes that no page can be made for, with a diagnostic each.
void check_codes(Registry& registry, const std::vector<std::string_view>& directories,
                 Diagnostics& diagnostics) {
  const Protocol& protocol = registry.protocol;
  std::map<int, Span> seen;
  std::vector<CodeFacts> kept;
  for (std::size_t i = 0; i < registry.codes.size(); ++i) {
    CodeFacts& code = registry.codes[i];
    const int number = code.code.value;
    const std::string text = std::to_string(number);
    const auto bad = [&](const std::string& message) {
      diagnostics.add(DiagnosticKind::bad_code_number, code.code.span, message);
    };
    if (number < protocol.codes.from || number > protocol.codes.to) {
      bad(text + " is outside the codes of " + protocol.name + ", " + std::to_string(protocol.codes.from) +
          " to " + std::to_string(protocol.codes.to));
    } else if (std::ranges::count(protocol.classes, number / 100, &ResponseClass::digit) == 0) {
      bad(text + " belongs to no class in protocol.yaml");
    } else if (const auto [first, added] = seen.emplace(number, code.code.span); !added) {
      diagnostics.add(DiagnosticKind::duplicate_code, code.code.span, "code " + text + " is defined twice",
                      {}, {{first->second, "first defined here"}});
    } else if (directories[i] != text) {
      bad(text + " stands in the directory '" + std::string(directories[i]) + "'");
    } else {
      check_facts(registry, code, diagnostics);
      check_references(registry, code, diagnostics);
      kept.push_back(std::move(code));
    }
  }
  std::ranges::sort(kept, {}, [](const CodeFacts& code) { return code.code.value; });
  registry.codes = std::move(kept);
  // A class without codes has no page.
  std::erase_if(registry.protocol.classes, [&](const ResponseClass& c) {
    return std::ranges::none_of(registry.codes,
                                [&](const CodeFacts& code) { return code.code.value / 100 == c.digit(); });
  });
}

}  // namespace

bool decode_scalar(std::string_view text, const Node& node, SpecReference& reference,
                   DecodeContext& context) {
  reference.span = node.span;
  const std::size_t number_at = text.find(' ') + 1;
  const std::size_t number_end = std::min(text.find(' ', number_at), text.size());
  const std::string_view number = text.substr(number_at, number_end - number_at);
  const std::string_view section =
      number_end < text.size() ? text.substr(number_end + 1) : std::string_view();
  const bool good = number_at > 1 && is_digits(number) && number.size() <= 6 &&
                    (number_end == text.size() || is_section(section));
  if (!good) {
    context.diagnostics.add(DiagnosticKind::bad_format, node.span,
                            "'" + std::string(text) + "' is not a place in a specification",
                            "write series, number and section, as in 'RFC 3261 21.4.24'");
    return false;
  }
  reference.series = text.substr(0, number_at - 1);
  std::from_chars(number.data(), number.data() + number.size(), reference.number);
  reference.section = section;
  return true;
}

std::vector<Claim> claims(const CodeFacts& code) {
  std::vector<Claim> result = {{code.defined_in, Topic::definition},
                               {code.senders.source, Topic::senders},
                               {code.dialog.source, Topic::dialog},
                               {code.retry.source, Topic::retry}};
  if (code.deprecated_by) result.push_back({*code.deprecated_by, Topic::status});
  if (code.required_headers) result.push_back({code.required_headers->source, Topic::headers});
  for (const FormerPhrase& former : code.former_phrases)
    result.push_back({former.source, Topic::former_phrase});
  result.insert(result.end(), code.sources.begin(), code.sources.end());
  return result;
}

const ResponseClass& Registry::class_of(const CodeFacts& code) const {
  return *std::ranges::find(protocol.classes, code.code.value / 100, &ResponseClass::digit);
}

std::string Registry::address(const SpecReference& reference) const {
  const auto specification =
      std::ranges::find(protocol.specifications, reference.series, &Specification::series);
  std::string address = specification->address;
  if (reference.section.empty()) address.resize(std::min(address.find('#'), address.size()));
  replace(address, "{number}", std::to_string(reference.number));
  replace(address, "{section}", reference.section);
  return address;
}

std::optional<Registry> load_registry(const Sources& sources, const std::string& slug, unsigned jobs,
                                      Diagnostics& diagnostics) {
  const std::string directory = "content/" + slug + "/";
  Registry registry{.slug = slug, .protocol = {}, .codes = {}};
  {
    const FileId* file = sources.find(directory + "protocol.yaml");
    if (file == nullptr) return std::nullopt;
    const auto node = parse_yaml(sources, *file, diagnostics);
    DecodeContext context{sources, diagnostics};
    if (!node || !decode(*node, registry.protocol, context)) return std::nullopt;
    if (!check_classes(registry.protocol, diagnostics)) return std::nullopt;
  }
  std::ranges::sort(registry.protocol.classes, {}, &ResponseClass::digit);

  std::vector<FileId> files;
  for (const FileId id : sources.under(directory + "codes/")) {
    if (sources[id].path().ends_with("/facts.yaml")) files.push_back(id);
  }
  struct Parsed {
    CodeFacts facts;
    bool good = false;
    Diagnostics diagnostics;
  };
  std::vector<Parsed> parsed(files.size());
  parallel_for(files.size(), jobs, [&](std::size_t i) {
    const auto node = parse_yaml(sources, files[i], parsed[i].diagnostics);
    DecodeContext context{sources, parsed[i].diagnostics};
    parsed[i].good = node && decode(*node, parsed[i].facts, context);
  });

  std::vector<std::string_view> directories;
  for (std::size_t i = 0; i < files.size(); ++i) {
    diagnostics.append(std::move(parsed[i].diagnostics));
    // A code with a mistake elsewhere in its facts still counts, so that its texts are checked as well.
    if (!parsed[i].good && parsed[i].facts.code.value == 0) continue;
    registry.codes.push_back(std::move(parsed[i].facts));
    directories.push_back(directory_of(sources[files[i]].path()));
  }
  check_codes(registry, directories, diagnostics);
  return registry;
}

}  // namespace versus
