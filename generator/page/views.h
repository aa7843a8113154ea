#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "template/value.h"

/// What templates can name of the parts that pages share; the pages themselves are in page_views.h. Names in
/// the tables are those that templates use.
namespace versus {

struct AlternateView {
  std::string_view hreflang;
  Url url;
};

struct LanguageView {
  std::string_view name;
  std::string_view tag;
  Url url;
  bool current = false;
};

struct CrumbView {
  ProseText name;
  Url url;
  bool current = false;
};

/// What every page has.
struct PageView {
  std::string_view site_name;
  std::string_view language;
  std::string_view direction;
  Url root;  ///< The home page of the source language, below which all of the site is.
  Url home;
  Url all_codes;
  Url matrix;
  Url copy;          ///< The page's language in one file, to be kept.
  Url data;          ///< What the site says, as data.
  Url search_index;  ///< For scripts.
  Url manifest;      ///< Of the web application that the site can be installed as.
  Url offline;       ///< Stands in for pages that cannot be reached.
  Url edit_labels;   ///< Where to edit the labels; empty if the site does not say.
  Url canonical;
  Url picture;           ///< Stands for the page where it is shared; empty if there is none.
  std::string headline;  ///< What the page is about, as plain text.
  Json linked_data;
  std::vector<AlternateView> alternates;
  std::vector<LanguageView> languages;
  std::vector<CrumbView> crumbs;
  bool indexed = true;        ///< Offered to search engines.
  bool untranslated = false;  ///< Shows a text or label in another language than its own.
  int foreign = 0;            ///< How much of it that is, in percent.
};

/// One thing in a cell: a link, literal protocol text, or plain words.
struct TokenView {
  ProseText text;
  Url url;
  ProseText condition;  ///< The case to which it is limited; may be empty.
  bool linked = false;
  bool literal = false;
};

struct CellView {
  std::vector<TokenView> items;
  bool single = false;
};

/// One axis: what it says of one code, or of two.
struct RowView {
  const ProseText* axis = nullptr;
  const Html* a = nullptr;
  const Html* b = nullptr;
};

struct LinkView {
  ProseText name;
  Url url;
};

/// One axis: what it says of one code, and where that stands.
struct FactView {
  const ProseText* axis = nullptr;
  const Html* cell = nullptr;
  std::vector<LinkView> sources;
};

/// A statement, and where it stands or whose it is.
struct ItemView {
  ProseText text;
  std::vector<LinkView> sources;
};

struct GroupView {
  ProseText name;
  std::vector<ItemView> items;
};

/// A header field that belongs to a code.
struct HeaderView {
  std::string_view name;
  ProseText level;
  ProseText condition;  ///< The case in which the level holds; may be empty.
  LinkView source;
};

struct FormerPhraseView {
  ProseText phrase;
  ProseText source;
};

/// What a place in a specification stands for, for the codes of the page of which that holds.
struct UseView {
  ProseText codes;
  const ProseText* topics = nullptr;
};

struct SourceView {
  const ProseText* name = nullptr;
  const Url* url = nullptr;
  std::vector<UseView> uses;
};

struct PairLinkView {
  int a = 0;
  int b = 0;
  Url url;
};

/// A call flow as a picture and as text.
struct FlowView {
  std::vector<ProseText> steps;
  Html picture;
};

/// Everything a page shows of one code.
struct CodeView {
  int code = 0;
  std::string_view phrase;
  std::string_view protocol_language;
  ProseText gloss;
  std::string title;  ///< Number, phrase and gloss as plain text.
  Html name;          ///< The same as markup, the phrase marked with its language.
  Html name_a;        ///< The same in a heading, as that of the first of two codes.
  Html name_b;        ///< Likewise of the second.
  Html card;          ///< Description, When You See It, How to Fix.
  Url url;
  Url edit_texts;  ///< Where to edit them; empty if the site does not say.
  Url edit_facts;
  ProseText class_name;
  NounPhrase topic;
  Clause means;
  Clause send_when;
  Sentences description;
  Sentences when_you_see_it;
  std::vector<Sentences> how_to_fix;
  FlowView flow;
  std::vector<std::string> message;  ///< Lines of the example.
  ProseText registered_phrase;       ///< Where the registry's text is another.
  bool deprecated = false;
  ProseText deprecated_by;
  std::vector<FormerPhraseView> former_phrases;
};

struct CodeLinkView {
  int number = 0;
  Url url;
  const Html* name = nullptr;
  NounPhrase topic;
};

/// A code of an earlier specification.
struct HistoricView {
  int code = 0;
  ProseText phrase;
  Url url;
  LinkView defined_in;
  LinkView dropped_by;
  std::vector<CodeLinkView> instead;
};

struct ClassView {
  std::string_view slug;
  ProseText phrase;
  ProseText name;
  ProseText gloss;  ///< The name again where the phrase is in another language, else empty.
  ProseText about;
  Url url;
  ProseText source;
  Url source_url;
  std::vector<CodeLinkView> codes;
};

/// What to look at in a trace, and what it is with either code.
struct TellView {
  ProseText what;
  ProseText a;
  ProseText b;
};

/// A code that this page does not have, and its comparisons with those that it has.
struct RelatedView {
  int code = 0;
  NounPhrase topic;
  std::vector<PairLinkView> pairs;
};

/// One line of an example message.
struct MessageLineView {
  std::string text;
  bool differs = false;  ///< The other message of the page does not have it.
};

/// Q.850 causes that implementations make of the two codes where those are others than the specifications
/// say.
struct DepartureView {
  std::vector<LinkView> stacks;
  ProseText a;
  ProseText b;
};

/// What a comparison says beyond what its codes say each by itself.
struct PairView {
  bool curated = false;  ///< Somebody has written about this pair: rule, story and advice.
  ProseText rule;        ///< One sentence that separates the two.
  ProseText story;
  ProseText advice;
  ProseText distant;  ///< Of a pair that nothing connects: why one meets both; else empty.
  std::vector<ProseText> consequences;
  std::vector<TellView> tells;
  std::vector<ItemView> winners;
  std::vector<DepartureView> departures;
};

}  // namespace versus
