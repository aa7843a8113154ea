#include "diagnostic/print.h"

#include <algorithm>
#include <string>
#include <string_view>

#include "diagnostic/excerpt.h"

namespace versus {

namespace {

constexpr std::size_t number_width = 5;

class TextPrinter {
 public:
  TextPrinter(std::ostream& out, const Sources& sources, bool color)
      : out_(out), sources_(sources), color_(color) {}

  void print(const Diagnostic& diagnostic, Severity severity) {
    const bool error = severity == Severity::error;
    head(diagnostic.span, error ? "error" : "warning", error ? "1;31" : "1;35");
    paint("1", printable(diagnostic.message));
    out_ << " [" << info(diagnostic.kind).id << "]\n";
    place(diagnostic.span, diagnostic.hint);
    for (const Note& note : diagnostic.notes) {
      head(note.span, "note", "1;36");
      out_ << printable(note.message) << '\n';
      place(note.span, {});
    }
  }

 private:
  void paint(std::string_view code, std::string_view text) {
    if (color_) {
      out_ << "\x1b[" << code << 'm' << text << "\x1b[0m";
    } else {
      out_ << text;
    }
  }

  void head(const Span& span, std::string_view word, std::string_view code) {
    const SourceFile& file = sources_[span.file];
    std::string path = printable(file.path());
    if (!file.text().empty()) {
      const Place place = file.place(span.begin);
      path += ':' + std::to_string(place.line) + ':' + std::to_string(place.column);
    }
    paint("1", path + ':');
    out_ << ' ';
    paint(code, std::string(word) + ':');
    out_ << ' ';
  }

  void margin(std::string_view number) {
    out_ << std::string(number_width - std::min(number_width, number.size()), ' ') << number << " | ";
  }

  /// The line of the span, underlined as far as the span goes in it.
  void place(const Span& span, const std::string& hint) {
    const SourceFile& file = sources_[span.file];
    if (file.text().empty()) {
      if (hint.empty()) return;
      margin("");
      out_ << printable(hint) << '\n';
      return;
    }
    const std::size_t line = file.place(span.begin).line;
    const std::uint32_t start = file.line_start(line);
    const Excerpt shown =
        excerpt(file.line(line), std::min<std::size_t>(span.begin, file.text().size()) - start,
                std::max(span.begin, span.end) - start);
    margin(std::to_string(line));
    out_ << shown.text << '\n';
    margin("");
    out_ << std::string(shown.column, ' ');
    paint("1;32", '^' + std::string(shown.width - 1, '~'));
    if (!hint.empty()) {
      out_ << ' ';
      paint("32", printable(hint));
    }
    out_ << '\n';
  }

  std::ostream& out_;
  const Sources& sources_;
  bool color_;
};

/// GitHub's escapes for the text of a workflow command, and for its properties.
std::string github_escaped(std::string_view text, bool property) {
  std::string result;
  for (const char c : text) {
    switch (c) {
      case '%':
        result += "%25";
        break;
      case '\r':
        result += "%0D";
        break;
      case '\n':
        result += "%0A";
        break;
      case ':':
        result += property ? "%3A" : ":";
        break;
      case ',':
        result += property ? "%2C" : ",";
        break;
      default:
        result += c;
    }
  }
  return printable(result);
}

}  // namespace

void print_text(std::ostream& out, const Sources& sources, const Diagnostics& diagnostics, bool color) {
  TextPrinter printer(out, sources, color);
  for (const Diagnostic& diagnostic : diagnostics.list()) {
    printer.print(diagnostic, diagnostics.severity(diagnostic));
  }
}

void print_github(std::ostream& out, const Sources& sources, const Diagnostics& diagnostics) {
  for (const Diagnostic& diagnostic : diagnostics.list()) {
    const SourceFile& file = sources[diagnostic.span.file];
    const bool error = diagnostics.severity(diagnostic) == Severity::error;
    out << (error ? "::error" : "::warning") << " file=" << github_escaped(file.path(), true);
    if (!file.text().empty()) {
      const Place begin = file.place(diagnostic.span.begin);
      const Place end = file.place(std::max(diagnostic.span.begin, diagnostic.span.end));
      out << ",line=" << begin.line << ",endLine=" << end.line;
      // GitHub takes columns only where both are on one line.
      if (begin.line == end.line) out << ",col=" << begin.column << ",endColumn=" << end.column;
    }
    out << ",title=" << info(diagnostic.kind).id << "::";
    const std::string hint = diagnostic.hint.empty() ? "" : "; " + diagnostic.hint;
    out << github_escaped(diagnostic.message + hint, false) << '\n';
  }
}

void print(std::ostream& out, ReportFormat format, const Sources& sources, const Diagnostics& diagnostics,
           bool color) {
  switch (format) {
    case ReportFormat::text:
      return print_text(out, sources, diagnostics, color);
    case ReportFormat::json:
      return print_json(out, sources, diagnostics);
    case ReportFormat::sarif:
      return print_sarif(out, sources, diagnostics);
    case ReportFormat::github:
      return print_github(out, sources, diagnostics);
  }
}

}  // namespace versus
