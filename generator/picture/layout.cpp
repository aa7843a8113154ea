#include "picture/layout.h"

#include <algorithm>
#include <utility>

namespace versus::picture {

namespace {

constexpr Length over_line = 60;     ///< By which the text of a message may pass the lines it goes between.
constexpr Length beside_line = 20;   ///< Between the box of an event and the line of another participant.
constexpr Length name_padding = 30;  ///< Above and below the name of a participant.
constexpr Length row_gap = 30;
constexpr Length above_arrow = 40;
constexpr std::size_t most_message_lines = 2;
constexpr std::size_t most_event_lines = 3;

/// The middle of something `wide` that is to be at `at`, but between two bounds.
Length within(Length at, Length wide, Length left, Length right) {
  return std::max(std::min(at, right - (wide + 1) / 2), left + (wide + 1) / 2);
}

Weight weight_of(const LadderStep& step) {
  return step.own ? Weight::bold : Weight::regular;
}

Row message_row(const LadderStep& step, const std::vector<Column>& columns) {
  const auto [left, right] = std::minmax(columns[step.from].line, columns[step.to].line);
  const Room room{right - left + 2 * over_line, picture_width - 2 * edge, most_message_lines};
  Row row{&step, wrap(step.label.text, room, weight_of(step)), wrap(step.detail, room, Weight::regular)};
  row.middle =
      within((left + right) / 2, std::max(row.label.width, row.detail.width), edge, picture_width - edge);
  row.height = above_text + row.label.height() + row.detail.height() + above_arrow + below_arrow;
  return row;
}

/// The box of an event covers the line of its participant and, if it can, no other.
Row event_row(const LadderStep& step, const std::vector<Column>& columns) {
  const std::size_t at = step.from;
  const Length left = at == 0 ? edge : columns[at - 1].line + beside_line;
  const Length right = at + 1 == columns.size() ? picture_width - edge : columns[at + 1].line - beside_line;
  const Room room{right - left - 2 * event_ends, picture_width - 2 * edge - 2 * event_ends, most_event_lines};
  Row row{&step, wrap(step.label.text, room, weight_of(step)), {}};
  const Length box = row.label.width + 2 * event_ends;
  row.middle = box <= right - left ? within(columns[at].line, box, left, right)
                                   : within(columns[at].line, box, edge, picture_width - edge);
  row.height = row.label.height() + 2 * (event_margin + event_padding);
  return row;
}

}  // namespace

Layout lay_out(const Ladder& ladder) {
  Layout layout{make_columns(ladder.participants, picture_width), 0, {}, 0};
  for (const Column& column : layout.columns)
    layout.heads = std::max(layout.heads, column.name.height() + 2 * name_padding);
  Length y = layout.heads + edge;
  for (const LadderStep& step : ladder.steps) {
    Row row =
        step.kind == StepKind::event ? event_row(step, layout.columns) : message_row(step, layout.columns);
    row.top = y + row_gap;
    y = row.bottom();
    layout.rows.push_back(std::move(row));
  }
  layout.height = y + row_gap;
  return layout;
}

}  // namespace versus::picture
