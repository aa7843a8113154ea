#include <array>
#include <numeric>

#include "compare/compare.h"
#include "page/data_files.h"
#include "page/data_json.h"
#include "page/labels.h"
#include "page/locale_views.h"
#include "yaml/schema.h"

namespace versus {

namespace {

/// One thing that a cell says.
struct TokenData {
  std::string text;
  std::string lang;
  std::optional<TextData> condition;  ///< The case to which it is limited.
};

/// How every row begins.
struct AxisData {
  std::string axis;
  TextData name;
};

}  // namespace

template <>
struct Fields<TokenData> {
  static constexpr auto table =
      fields(required<&TokenData::text>("text", Length{1}), optional<&TokenData::lang>("lang", Length{1}),
             optional<&TokenData::condition>("condition"));
};

template <>
struct Fields<AxisData> {
  static constexpr auto table =
      fields(required<&AxisData::axis>("axis", Length{1}), required<&AxisData::name>("name"));
};

namespace {

/// JSON of what the lines of one locale share, made once: a line is put together from it.
struct Pairs {
  const Site& site;
  const Plan& plan;
  std::size_t locale;
  std::vector<std::string> axes;                ///< The beginning of a row, up to its first cell.
  std::vector<std::vector<std::string>> cells;  ///< By index of the code and of the axis.
  std::vector<std::vector<bool>> silent;        ///< The facts say nothing, which cells have words for.
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

Pairs make_pairs(const Site& site, const Plan& plan, std::size_t locale) {
  Pairs pairs{site, plan, locale, {}, {}, {}};
  const Encoder encode(site.registry);
  for (const Axis& axis : axes()) {
    const std::string key(axis.key);
    const TextData name = text_data(compose(site.locales.list[locale], "axis." + key + ".name"));
    pairs.axes.push_back(encode(AxisData{key, name}).dump());
    pairs.axes.back().back() = ',';
  }
  for (const CodeFacts& code : site.registry.codes) {
    auto& cells = pairs.cells.emplace_back();
    auto& silent = pairs.silent.emplace_back();
    for (const Axis& axis : axes()) {
      cells.push_back(cell_json(encode, cell_view(site, plan, locale, axis, code)));
      silent.push_back(axis.cell(site.registry, code).empty());
    }
  }
  return pairs;
}

/// Appends a row for each axis that says something of the pair, and says the same of both codes or not;
/// `body` appends its cells.
template <typename Body>
void append_rows(const Pairs& pairs, std::size_t a, std::size_t b, bool same, std::string& out,
                 const Body& body) {
  out += '[';
  bool first = true;
  for (std::size_t i = 0; i < pairs.axes.size(); ++i) {
    if (pairs.silent[a][i] && pairs.silent[b][i]) continue;
    if ((pairs.cells[a][i] == pairs.cells[b][i]) != same) continue;
    if (!first) out += ',';
    first = false;
    out += pairs.axes[i];
    body(i);
    out += '}';
  }
  out += ']';
}

void append_differing(const Pairs& pairs, std::size_t a, std::size_t b, std::string& out) {
  append_rows(pairs, a, b, false, out, [&](std::size_t i) {
    out.append("\"a\":").append(pairs.cells[a][i]).append(",\"b\":").append(pairs.cells[b][i]);
  });
}

void append_common(const Pairs& pairs, std::size_t a, std::size_t b, std::string& out) {
  append_rows(pairs, a, b, true, out,
              [&](std::size_t i) { out.append("\"both\":").append(pairs.cells[a][i]); });
}

void append_url(const Pairs& pairs, std::size_t a, std::size_t b, std::string& out) {
  const std::string address = pairs.plan.address({PageKind::comparison, pairs.locale, a, b});
  out += OrderedJson(pairs.site.base.absolute(address).text()).dump();
}

/// About as long as all lines would be if no two codes had anything in common; memory that is not written to
/// costs nothing, copying what was written does.
std::size_t most_bytes(const Pairs& pairs) {
  const auto length = [](const std::vector<std::string>& texts) {
    return std::accumulate(texts.begin(), texts.end(), std::size_t{0},
                           [](std::size_t sum, const std::string& text) { return sum + text.size(); });
  };
  const std::size_t codes = pairs.cells.size();
  std::size_t bytes = codes * codes / 2 * (length(pairs.axes) + 200);
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

/// One key of a line. What else comparison pages say is added here.
struct Part {
  std::string_view key;
  Shape (*shape)();
  /// Appends the value as JSON; the codes by index.
  void (*append)(const Pairs& pairs, std::size_t a, std::size_t b, std::string& out);
};

constexpr std::array parts = {
    Part{"a", code_shape,
         [](const Pairs& pairs, std::size_t a, std::size_t, std::string& out) {
           out += std::to_string(pairs.site.registry.codes[a].code.value);
         }},
    Part{"b", code_shape,
         [](const Pairs& pairs, std::size_t, std::size_t b, std::string& out) {
           out += std::to_string(pairs.site.registry.codes[b].code.value);
         }},
    Part{"url", text_of_some_length, append_url},
    Part{"differing",
         [] {
           return rows_shape({"a", "b"});
         },
         append_differing},
    Part{"common", [] { return rows_shape({"both"}); }, append_common},
};

}  // namespace

std::string pairs_path(const Site& site, std::size_t locale) {
  return "data/pairs." + site.locales.list[locale].id + ".ndjson";
}

void append_pairs(const Site& site, const Plan& plan, std::size_t locale, std::string& out) {
  const Pairs pairs = make_pairs(site, plan, locale);
  out.reserve(out.size() + most_bytes(pairs));
  for (std::size_t a = 0; a < site.registry.codes.size(); ++a) {
    for (std::size_t b = a + 1; b < site.registry.codes.size(); ++b) {
      char before = '{';
      for (const Part& part : parts) {
        out.append(1, before).append(1, '"').append(part.key).append("\":");
        part.append(pairs, a, b, out);
        before = ',';
      }
      out += "}\n";
    }
  }
}

std::string pair_schema(const Site& site) {
  std::vector<Shape::Key> keys;
  for (const Part& part : parts)
    keys.push_back({part.key, true, part.shape()});
  return json_schema(fields_shape(std::move(keys)), "Two response codes compared, in one language",
                     site.base.absolute(pair_schema_path).text());
}

}  // namespace versus
