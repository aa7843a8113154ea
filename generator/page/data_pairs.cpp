#include <algorithm>
#include <array>
#include <iterator>
#include <numeric>

#include "compare/compare.h"
#include "page/data_files.h"
#include "page/data_json.h"
#include "page/labels.h"
#include "page/locale_views.h"
#include "page/pair_data.h"
#include "yaml/schema.h"

namespace versus {

namespace {

/// JSON of what the lines of one locale share, made once: a line is put together from it.
struct Pairs {
  const Site& site;
  const Plan& plan;
  const Comparer& comparer;
  std::size_t locale;
  Encoder encode;
  std::vector<std::string> axes;                ///< The beginning of a row, up to its first cell.
  std::vector<std::vector<std::string>> cells;  ///< By index of the code and of the axis.
};

std::string cell_json(const Encoder& encode, const CellView& cell) {
  std::vector<TokenData> tokens;
  for (const TokenView& token : cell.items) {
    const TextData text = text_data(token.text);
    TokenData& data = tokens.emplace_back(TokenData{text.text, text.lang, {}});
    if (!token.condition.plain.empty()) data.condition = text_data(token.condition);
  }
  return encode(tokens).dump();
}

Pairs make_pairs(const Site& site, const Plan& plan, const Comparer& comparer, std::size_t locale) {
  Pairs pairs{site, plan, comparer, locale, Encoder(site.registry), {}, {}};
  const Encoder& encode = pairs.encode;
  for (const Axis& axis : axes()) {
    const std::string key(axis.key);
    const TextData name = text_data(compose(site.locales.list[locale], "axis." + key + ".name"));
    pairs.axes.push_back(encode(AxisData{key, name}).dump());
    pairs.axes.back().back() = ',';
  }
  for (const CodeFacts& code : site.registry.codes) {
    auto& cells = pairs.cells.emplace_back();
    for (const Axis& axis : axes())
      cells.push_back(cell_json(encode, cell_view(site, plan, locale, axis, code)));
  }
  return pairs;
}

/// One line while it is made.
struct Line {
  const Pairs& pairs;
  std::size_t a;
  std::size_t b;
  PairView view;

