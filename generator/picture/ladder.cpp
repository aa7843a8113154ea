#include "picture/ladder.h"

#include <algorithm>
#include <array>
#include <cstdlib>
#include <string_view>
#include <utility>

#include "picture/layout.h"
#include "template/value.h"

namespace versus::picture {

namespace {

constexpr Length arrow_head = 70;
constexpr Length beside_text = 15;  ///< Kept free of lines.

constexpr std::array kind_names = {
    std::pair{StepKind::request, "request"}, std::pair{StepKind::provisional, "provisional"},
    std::pair{StepKind::success, "success"}, std::pair{StepKind::redirection, "redirection"},
    std::pair{StepKind::failure, "failure"}, std::pair{StepKind::signal, "signal"},
    std::pair{StepKind::event, "event"},
};

std::string_view name_of(StepKind kind) {
  return std::ranges::find(kind_names, kind, &decltype(kind_names)::value_type::first)->second;
}

void put(std::string& out, std::string_view text) {
  out += text;
}

void put(std::string& out, Length length) {
  if (length < 0) out += '-';
  const Length size = std::abs(length);
  out += std::to_string(size / 10);
  if (size % 10 != 0) out.append(1, '.').append(std::to_string(size % 10));
}

template <typename... Parts>
void put_all(std::string& out, const Parts&... parts) {
  (put(out, parts), ...);
}

void put_language(const Caption& caption, std::string& out) {
  if (caption.language.empty()) return;
  out += " lang=\"";
  escape_html(caption.language, out);
  out += '"';
}

/// Lines of text around `middle`, the first of which ends `above` over its baseline. Returns where they end.
Length put_text(const Lines& text, Length middle, Length top, std::string_view attribute, std::string& out) {
  for (const Line& line : text.lines) {
    put_all(out, "<text", attribute, " x=\"", middle, "\" y=\"", top + ascent, "\">");
    escape_html(line.text, out);
    out += "</text>";
    top += line_height;
  }
  return top;
}

void put_box(Length left, Length top, Length wide, Length high, std::string& out) {
  put_all(out, "M", left, " ", top, "h", wide, "v", high, "H", left, "z");
}

void put_heads(const Ladder& ladder, const Layout& layout, std::string& out) {
  out += "<g class=\"names\"><path d=\"";
  for (const Column& column : layout.columns)
    put_box(column.line - column.width / 2 + head_inset, head_inset, column.width - 2 * head_inset,
            layout.heads - head_inset, out);
  out += "\"/>";
  for (std::size_t i = 0; i < layout.columns.size(); ++i) {
    const Column& column = layout.columns[i];
    std::string language;
    put_language(ladder.participants[i], language);
    put_text(column.name, column.line, (layout.heads + head_inset - column.name.height()) / 2, language, out);
  }
  out += "</g>\n";
}

void put_bands(const Layout& layout, std::string& out) {
  for (const Row& row : layout.rows) {
    if (!row.step->own) continue;
    out += "<path class=\"band\" d=\"";
    put_box(0, row.top, picture_width, row.height, out);
    out += "\"/>\n";
  }
}

/// The line of a participant, with a gap where text of a message stands across it.
void put_line(Length x, const Layout& layout, std::string& out) {
  Length from = layout.heads;
  const auto stop = [&](Length at, Length next) {
    if (from < at) put_all(out, "M", x, " ", from, "V", at);
    from = next;
  };
  for (const Row& row : layout.rows) {
    if (row.step->kind == StepKind::event) continue;
    Length top = row.top + above_text;
    for (const Lines* text : {&row.label, &row.detail}) {
      for (const Line& line : text->lines) {
        if (std::abs(x - row.middle) < line.width / 2 + beside_text) stop(top, top + line_height);
        top += line_height;
      }
    }
  }
  stop(layout.height, layout.height);
}

/// The line, which has the pattern of its class, and then what has none: the head, and for a failure a cross
/// near who sends it.
void put_arrow(const LadderStep& step, const std::vector<Column>& columns, Length y, std::string& out) {
  const Length from = columns[step.from].line;
  const Length to = columns[step.to].line;
  const Length head = from < to ? arrow_head : -arrow_head;
  put_all(out, "<path d=\"M", from, " ", y, "H", to - head, "\"/><path d=\"M", to - head, " ", y - 40, "l",
          head, " 4 ", -head, " 4z");
  if (step.kind == StepKind::failure)
    put_all(out, "M", (from < to ? from + 80 : from - 80) - 30, " ", y - 30, "l6 6m0-6l-6 6");
  out += "\"/>";
}

void put_row(const Row& row, const std::vector<Column>& columns, std::string& out) {
  const LadderStep& step = *row.step;
  std::string language;
  put_language(step.label, language);
  put_all(out, "<g class=\"", name_of(step.kind), step.own ? " own\">" : "\">");
  if (step.kind == StepKind::event) {
    const Length box = row.label.width + 2 * event_ends;
    const Length top = row.top + event_margin;
    put_all(out, "<rect x=\"", row.middle - box / 2, "\" y=\"", top, "\" width=\"", box, "\" height=\"",
            row.height - 2 * event_margin, "\" rx=\"8\"/>");
    put_text(row.label, row.middle, top + event_padding, language, out);
  } else {
    put_arrow(step, columns, row.bottom() - below_arrow, out);
    const Length next = put_text(row.label, row.middle, row.top + above_text, language, out);
    put_text(row.detail, row.middle, next, " class=\"detail\"", out);
  }
  out += "</g>\n";
}

void put_named(std::string_view element, std::string_view id, const Caption& caption, std::string& out) {
  put_all(out, "<", element, " id=\"");
  escape_html(id, out);
  put_all(out, "-", element, "\"");
  put_language(caption, out);
  out += '>';
  escape_html(caption.text, out);
  put_all(out, "</", element, ">\n");
}

}  // namespace

void draw_ladder(const Ladder& ladder, std::string& out) {
  const Layout layout = lay_out(ladder);
  out += "<svg class=\"ladder\" role=\"img\" aria-labelledby=\"";
  escape_html(ladder.id, out);
  out += "-title ";
  escape_html(ladder.id, out);
  put_all(out, "-desc\" viewBox=\"0 0 ", picture_width, " ", layout.height, "\" font-size=\"", text_size,
          "\" text-anchor=\"middle\">\n");
  put_named("title", ladder.id, ladder.title, out);
  put_named("desc", ladder.id, ladder.description, out);
  put_bands(layout, out);
  out += "<path class=\"lines\" d=\"";
  for (const Column& column : layout.columns)
    put_line(column.line, layout, out);
  out += "\"/>\n";
  put_heads(ladder, layout, out);
  for (const Row& row : layout.rows)
    put_row(row, layout.columns, out);
  out += "</svg>\n";
}

}  // namespace versus::picture
