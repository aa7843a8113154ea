#pragma once

#include <map>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "page/site.h"

namespace versus {

/// A label that the program itself composes, its placeholders filled. Where the locale lacks it, it carries
/// its language, and what fills it in the language of the page is marked in it. The label must be one of
/// those that `check_program_labels` asks for.
ProseText compose(const Locale& locale, std::string_view key,
                  const std::map<std::string_view, ProseText>& arguments = {});

/// Protocol text or a text in the page's own language.
ProseText plain(std::string_view text);

/// Literal protocol text, marked up as such.
ProseText literal(std::string_view text);

/// A text in the protocol's own words, such as a reason phrase, marked on pages in another language.
ProseText phrase(const Site& site, const Locale& locale, std::string_view text);

/// The label `<group>.<key>`, which nothing fills.
ProseText word(const Locale& locale, std::string_view group, std::string_view key);

/// Adds `part` to `text`, with its language marked if it has one of its own.
void append(ProseText& text, const ProseText& part);

/// Adds an item to a list inside a line.
void append(ProseText& list, const ProseText& item, std::string_view separator);

/// A placeholder that the program fills, and the form of prose that fills it.
struct LabelArgument {
  std::string_view name;
  Form form;

  constexpr LabelArgument(const char* placeholder, Form prose = Form::none)
      : name(placeholder), form(prose) {}
};

/// A label that the program asks for by key, with the placeholders that it fills.
struct ProgramLabel {
  std::string key;
  std::vector<LabelArgument> arguments;
  bool required = true;  ///< False for a value that no code of this registry has.
};

/// All labels that the program could compose for this site.
std::vector<ProgramLabel> program_labels(const Site& site);

/// Checks that the source locale has every label the program composes, with the placeholders it fills.
void check_program_labels(const Site& site, Diagnostics& diagnostics);

/// Reports labels of the source locale that neither the program nor, by `used_by_templates`, a template
/// shows.
void check_unused_labels(const Site& site, const std::set<std::string>& used_by_templates,
                         Diagnostics& diagnostics);

}  // namespace versus
