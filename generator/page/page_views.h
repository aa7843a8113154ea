#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "page/views.h"

/// What the template of each kind of page, and each partial that is rendered by itself, has as its root.
namespace versus {

/// Two codes side by side.
struct ComparisonPage {
  PageView page;
  const CodeView* a = nullptr;
  const CodeView* b = nullptr;
  PairView pair;
  bool one_flow = false;  ///< The call flows of the two are the same: `flow`.
  FlowView flow;
  std::vector<MessageLineView> message_a;
  std::vector<MessageLineView> message_b;
  std::vector<RelatedView> related;
  std::vector<RowView> differences;
  std::vector<RowView> shared;
  std::vector<SourceView> sources;
  Url edit;  ///< Where to edit rule, story and advice; empty if nobody has written any, or the site does not
             ///< say.
  // The comparisons that one comes to by another step of one code, or through all pairs; empty at an end.
  PairLinkView a_before;
  PairLinkView a_after;
  PairLinkView b_before;
  PairLinkView b_after;
  PairLinkView before;
  PairLinkView after;
};

/// All that the site says of one code.
struct CodePage {
  PageView page;
  const CodeView* code = nullptr;
  std::vector<FactView> facts;
  std::vector<HeaderView> headers;
  std::vector<ItemView> timers;
  std::vector<GroupView> gateway;        ///< What it becomes in the telephone network, and what becomes it.
  std::vector<GroupView> stacks;         ///< What implementations do with it.
  std::vector<CodeLinkView> confused;    ///< Codes it is confused with; the links lead to the comparisons.
  std::vector<CodeLinkView> neighbours;  ///< The codes before and after it in its class.
  const ClassView* response_class = nullptr;
  std::vector<PairLinkView> pairs;
  std::vector<SourceView> sources;
};

/// A code that is no longer registered.
struct HistoricPage {
  PageView page;
  const HistoricView* historic = nullptr;
};

/// The codes of one class.
struct ClassPage {
  PageView page;
  const ClassView* response_class = nullptr;
};

/// The codes by class, and those that are no longer registered.
struct AllCodesPage {
  PageView page;
  LinkView registry;  ///< That assigns the codes; its name is empty if the site has no copy of it.
  std::string_view registry_date;  ///< On which the copy was made.
  std::vector<ClassView> classes;
  std::vector<HistoricView> historic;
};

/// The way to all others.
struct HomePage {
  PageView page;
  std::vector<ClassView> classes;
};

/// The comparison of the code of a row with that of a column.
struct MatrixCellView {
  int a = 0;
  int b = 0;
  Url url;  ///< Empty where a code meets itself.
  std::string_view kinship;
};

/// The comparisons of one code with all codes.
struct MatrixRowView {
  const CodeView* code = nullptr;
  std::vector<MatrixCellView> cells;
};

/// The rows of one class.
struct MatrixClassView {
  const ClassView* response_class = nullptr;
  int size = 0;
  std::vector<MatrixRowView> rows;
};

/// All pairs of codes.
struct MatrixPage {
  PageView page;
  std::vector<MatrixClassView> classes;
};

/// A fact as in `FactView`; its links to other pages are absolute.
struct CopyFactView {
  const ProseText* axis = nullptr;
  Html cell;
  std::vector<LinkView> sources;
};

/// A code in the copy.
struct CopyCodeView {
  const CodeView* code = nullptr;
  std::vector<CopyFactView> facts;
};

/// A comparison in the copy, by the numbers of its codes.
struct CopyPairView {
  int a = 0;
  int b = 0;
  PairView pair;
};

/// A language in one file, which is read without the site.
struct CopyPage {
  PageView page;
  std::vector<ClassView> classes;
  std::vector<CopyCodeView> codes;
  std::vector<CopyPairView> pairs;
};

/// A page of `templates/pages/`, which has nothing but labels.
struct PlainPage {
  PageView page;
};

/// What a script needs to know to find the page that an address means.
struct NotFoundPage {
  PageView page;
  std::string protocol;  ///< First step of addresses, behind that of the locale.
  std::string codes;     ///< Separated by spaces.
  std::string historic;  ///< Likewise: codes that are in no comparison.
  std::string locales;   ///< Likewise: first steps of addresses in other languages.
};

/// What a reader sees instead of a page that was not kept.
struct OfflinePage {
  PageView page;
};

/// Root of `partials/side.html`.
struct SidePartial {
  const CodeView* code = nullptr;
  bool first = false;  ///< Of two codes.
};

/// Root of a partial that is rendered once per code: `partials/name.html`, `partials/card.html`.
struct CodePartial {
  const CodeView* code = nullptr;
};

/// Root of `partials/cell.html`.
struct CellPartial {
  const CellView* cell = nullptr;
};

}  // namespace versus
