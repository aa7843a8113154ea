#include "ladder_mistakes.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <set>
#include <sstream>
#include <utility>
#include <vector>

#include "language/phrases.h"
#include "picture/text.h"
#include "xml_tree.h"

using versus::picture::Ladder;
using versus::picture::LadderStep;
using versus::picture::StepKind;
using xml_tree::Element;
namespace picture = versus::picture;

namespace {

constexpr double slack = 0.11;  // Numbers are rounded to tenths.

struct Box {
  double left;
  double top;
  double right;
  double bottom;

  bool meets(const Box& other) const {
    return left + slack < other.right && other.left + slack < right && top + slack < other.bottom &&
           other.top + slack < bottom;
  }
  bool holds(const Box& other) const {
    return left <= other.left + slack && top <= other.top + slack && right + slack >= other.right &&
           bottom + slack >= other.bottom;
  }
};

double number(std::string_view text) {
  return std::stod(std::string(text));
}

/// The numbers of a path or of `viewBox`.
std::vector<double> numbers(std::string_view path) {
  std::string text;
  for (const char c : path) {
    if (c == '-') text += ' ';
    text += std::string_view("0123456789.-").find(c) == std::string_view::npos ? ' ' : c;
  }
  std::istringstream in(text);
  std::vector<double> found;
  for (double value = 0; in >> value;)
    found.push_back(value);
  return found;
}

Box box_of(const Element& text, picture::Weight weight) {
  const double half = picture::text_width(text.text, weight) / 20.0;
  const double x = number(text["x"]);
  const double y = number(text["y"]);
  return {x - half, y - picture::ascent / 10.0, x + half, y + picture::descent / 10.0};
}

std::string without_gaps(std::string_view text) {
  std::string kept(text);
  std::erase(kept, ' ');
  return versus::without_breaks(kept);
}

/// True if the lines of a text are the text, or its beginning and `…`.
bool same_text(std::string shown, const std::string& text) {
  shown = without_gaps(shown);
  const std::string whole = without_gaps(text);
  if (shown == whole) return true;
  constexpr std::string_view cut = "…";
  if (!shown.ends_with(cut)) return false;
  shown.resize(shown.size() - cut.size());
  return whole.starts_with(shown);
}

constexpr std::array kinds = {"request", "provisional", "success", "redirection",
                              "failure", "signal",      "event"};

class Inspection {
 public:
  Inspection(const Ladder& ladder, std::string_view svg) : ladder_(ladder), root_(xml_tree::parse(svg)) {
    const std::vector<double> view = numbers(root_["viewBox"]);
    view_ = {view.at(0), view.at(1), view.at(0) + view.at(2), view.at(1) + view.at(3)};
  }

  std::string run() {
    expect(view_.right == 300, "the width is not 300");
    expect(number(root_["font-size"]) * 288 >= 11 * view_.right, "the text is too small");
    look_at_names();
    std::size_t next = 0;
    for (const Element& group : root_.children) {
      if (group.name != "g" || group["class"] == "names") continue;
      if (next < ladder_.steps.size()) look_at_step(group, ladder_.steps[next]);
      ++next;
    }
    expect(next == ladder_.steps.size(), "not one row for each step");
    look_at_texts();
    look_at_lines();
    look_at_bands();
    look_at_markup();
    return std::move(mistakes_);
  }

 private:
  void fail(std::string_view what) {
    mistakes_.append(ladder_.id).append(" ").append(ladder_.participants[0].text).append(": ").append(what) +=
        '\n';
  }
  void expect(bool holds, std::string_view what) {
    if (!holds) fail(what);
  }

  void look_at_names() {
    const auto groups = xml_tree::all(root_, "g");
    const Element& names = *groups.at(0);
    expect(names["class"] == "names", "the names do not come first");
    // Each box is M left top h width v height H left z.
    const std::vector<double> path = numbers(names.children.at(0)["d"]);
    expect(path.size() == 5 * ladder_.participants.size(), "not one box for each name");
    std::vector<std::string> shown(ladder_.participants.size());
    for (std::size_t i = 0; i * 5 < path.size(); ++i) {
      heads_.push_back(
          {path[i * 5], path[i * 5 + 1], path[i * 5] + path[i * 5 + 2], path[i * 5 + 1] + path[i * 5 + 3]});
      participants_.push_back((heads_[i].left + heads_[i].right) / 2);
      expect(view_.holds(heads_[i]), "the box of a name is outside");
      expect(i == 0 || heads_[i - 1].right <= heads_[i].left, "two boxes of names overlap");
    }
    for (const Element& text : names.children) {
      if (text.name != "text") continue;
      const Box box = box_of(text, picture::Weight::regular);
      texts_.push_back(box);
      const auto head = std::ranges::find_if(heads_, [&](const Box& one) { return one.holds(box); });
      if (head == heads_.end()) return fail("a name is outside its box");
      shown[static_cast<std::size_t>(head - heads_.begin())] += text.text;
    }
    for (std::size_t i = 0; i < shown.size(); ++i)
      expect(same_text(shown[i], ladder_.participants[i].text), "a name is not shown");
  }

