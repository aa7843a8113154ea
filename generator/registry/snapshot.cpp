#include "registry/snapshot.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <cstdint>

namespace versus {

namespace {

constexpr std::string_view header = "Response Code,Description,Reference";
constexpr std::string_view deprecated_mark = " (Deprecated)";

struct Cell {
  std::string text;
  Span span;
};

struct Row {
  std::array<Cell, 3> cells;
  int code = 0;              ///< 0 if the cell is no number.
  bool well_formed = false;  ///< Nothing about it has been reported.

  const Cell& number() const { return cells[0]; }
  const Cell& phrase() const { return cells[1]; }
  const Cell& reference() const { return cells[2]; }
};

/// The cells of one line of CSV (RFC 4180 section 2); quoted cells end on the line they begin on.
std::vector<Cell> cells_of(const Span& place, std::string_view line) {
  std::vector<Cell> cells(1);
  cells.back().span = {place.file, place.begin, place.begin};
  bool quoted = false;
  for (std::size_t i = 0; i < line.size(); ++i) {
    const std::uint32_t end = place.begin + static_cast<std::uint32_t>(i) + 1;
    if (line[i] == '"') {
      const bool escaped = quoted && i + 1 < line.size() && line[i + 1] == '"';
      if (escaped)
        cells.back().text += line[i++];
      else
        quoted = !quoted;
    } else if (line[i] == ',' && !quoted) {
      cells.push_back({{}, {place.file, end, end}});
      continue;
    } else {
      cells.back().text += line[i];
    }
    cells.back().span.end = end;
  }
  return cells;
}

class SnapshotCheck {
 public:
  SnapshotCheck(const Registry& registry, Diagnostics& diagnostics)
      : registry_(registry), diagnostics_(diagnostics), matched_(registry.codes.size()) {}

  void check(FileId file, std::string_view text) {
    read(file, text);
    std::vector<const Row*> left;
    for (const Row& row : rows_) {
      if (!match_by_number(row)) left.push_back(&row);
    }
    for (const Row* row : left)
      match_by_phrase(*row);
    for (std::size_t i = 0; i < matched_.size(); ++i) {
      const CodeFacts& code = registry_.codes[i];
      if (!matched_[i] && code.sound) {
        report(code.code.span, std::to_string(code.code.value) + " is not registered",
               "only registered codes belong here; registry.csv may be out of date");
      }
    }
  }

 private:
  void read(FileId file, std::string_view text) {
    for (std::size_t at = 0, number = 0; at < text.size(); ++number) {
      const std::size_t end = std::min(text.find('\n', at), text.size());
      std::string_view line = text.substr(at, end - at);
      if (line.ends_with('\r')) line.remove_suffix(1);
      const Span span{file, static_cast<std::uint32_t>(at), static_cast<std::uint32_t>(at + line.size())};
      if (number == 0 && line != header) {
        bad(span, "unknown columns", std::string("expected ").append(header));
      } else if (number > 0 && !line.empty()) {
        read_row(span, cells_of(span, line));
      }
      at = end + 1;
    }
  }

  void read_row(const Span& span, std::vector<Cell> cells) {
    Row& row = rows_.emplace_back();
    row.well_formed = cells.size() == 3;
    if (!row.well_formed) bad(span, std::to_string(cells.size()) + " cells in a row of three", {});
    cells.resize(3);
    std::ranges::move(cells, row.cells.begin());
    const std::string& digits = row.number().text;
    const auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), row.code);
    if (error == std::errc() && end == digits.data() + digits.size()) return;
    if (row.well_formed) bad(row.number().span, "not a response code", {});
    row.code = 0;
    row.well_formed = false;
  }

  /// True if the row belongs to a code of its number. Of two rows with one number the one with the code's
  /// phrase does.
  bool match_by_number(const Row& row) {
    const std::size_t index = registry_.find(row.code);
    if (index == registry_.codes.size() || matched_[index]) return false;
    const auto fits = [&](const Row& r) {
      return r.code == row.code && r.phrase().text == registry_.codes[index].in_registry().value;
    };
    if (!fits(row) && std::ranges::any_of(rows_, fits)) return false;
    matched_[index] = true;
    if (registry_.codes[index].sound && row.well_formed) compare(registry_.codes[index], row);
    return true;
  }

