#include "locale/complete.h"

#include <algorithm>
#include <map>
#include <set>
#include <string>
#include <string_view>

namespace versus {

namespace {

/// Placeholders of a label with their forms: `{means:clause}` and `{means}` are different ones.
std::map<std::string_view, const Message::Piece*> placeholders(const Message& message) {
  std::map<std::string_view, const Message::Piece*> result;
  for (const Message::Piece& piece : message.pieces) {
    if (piece.placeholder) result.emplace(piece.text, &piece);
  }
  return result;
}

std::string spell(const Message::Piece& piece) {
  const char* form = piece.form == Form::clause ? ":clause" : piece.form == Form::noun ? ":noun" : "";
  return "'{" + piece.text + form + "}'";
}

/// Compares the placeholders of a label with those of the source locale's, both ways; true if they agree.
bool check_placeholders(const std::string& key, const Message& source, const Message& translated,
                        Diagnostics& diagnostics) {
  if (source.pieces.empty() || translated.pieces.empty()) return true;  // Reported already.
  const auto wanted = placeholders(source);
  const auto found = placeholders(translated);
  bool good = true;
  std::vector<std::string_view> left_out;
  for (const auto& [name, piece] : wanted) {
    if (!found.contains(name)) left_out.push_back(name);
  }
  for (const auto& [name, piece] : found) {
    const auto match = wanted.find(name);
    if (match == wanted.end()) {
      good = false;
      diagnostics.add(
          DiagnosticKind::extra_placeholder, piece->span,
          "label '" + key + "' has no placeholder '" + std::string(name) + "' in the source language",
          did_you_mean(name, left_out), {{source.span, "the label it translates"}});
      std::erase_if(left_out, [&](std::string_view other) { return resembles(name, other); });
    } else if (match->second->form != piece->form) {
      good = false;
      const std::string there = spell(*match->second);
      diagnostics.add(DiagnosticKind::wrong_form, piece->span,
                      spell(*piece) + " is " + there + " in the source language",
                      "write " + there + " and a sentence around it that takes this form",
                      {{match->second->span, "the label it translates"}});
    }
  }
  for (const std::string_view name : left_out) {
    good = false;
    diagnostics.add(DiagnosticKind::missing_placeholder, translated.span,
                    "label '" + key + "' leaves out the placeholder '" + std::string(name) + "'",
                    "write " + spell(*wanted.at(name)) + " where it belongs",
                    {{wanted.at(name)->span, "it stands in the label it translates"}});
  }
  return good;
}

/// One locale beside the source locale.
class Completion {
 public:
  Completion(Locales& locales, std::size_t index, std::vector<Translation>& translations,
             Diagnostics& diagnostics)
      : locales_(locales),
        index_(index),
        locale_(locales.list[index]),
        source_(locales.list.front()),
        translations_(translations),
        diagnostics_(diagnostics) {}

  void run() {
    for (const auto& [key, label] : source_.own_labels) {
      known_.push_back(key);
      if (!locale_.own_labels.contains(key)) lacking_.push_back(key);
    }
    check_own();
    for (const std::string_view key : lacking_)
      stand_in(std::string(key));
    check_stamps(locale_.stamps, known_, diagnostics_);
  }

 private:
  void check_own() {
    for (const auto& [key, label] : locale_.own_labels) {
      const auto original = source_.own_labels.find(key);
      if (original == source_.own_labels.end()) {
        diagnostics_.add(DiagnosticKind::unknown_label, label.key,
                         "label '" + key + "' does not exist in the source language",
                         did_you_mean(key, lacking_));
        for (const std::string_view meant : lacking_) {
          if (resembles(key, meant)) misspelt_.insert(meant);
        }
        continue;
      }
      if (!check_placeholders(key, *source_.labels.find(key), *locale_.labels.find(key), diagnostics_))
        locale_.sound = false;
      translations_.push_back(judge({.key = key,
                                     .name = "label '" + key + "'",
                                     .text = label.value,
                                     .at = label.span,
                                     .source = original->second.value,
                                     .source_at = original->second.span},
                                    index_, locale_.stamps, diagnostics_));
    }
  }

  /// Takes a label that the locale lacks from the first fallback that has it.
  void stand_in(const std::string& key) {
    const Located<std::string>& original = source_.own_labels.at(key);
    if (!misspelt_.contains(key)) {
      diagnostics_.add(DiagnosticKind::missing_label, original.span,
                       "label '" + key + "' is not translated in locales/" + locale_.id + ".yaml");
    }
    translations_.push_back(
        {index_, TranslationState::missing, key, locale_.labels_at, {}, source_hash(original.value)});
    for (const std::size_t other : locale_.fallbacks) {
      const Locale& fallback = locales_.list[other];
      if (!fallback.own_labels.contains(key)) continue;
      const Message& message = *fallback.labels.find(key);
      Diagnostics reported_before;  // At the fallback's own turn.
      if (message.pieces.empty() ||
          !check_placeholders(key, *source_.labels.find(key), message, reported_before))
        locale_.sound = false;
      locale_.labels.messages.emplace(key, message).first->second.language = &fallback.language;
      return;
    }
  }

  Locales& locales_;
  std::size_t index_;
  Locale& locale_;
  const Locale& source_;
  std::vector<Translation>& translations_;
  Diagnostics& diagnostics_;
  std::vector<std::string_view> known_;
  std::vector<std::string_view> lacking_;
  std::set<std::string_view> misspelt_;
};

}  // namespace

void complete_labels(Locales& locales, std::vector<Translation>& translations, Diagnostics& diagnostics) {
  const Locale& source = locales.list.front();
  refuse_stamps(source.stamps, diagnostics);
  for (std::size_t i = 1; i < locales.list.size(); ++i) {
    Locale& locale = locales.list[i];
    if (locale.has_labels() && source.has_labels()) {
      Completion(locales, i, translations, diagnostics).run();
    } else {
      locale.sound = false;
    }
  }
}

}  // namespace versus
