#include <algorithm>
#include <string>
#include <string_view>

#include <nlohmann/json.hpp>

#include "diagnostic/print.h"

namespace versus {

namespace {

using OrderedJson = nlohmann::ordered_json;

void write(std::ostream& out, const OrderedJson& json) {
  // Paths and quoted text may hold bytes that are not UTF-8; JSON cannot.
  out << json.dump(2, ' ', false, OrderedJson::error_handler_t::replace) << '\n';
}

std::string_view severity_name(Severity severity) {
  return severity == Severity::error ? "error" : "warning";
}

OrderedJson json_place(const Sources& sources, const Span& span) {
  const SourceFile& file = sources[span.file];
  OrderedJson json = {{"path", file.path()}};
  if (file.text().empty()) return json;
  const Place begin = file.place(span.begin);
  const Place end = file.place(std::max(span.begin, span.end));
  json["line"] = begin.line;
  json["column"] = begin.column;
  json["end_line"] = end.line;
  json["end_column"] = end.column;
  return json;
}

/// RFC 3986 2.3: everything but unreserved characters and slashes is percent-encoded.
std::string uri(std::string_view path) {
  constexpr std::string_view digits = "0123456789ABCDEF";
  constexpr std::string_view kept = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~/";
  std::string result;
  for (const char c : path) {
    if (kept.find(c) != std::string_view::npos) {
      result += c;
    } else {
      const auto byte = static_cast<unsigned char>(c);
      result += {'%', digits[byte >> 4], digits[byte & 15]};
    }
  }
  return result;
}

OrderedJson sarif_location(const Sources& sources, const Span& span) {
  const SourceFile& file = sources[span.file];
  OrderedJson place = {{"artifactLocation", {{"uri", uri(file.path())}}}};
  if (!file.text().empty()) {
    const Place begin = file.place(span.begin);
    const Place end = file.place(std::max(span.begin, span.end));
    place["region"] = {{"startLine", begin.line},
                       {"startColumn", begin.column},
                       {"endLine", end.line},
                       {"endColumn", end.column}};
  }
  return {{"physicalLocation", std::move(place)}};
}

}  // namespace

void print_json(std::ostream& out, const Sources& sources, const Diagnostics& diagnostics) {
  OrderedJson list = OrderedJson::array();
  for (const Diagnostic& diagnostic : diagnostics.list()) {
    OrderedJson json = json_place(sources, diagnostic.span);
    json["severity"] = severity_name(diagnostics.severity(diagnostic));
    json["kind"] = info(diagnostic.kind).id;
    json["message"] = diagnostic.message;
    if (!diagnostic.hint.empty()) json["hint"] = diagnostic.hint;
    for (const Note& note : diagnostic.notes) {
      OrderedJson noted = json_place(sources, note.span);
      noted["message"] = note.message;
      json["notes"].push_back(std::move(noted));
    }
    list.push_back(std::move(json));
  }
  write(out, {{"errors", diagnostics.count(Severity::error)},
              {"warnings", diagnostics.count(Severity::warning)},
              {"diagnostics", std::move(list)}});
}

void print_sarif(std::ostream& out, const Sources& sources, const Diagnostics& diagnostics) {
  OrderedJson rules = OrderedJson::array();
  for (const DiagnosticKindInfo& kind : diagnostic_kinds()) {
    rules.push_back({{"id", kind.id},
                     {"shortDescription", {{"text", kind.about}}},
                     {"defaultConfiguration", {{"level", severity_name(kind.severity)}}}});
  }
  OrderedJson results = OrderedJson::array();
  for (const Diagnostic& diagnostic : diagnostics.list()) {
    const std::string hint = diagnostic.hint.empty() ? "" : "; " + diagnostic.hint;
    OrderedJson result = {{"ruleId", info(diagnostic.kind).id},
                          {"ruleIndex", static_cast<int>(diagnostic.kind)},
                          {"level", severity_name(diagnostics.severity(diagnostic))},
                          {"message", {{"text", diagnostic.message + hint}}},
                          {"locations", OrderedJson::array({sarif_location(sources, diagnostic.span)})}};
    for (const Note& note : diagnostic.notes) {
      OrderedJson related = sarif_location(sources, note.span);
      related["message"] = {{"text", note.message}};
      result["relatedLocations"].push_back(std::move(related));
    }
    results.push_back(std::move(result));
  }
  const OrderedJson run = {{"tool", {{"driver", {{"name", "versus"}, {"rules", std::move(rules)}}}}},
                           {"columnKind", "unicodeCodePoints"},
                           {"results", std::move(results)}};
  write(out, {{"$schema", "https://json.schemastore.org/sarif-2.1.0.json"},
              {"version", "2.1.0"},
              {"runs", OrderedJson::array({run})}});
}

}  // namespace versus
