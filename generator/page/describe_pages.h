#pragma once

#include <array>

#include "page/describe.h"
#include "page/page_views.h"

/// Names under which templates see the members of the roots.
namespace versus {

template <>
struct Describe<ComparisonPage> {
  static constexpr auto fields = std::array{field<&ComparisonPage::page>("page"),
                                            field<&ComparisonPage::a>("a"),
                                            field<&ComparisonPage::b>("b"),
                                            field<&ComparisonPage::pair>("pair"),
                                            field<&ComparisonPage::one_flow>("one_flow"),
                                            field<&ComparisonPage::flow>("flow"),
                                            field<&ComparisonPage::message_a>("message_a"),
                                            field<&ComparisonPage::message_b>("message_b"),
                                            field<&ComparisonPage::related>("related"),
                                            field<&ComparisonPage::differences>("differences"),
                                            field<&ComparisonPage::shared>("shared"),
                                            field<&ComparisonPage::sources>("sources"),
                                            field<&ComparisonPage::edit>("edit"),
                                            field<&ComparisonPage::a_before>("a_before"),
                                            field<&ComparisonPage::a_after>("a_after"),
                                            field<&ComparisonPage::b_before>("b_before"),
                                            field<&ComparisonPage::b_after>("b_after"),
                                            field<&ComparisonPage::before>("before"),
                                            field<&ComparisonPage::after>("after")};
};

template <>
struct Describe<CodePage> {
  static constexpr auto fields = std::array{field<&CodePage::page>("page"),
                                            field<&CodePage::code>("code"),
                                            field<&CodePage::facts>("facts"),
                                            field<&CodePage::headers>("headers"),
                                            field<&CodePage::timers>("timers"),
                                            field<&CodePage::gateway>("gateway"),
                                            field<&CodePage::stacks>("stacks"),
                                            field<&CodePage::confused>("confused"),
                                            field<&CodePage::neighbours>("neighbours"),
                                            field<&CodePage::response_class>("class"),
                                            field<&CodePage::pairs>("pairs"),
                                            field<&CodePage::sources>("sources")};
};

template <>
struct Describe<HistoricPage> {
  static constexpr auto fields =
      std::array{field<&HistoricPage::page>("page"), field<&HistoricPage::historic>("historic")};
};

template <>
struct Describe<ClassPage> {
  static constexpr auto fields =
      std::array{field<&ClassPage::page>("page"), field<&ClassPage::response_class>("class")};
};

template <>
struct Describe<AllCodesPage> {
  static constexpr auto fields =
      std::array{field<&AllCodesPage::page>("page"), field<&AllCodesPage::registry>("registry"),
                 field<&AllCodesPage::registry_date>("registry_date"),
                 field<&AllCodesPage::classes>("classes"), field<&AllCodesPage::historic>("historic")};
};

template <>
struct Describe<HomePage> {
  static constexpr auto fields =
      std::array{field<&HomePage::page>("page"), field<&HomePage::classes>("classes")};
};

template <>
struct Describe<MatrixCellView> {
  static constexpr auto fields =
      std::array{field<&MatrixCellView::a>("a"), field<&MatrixCellView::b>("b"),
                 field<&MatrixCellView::url>("url"), field<&MatrixCellView::kinship>("kinship")};
};

template <>
struct Describe<MatrixRowView> {
  static constexpr auto fields =
      std::array{field<&MatrixRowView::code>("code"), field<&MatrixRowView::cells>("cells")};
};

template <>
struct Describe<MatrixClassView> {
  static constexpr auto fields =
      std::array{field<&MatrixClassView::response_class>("class"), field<&MatrixClassView::size>("size"),
                 field<&MatrixClassView::rows>("rows")};
};

template <>
struct Describe<MatrixPage> {
  static constexpr auto fields =
      std::array{field<&MatrixPage::page>("page"), field<&MatrixPage::classes>("classes")};
};

template <>
struct Describe<CopyFactView> {
  static constexpr auto fields =
      std::array{field<&CopyFactView::axis>("axis"), field<&CopyFactView::cell>("cell"),
                 field<&CopyFactView::sources>("sources")};
};

template <>
struct Describe<CopyCodeView> {
  static constexpr auto fields =
      std::array{field<&CopyCodeView::code>("code"), field<&CopyCodeView::facts>("facts")};
};

template <>
struct Describe<CopyPairView> {
  static constexpr auto fields = std::array{field<&CopyPairView::a>("a"), field<&CopyPairView::b>("b"),
                                            field<&CopyPairView::pair>("pair")};
};

template <>
struct Describe<CopyPage> {
  static constexpr auto fields =
      std::array{field<&CopyPage::page>("page"), field<&CopyPage::classes>("classes"),
                 field<&CopyPage::codes>("codes"), field<&CopyPage::pairs>("pairs")};
};

template <>
struct Describe<PlainPage> {
  static constexpr auto fields = std::array{field<&PlainPage::page>("page")};
};

template <>
struct Describe<NotFoundPage> {
  static constexpr auto fields =
      std::array{field<&NotFoundPage::page>("page"), field<&NotFoundPage::protocol>("protocol"),
                 field<&NotFoundPage::codes>("codes"), field<&NotFoundPage::historic>("historic"),
                 field<&NotFoundPage::locales>("locales")};
};

template <>
struct Describe<OfflinePage> {
  static constexpr auto fields = std::array{field<&OfflinePage::page>("page")};
};

template <>
struct Describe<SidePartial> {
  static constexpr auto fields =
      std::array{field<&SidePartial::code>("code"), field<&SidePartial::first>("first")};
};

template <>
struct Describe<CodePartial> {
  static constexpr auto fields = std::array{field<&CodePartial::code>("code")};
};

template <>
struct Describe<CellPartial> {
  static constexpr auto fields = std::array{field<&CellPartial::cell>("cell")};
};

}  // namespace versus