  /// A row whose number is wrong is known by its phrase, so that the code does not count as missing as well.
  void match_by_phrase(const Row& row) {
    for (std::size_t i = 0; i < matched_.size(); ++i) {
      const CodeFacts& code = registry_.codes[i];
      if (matched_[i] || code.in_registry().value != row.phrase().text) continue;
      matched_[i] = true;
      if (row.well_formed) {
        report(code.code.span, "'" + code.phrase.value + "' is registered as " + row.number().text, {},
               row.number());
      }
      return;
    }
    if (!row.well_formed) return;
    if (registry_.find(row.code) < registry_.codes.size()) {
      bad(row.number().span, "code " + row.number().text + " stands twice", {});
    } else {
      report(row.number().span, "code " + row.number().text + " is registered, but not described here",
             "`versus new code " + row.number().text + "` begins its files");
    }
  }

  void compare(const CodeFacts& code, const Row& row) {
    const std::string& registered = row.phrase().text;
    const bool deprecated = registered.ends_with(deprecated_mark);
    const std::string bare =
        registered.substr(0, registered.size() - (deprecated ? deprecated_mark.size() : 0));
    if (bare == code.phrase.value && deprecated != (code.status.value == Status::deprecated)) {
      report(code.status.span,
             std::string(deprecated ? "deprecated" : "not deprecated").append(" in the registry"), {},
             row.phrase());
    } else if (registered != code.in_registry().value) {
      report(code.in_registry().span, "the registered phrase is '" + registered + "'", {}, row.phrase());
    }
    if (!refers_to(row.reference().text, code.defined_in)) {
      report(code.defined_in.span,
             row.reference().text.empty() ? "the registry names no other specification than its own"
                                          : "the registry names " + row.reference().text,
             {}, row.reference());
    }
  }

  /// True if the cell, such as `[RFC3262][RFC6665]`, names the document; an empty one names the registry's
  /// own.
  bool refers_to(std::string_view cell, const SpecReference& place) const {
    if (cell.empty()) return registry_.protocol.registry->default_reference.same_document(place);
    const std::string name =
        std::string(1, '[').append(place.series).append(std::to_string(place.number)) + ']';
    return cell.find(name) != std::string_view::npos;
  }

  void report(const Span& span, std::string message, std::string hint) {
    diagnostics_.add(DiagnosticKind::registry_mismatch, span, std::move(message), std::move(hint));
  }
  void report(const Span& span, std::string message, std::string hint, const Cell& cell) {
    diagnostics_.add(DiagnosticKind::registry_mismatch, span, std::move(message), std::move(hint),
                     {{cell.span, "registered here"}});
  }
  void bad(const Span& span, std::string message, std::string hint) {
    diagnostics_.add(DiagnosticKind::bad_registry, span, std::move(message), std::move(hint));
  }

  const Registry& registry_;
  Diagnostics& diagnostics_;
  std::vector<Row> rows_;
  std::vector<bool> matched_;  ///< By index of the code: a row belongs to it.
};

}  // namespace

void check_snapshot(const Sources& sources, const std::string& directory, const Registry& registry,
                    Diagnostics& diagnostics) {
  if (!registry.sound || registry.codes.empty()) return;
  const FileId* file = sources.find(directory + "registry.csv");
  const auto& described = registry.protocol.registry;
  if (described && file == nullptr) {
    diagnostics.add(DiagnosticKind::missing_file, described->name.span,
                    "there is no registry.csv beside this file", "it holds the registry's table of codes");
  } else if (file != nullptr && !described) {
    diagnostics.add(DiagnosticKind::unexpected_file, {*file, 0, 0},
                    "protocol.yaml does not say what registry this is", "describe it there under 'registry'");
  } else if (file != nullptr) {
    SnapshotCheck(registry, diagnostics).check(*file, sources[*file].text());
  }
}

}  // namespace versus