  template <typename T>
  void append(const T& value, std::string& out) const {
    out += pairs.encode(value).dump();
  }
};

/// Appends a row for each axis that says something of the pair, and says the same of both codes or not;
/// `body` appends its cells.
template <typename Body>
void append_rows(const Line& line, bool same, std::string& out, const Body& body) {
  const auto& [pairs, a, b, view] = line;
  out += '[';
  bool first = true;
  for (std::size_t i = 0; i < pairs.axes.size(); ++i) {
    if (!pairs.comparer.says(a, i) && !pairs.comparer.says(b, i)) continue;
    if ((pairs.cells[a][i] == pairs.cells[b][i]) != same) continue;
    if (!first) out += ',';
    first = false;
    out += pairs.axes[i];
    body(i);
    out += '}';
  }
  out += ']';
}

void append_differing(const Line& line, std::string& out) {
  append_rows(line, false, out, [&](std::size_t i) {
    out.append("\"a\":").append(line.pairs.cells[line.a][i]);
    out.append(",\"b\":").append(line.pairs.cells[line.b][i]);
  });
}

void append_common(const Line& line, std::string& out) {
  append_rows(line, true, out,
              [&](std::size_t i) { out.append("\"both\":").append(line.pairs.cells[line.a][i]); });
}

void append_url(const Line& line, std::string& out) {
  const std::string address =
      line.pairs.plan.address({PageKind::comparison, line.pairs.locale, line.a, line.b});
  line.append(std::string(line.pairs.site.base.absolute(address).text()), out);
}

void append_code(const Line& line, std::size_t index, std::string& out) {
  line.append(line.pairs.site.registry.codes[index].code, out);
}

/// Nothing for a text that this pair does not have.
void append_text(const Line& line, const ProseText& text, std::string& out) {
  if (!text.plain.empty()) line.append(text_data(text), out);
}

void append_reasons(const Line& line, std::string& out) {
  std::vector<ReasonData> reasons;
  for (const KinshipReason& reason : line.pairs.comparer.kinship(line.a, line.b).reasons)
    reasons.push_back({reason.kind, std::string(reason.text)});
  line.append(reasons, out);
}

void append_consequences(const Line& line, std::string& out) {
  std::vector<TextData> texts;
  std::ranges::transform(line.view.consequences, std::back_inserter(texts), text_data);
  line.append(texts, out);
}

void append_tells(const Line& line, std::string& out) {
  std::vector<TellData> tells;
  for (const TellView& tell : line.view.tells)
    tells.push_back({text_data(tell.what), text_data(tell.a), text_data(tell.b)});
  line.append(tells, out);
}

std::vector<AuthorityData> authorities(const std::vector<LinkView>& links) {
  std::vector<AuthorityData> list;
  for (const LinkView& link : links)
    list.push_back({text_data(link.name), std::string(link.url.text())});
  return list;
}

void append_winners(const Line& line, std::string& out) {
  std::vector<WinnerData> winners;
  for (const ItemView& item : line.view.winners)
    winners.push_back({text_data(item.text), authorities(item.sources)});
  line.append(winners, out);
}

void append_departures(const Line& line, std::string& out) {
  std::vector<DepartureData> departures;
  for (const DepartureView& row : line.view.departures)
    departures.push_back({authorities(row.stacks), text_data(row.a), text_data(row.b)});
  line.append(departures, out);
}

/// About as long as all lines would be if no two codes had anything in common; memory that is not written to
/// costs nothing, copying what was written does.
std::size_t most_bytes(const Pairs& pairs) {
  const auto length = [](const std::vector<std::string>& texts) {
    return std::accumulate(texts.begin(), texts.end(), std::size_t{0},
                           [](std::size_t sum, const std::string& text) { return sum + text.size(); });
  };
  const std::size_t codes = pairs.cells.size();
  std::size_t bytes = codes * codes / 2 * (length(pairs.axes) + 2'000);
  for (const auto& cells : pairs.cells)
    bytes += codes * length(cells);
  return bytes;
}

Shape code_shape() {
  Rules rules;
  rules.add(Range{100, 999});
  return shape(OfType<int>{}, rules);
}

/// A list of rows with these cells.
Shape rows_shape(const std::vector<std::string_view>& cells) {
  Shape row = shape_of<AxisData>();
  for (const std::string_view name : cells)
    row.keys.push_back({name, true, shape_of<std::vector<TokenData>>()});
  return list_shape(std::move(row));
}

/// One key of a line.
struct Part {
  std::string_view key;
  Shape (*shape)();
  /// Appends the value as JSON; nothing for a key that this line does not have.
  void (*append)(const Line& line, std::string& out);
  bool required = true;
};

constexpr std::array data_parts = {
    Part{"a", code_shape, [](const Line& line, std::string& out) { append_code(line, line.a, out); }},
    Part{"b", code_shape, [](const Line& line, std::string& out) { append_code(line, line.b, out); }},
    Part{"url", text_of_some_length, append_url},
    Part{"class", shape_of<PairClass>,
         [](const Line& line, std::string& out) {
           line.append(line.pairs.comparer.cls(line.a, line.b), out);
         }},
    Part{"reasons", shape_of<std::vector<ReasonData>>, append_reasons},
    Part{"rule", shape_of<TextData>,
         [](const Line& line, std::string& out) { append_text(line, line.view.rule, out); }},
    Part{"story", shape_of<TextData>,
         [](const Line& line, std::string& out) { append_text(line, line.view.story, out); }, false},
    Part{"advice", shape_of<TextData>,
         [](const Line& line, std::string& out) { append_text(line, line.view.advice, out); }, false},
    Part{"distant", shape_of<TextData>,
         [](const Line& line, std::string& out) { append_text(line, line.view.distant, out); }, false},
    Part{"consequences", shape_of<std::vector<TextData>>, append_consequences},
    Part{"differing",
         [] {
           return rows_shape({"a", "b"});
         },
         append_differing},
    Part{"common", [] { return rows_shape({"both"}); }, append_common},
    Part{"tells", shape_of<std::vector<TellData>>, append_tells},
    Part{"winners", shape_of<std::vector<WinnerData>>, append_winners},
    Part{"departures", shape_of<std::vector<DepartureData>>, append_departures},
};

}  // namespace

std::string pairs_path(const Site& site, std::size_t locale) {
  return "data/pairs." + site.locales.list[locale].id + ".ndjson";
}

void append_pairs(const Site& site, const Plan& plan, const Comparer& comparer, std::size_t locale,
                  std::string& out) {
  const Pairs pairs = make_pairs(site, plan, comparer, locale);
  out.reserve(out.size() + most_bytes(pairs));
  std::string value;
  for (std::size_t a = 0; a < site.registry.codes.size(); ++a) {
    for (std::size_t b = a + 1; b < site.registry.codes.size(); ++b) {
      const Line line{pairs, a, b, comparer.compare(locale, a, b)};
      char before = '{';
      for (const Part& part : data_parts) {
        value.clear();
        part.append(line, value);
        if (value.empty()) continue;
        out.append(1, before).append(1, '"').append(part.key).append("\":").append(value);
        before = ',';
      }
      out += "}\n";
    }
  }
}

std::string pair_schema(const Site& site) {
  std::vector<Shape::Key> keys;
  for (const Part& part : data_parts)
    keys.push_back({part.key, part.required, part.shape()});
  return json_schema(fields_shape(std::move(keys)), "Two response codes compared, in one language",
                     site.base.absolute(pair_schema_path).text());
}

}  // namespace versus
