#pragma once

#include <array>

#include "page/views.h"

/// Names under which templates see the members of the views.
namespace versus {

template <>
struct Describe<AlternateView> {
  static constexpr auto fields =
      std::array{field<&AlternateView::hreflang>("hreflang"), field<&AlternateView::url>("url")};
};

template <>
struct Describe<LanguageView> {
  static constexpr auto fields =
      std::array{field<&LanguageView::name>("name"), field<&LanguageView::tag>("tag"),
                 field<&LanguageView::url>("url"), field<&LanguageView::current>("current")};
};

template <>
struct Describe<CrumbView> {
  static constexpr auto fields = std::array{field<&CrumbView::name>("name"), field<&CrumbView::url>("url"),
                                            field<&CrumbView::current>("current")};
};

template <>
struct Describe<PageView> {
  static constexpr auto fields = std::array{field<&PageView::site_name>("site_name"),
                                            field<&PageView::language>("language"),
                                            field<&PageView::direction>("direction"),
                                            field<&PageView::root>("root"),
                                            field<&PageView::home>("home"),
                                            field<&PageView::all_codes>("all_codes"),
                                            field<&PageView::matrix>("matrix"),
                                            field<&PageView::copy>("copy"),
                                            field<&PageView::data>("data"),
                                            field<&PageView::search_index>("search_index"),
                                            field<&PageView::manifest>("manifest"),
                                            field<&PageView::offline>("offline"),
                                            field<&PageView::edit_labels>("edit_labels"),
                                            field<&PageView::canonical>("canonical"),
                                            field<&PageView::picture>("picture"),
                                            field<&PageView::headline>("headline"),
                                            field<&PageView::linked_data>("linked_data"),
                                            field<&PageView::alternates>("alternates"),
                                            field<&PageView::languages>("languages"),
                                            field<&PageView::crumbs>("crumbs"),
                                            field<&PageView::indexed>("indexed"),
                                            field<&PageView::untranslated>("untranslated"),
                                            field<&PageView::foreign>("foreign")};
};

template <>
struct Describe<TokenView> {
  static constexpr auto fields =
      std::array{field<&TokenView::text>("text"), field<&TokenView::url>("url"),
                 field<&TokenView::condition>("condition"), field<&TokenView::linked>("linked"),
                 field<&TokenView::literal>("literal")};
};

template <>
struct Describe<CellView> {
  static constexpr auto fields =
      std::array{field<&CellView::items>("items"), field<&CellView::single>("single")};
};

template <>
struct Describe<RowView> {
  static constexpr auto fields =
      std::array{field<&RowView::axis>("axis"), field<&RowView::a>("a"), field<&RowView::b>("b")};
};

template <>
struct Describe<LinkView> {
  static constexpr auto fields = std::array{field<&LinkView::name>("name"), field<&LinkView::url>("url")};
};

template <>
struct Describe<FactView> {
  static constexpr auto fields = std::array{field<&FactView::axis>("axis"), field<&FactView::cell>("cell"),
                                            field<&FactView::sources>("sources")};
};

template <>
struct Describe<ItemView> {
  static constexpr auto fields =
      std::array{field<&ItemView::text>("text"), field<&ItemView::sources>("sources")};
};

template <>
struct Describe<GroupView> {
  static constexpr auto fields =
      std::array{field<&GroupView::name>("name"), field<&GroupView::items>("items")};
};

template <>
struct Describe<HeaderView> {
  static constexpr auto fields =
      std::array{field<&HeaderView::name>("name"), field<&HeaderView::level>("level"),
                 field<&HeaderView::condition>("condition"), field<&HeaderView::source>("source")};
};

template <>
struct Describe<FormerPhraseView> {
  static constexpr auto fields =
      std::array{field<&FormerPhraseView::phrase>("phrase"), field<&FormerPhraseView::source>("source")};
};

template <>
struct Describe<UseView> {
  static constexpr auto fields =
      std::array{field<&UseView::codes>("codes"), field<&UseView::topics>("topics")};
};

template <>
struct Describe<SourceView> {
  static constexpr auto fields = std::array{field<&SourceView::name>("name"), field<&SourceView::url>("url"),
                                            field<&SourceView::uses>("uses")};
};

template <>
struct Describe<PairLinkView> {
  static constexpr auto fields = std::array{field<&PairLinkView::a>("a"), field<&PairLinkView::b>("b"),
                                            field<&PairLinkView::url>("url")};
};

template <>
struct Describe<FlowView> {
  static constexpr auto fields =
      std::array{field<&FlowView::steps>("steps"), field<&FlowView::picture>("picture")};
};

template <>
struct Describe<CodeView> {
  static constexpr auto fields = std::array{field<&CodeView::code>("code"),
                                            field<&CodeView::phrase>("phrase"),
                                            field<&CodeView::protocol_language>("protocol_language"),
                                            field<&CodeView::gloss>("gloss"),
                                            field<&CodeView::title>("title"),
                                            field<&CodeView::name>("name"),
                                            field<&CodeView::name_a>("name_a"),
                                            field<&CodeView::name_b>("name_b"),
                                            field<&CodeView::card>("card"),
                                            field<&CodeView::url>("url"),
                                            field<&CodeView::edit_texts>("edit_texts"),
                                            field<&CodeView::edit_facts>("edit_facts"),
                                            field<&CodeView::class_name>("class_name"),
                                            field<&CodeView::topic>("topic"),
                                            field<&CodeView::means>("means"),
                                            field<&CodeView::send_when>("send_when"),
                                            field<&CodeView::description>("description"),
                                            field<&CodeView::when_you_see_it>("when_you_see_it"),
                                            field<&CodeView::how_to_fix>("how_to_fix"),
                                            field<&CodeView::flow>("flow"),
                                            field<&CodeView::message>("message"),
                                            field<&CodeView::registered_phrase>("registered_phrase"),
                                            field<&CodeView::deprecated>("deprecated"),
                                            field<&CodeView::deprecated_by>("deprecated_by"),
                                            field<&CodeView::former_phrases>("former_phrases")};
};

template <>
struct Describe<CodeLinkView> {
  static constexpr auto fields =
      std::array{field<&CodeLinkView::number>("number"), field<&CodeLinkView::url>("url"),
                 field<&CodeLinkView::name>("name"), field<&CodeLinkView::topic>("topic")};
};

template <>
struct Describe<HistoricView> {
  static constexpr auto fields = std::array{field<&HistoricView::code>("code"),
                                            field<&HistoricView::phrase>("phrase"),
                                            field<&HistoricView::url>("url"),
                                            field<&HistoricView::defined_in>("defined_in"),
                                            field<&HistoricView::dropped_by>("dropped_by"),
                                            field<&HistoricView::instead>("instead")};
};

template <>
struct Describe<ClassView> {
  static constexpr auto fields =
      std::array{field<&ClassView::slug>("slug"),     field<&ClassView::phrase>("phrase"),
                 field<&ClassView::name>("name"),     field<&ClassView::gloss>("gloss"),
                 field<&ClassView::about>("about"),   field<&ClassView::url>("url"),
                 field<&ClassView::source>("source"), field<&ClassView::source_url>("source_url"),
                 field<&ClassView::codes>("codes")};
};

template <>
struct Describe<TellView> {
  static constexpr auto fields =
      std::array{field<&TellView::what>("what"), field<&TellView::a>("a"), field<&TellView::b>("b")};
};

template <>
struct Describe<RelatedView> {
  static constexpr auto fields =
      std::array{field<&RelatedView::code>("code"), field<&RelatedView::topic>("topic"),
                 field<&RelatedView::pairs>("pairs")};
};

template <>
struct Describe<MessageLineView> {
  static constexpr auto fields =
      std::array{field<&MessageLineView::text>("text"), field<&MessageLineView::differs>("differs")};
};

template <>
struct Describe<DepartureView> {
  static constexpr auto fields = std::array{field<&DepartureView::stacks>("stacks"),
                                            field<&DepartureView::a>("a"), field<&DepartureView::b>("b")};
};

template <>
struct Describe<PairView> {
  static constexpr auto fields =
      std::array{field<&PairView::curated>("curated"),      field<&PairView::rule>("rule"),
                 field<&PairView::story>("story"),          field<&PairView::advice>("advice"),
                 field<&PairView::distant>("distant"),      field<&PairView::consequences>("consequences"),
                 field<&PairView::tells>("tells"),          field<&PairView::winners>("winners"),
                 field<&PairView::departures>("departures")};
};

}  // namespace versus
