#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <utility>
#include <vector>

namespace versus::picture {

/// What a step of a ladder diagram is, and with that how its line is drawn.
enum class StepKind : std::uint8_t {
  request,
  provisional,
  success,
  redirection,
  failure,
  signal,  ///< A message of another protocol.
  event    ///< Something that happens at one participant.
};

/// A text in the page's language, or in another one, by its BCP 47 tag.
struct Caption {
  std::string text;
  std::string language{};

  Caption() = default;
  Caption(std::string words, std::string tag = {}) : text(std::move(words)), language(std::move(tag)) {}
  Caption(const char* words) : text(words) {}
};

/// One row of a ladder diagram.
struct LadderStep {
  std::size_t from = 0;  ///< Participant that sends, or at which the event happens.
  std::size_t to = 0;    ///< Participant that receives; of no meaning for an event.
  StepKind kind = StepKind::request;
  Caption label;
  std::string detail;  ///< A second, quieter text, such as header fields; may be empty.
  bool own = false;    ///< The step that the diagram is shown for.
};

/// A ladder diagram, as in the call flows of RFC 3665: participants side by side, time running down. All
/// texts are in the language of the reader unless they say otherwise. A long text may say with a zero-width
/// space where it may be broken.
struct Ladder {
  std::string id;                     ///< Begins the ids in the markup; one diagram of a page, one id.
  Caption title;                      ///< Name of the picture for who cannot see it.
  Caption description;                ///< What it shows, likewise.
  std::vector<Caption> participants;  ///< One to four, in the order of their lines.
  std::vector<LadderStep> steps;
};

/// Appends the diagram as one SVG element for the inside of an HTML page. Its look is the style sheet's: it
/// has classes, and no colours. It is 300 units wide with text of 12, so that text is never below 11 pixels
/// where the diagram is given 288.
void draw_ladder(const Ladder& ladder, std::string& out);

}  // namespace versus::picture