  void look_at_step(const Element& group, const LadderStep& step) {
    std::string classes = kinds.at(static_cast<std::size_t>(step.kind));
    if (step.own) classes += " own";
    expect(group["class"] == classes, "the class is not that of the step");
    std::string shown;
    std::string detail;
    Box text{1e9, 1e9, -1e9, -1e9};
    for (const Element& line : group.children) {
      if (line.name != "text") continue;
      const bool quiet = line["class"] == "detail";
      (quiet ? detail : shown) += line.text;
      const Box box = box_of(line, step.own && !quiet ? picture::Weight::bold : picture::Weight::regular);
      texts_.push_back(box);
      if (step.kind != StepKind::event) message_texts_.push_back(box);
      text = {std::min(text.left, box.left), std::min(text.top, box.top), std::max(text.right, box.right),
              std::max(text.bottom, box.bottom)};
    }
    expect(same_text(shown, step.label.text), "the label is not shown");
    expect(same_text(detail, step.detail), "the detail is not shown");
    expect(text.top > bottom_, "a step is not below the one before");
    const double from = participants_.at(step.from);
    if (step.kind == StepKind::event) {
      const Element& rect = group.children.at(0);
      const Box box{number(rect["x"]), number(rect["y"]), number(rect["x"]) + number(rect["width"]),
                    number(rect["y"]) + number(rect["height"])};
      expect(view_.holds(box), "the box of an event is outside");
      expect(box.holds(text), "an event is outside its box");
      expect(box.left < from && from < box.right, "an event is not at its participant");
      bottom_ = box.bottom;
      return;
    }
    const double to = participants_.at(step.to);
    const std::vector<double> line = numbers(group.children.at(0)["d"]);  // M x y H x
    const std::vector<double> head = numbers(group.children.at(1)["d"]);  // M x y l x y x y z, and a cross
    expect(std::abs(line.at(0) - from) < slack, "an arrow does not begin at its sender");
    expect(std::abs(head.at(0) + head.at(2) - to) < slack, "an arrow does not end at its receiver");
    expect((head.at(2) > 0) == (to > from), "an arrow points the wrong way");
    expect(line.at(2) == head.at(0) && line.at(1) == head.at(1) + head.at(3), "a head is not on its line");
    expect((head.size() > 6) == (step.kind == StepKind::failure), "failures have a cross, and nothing else");
    expect(text.bottom < head.at(1) + slack, "text runs into its arrow");
    bottom_ = head.at(1) + 2 * head.at(3);
    if (step.own) own_.push_back({text.left, text.top, text.right, bottom_});
  }

  void look_at_texts() {
    for (std::size_t i = 0; i < texts_.size(); ++i) {
      expect(view_.holds(texts_[i]), "text is outside");
      for (std::size_t j = 0; j < i; ++j)
        expect(!texts_[i].meets(texts_[j]), "two texts overlap");
    }
    expect(bottom_ < view_.bottom, "the last step is outside");
  }

  /// Lines of participants stand below their names and keep clear of text.
  void look_at_lines() {
    for (const Element& path : root_.children) {
      if (path["class"] != "lines") continue;
      const std::vector<double> segments = numbers(path["d"]);  // M x top V bottom
      std::set<double> seen;
      double last = 0;
      for (std::size_t i = 0; i + 2 < segments.size(); i += 3) {
        const Box segment{segments[i] - 0.5, segments[i + 1], segments[i] + 0.5, segments[i + 2]};
        const auto head =
            std::ranges::find_if(participants_, [&](double x) { return std::abs(x - segments[i]) < slack; });
        if (head == participants_.end()) return fail("a line of nobody");
        if (seen.insert(*head).second) {
          expect(segment.top == heads_[0].bottom, "a line does not begin at its name");
        } else {
          expect(segment.top > last, "a line is drawn twice");
        }
        last = segment.bottom;
        for (const Box& text : message_texts_)
          expect(!segment.meets(text), "a line runs through text");
      }
      expect(seen.size() == participants_.size(), "a participant without a line");
    }
  }

  void look_at_bands() {
    std::vector<Box> bands;
    for (const Element& path : root_.children) {
      if (path["class"] != "band") continue;
      const std::vector<double> sides = numbers(path["d"]);
      bands.push_back({sides.at(0), sides.at(1), sides.at(0) + sides.at(2), sides.at(1) + sides.at(3)});
    }
    expect(bands.size() == own_.size(), "not one band for each own step");
    for (std::size_t i = 0; i < std::min(bands.size(), own_.size()); ++i) {
      expect(view_.holds(bands[i]) && bands[i].holds(own_[i]), "a band is not behind its step");
      for (const Box& text : texts_)
        expect(own_[i].meets(text) || !bands[i].meets(text), "a band is behind another step");
    }
  }

  void look_at_markup() {
    std::set<std::string, std::less<>> ids;
    for (const Element* element : xml_tree::all(root_, "*")) {
      static const std::set<std::string_view> names = {"svg", "title", "desc", "g", "path", "rect", "text"};
      static const std::set<std::string_view> attributes = {
          "class", "role", "aria-labelledby", "viewBox", "font-size", "text-anchor", "id", "d",
          "x",     "y",    "width",           "height",  "rx"};
      expect(names.contains(element->name), "an unexpected element");
      for (const auto& [name, value] : element->attributes)
        expect(attributes.contains(name), "an unexpected attribute");
      if (!(*element)["id"].empty()) expect(ids.emplace((*element)["id"]).second, "an id that occurs twice");
    }
    expect(root_["role"] == "img", "the picture has no role");
    expect(root_["aria-labelledby"] == ladder_.id + "-title " + ladder_.id + "-desc",
           "the picture has no name");
    expect(ids == std::set<std::string, std::less<>>{ladder_.id + "-title", ladder_.id + "-desc"},
           "ids are not those of the diagram");
  }

  const Ladder& ladder_;
  Element root_;
  std::string mistakes_;
  Box view_{};
  std::vector<Box> heads_;
  std::vector<double> participants_;  ///< Where their lines stand.
  std::vector<Box> texts_;
  std::vector<Box> message_texts_;
  std::vector<Box> own_;
  double bottom_ = 0;  ///< Of the last step.
};

}  // namespace

std::string ladder_mistakes(const Ladder& ladder, std::string_view svg) {
  return Inspection(ladder, svg).run();
}
