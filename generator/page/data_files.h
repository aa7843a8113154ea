#pragma once

#include <cstddef>
#include <string>

#include "page/comparer.h"
#include "page/plan.h"
#include "page/site.h"

/// What pages say, as data for programs, and the JSON Schemas (draft 2020-12) of these files.
namespace versus {

// Paths relative to the site.

std::string facts_path(const Site& site);
std::string texts_path(const Site& site, std::size_t locale);
std::string pairs_path(const Site& site, std::size_t locale);
inline constexpr std::string_view facts_schema_path = "data/schema/facts.schema.json";
inline constexpr std::string_view texts_schema_path = "data/schema/texts.schema.json";
inline constexpr std::string_view pair_schema_path = "data/schema/pair.schema.json";

/// Everything that is known without language: the protocol, its codes with their facts, example and call
/// flow, historic codes and what implementations do; and where the other files are.
void append_facts(const Site& site, const Plan& plan, std::string& out);
std::string facts_schema(const Site& site);

/// The texts of all codes and classes in a locale, and its words for the values of the facts.
void append_texts(const Site& site, const Plan& plan, std::size_t locale, std::string& out);
std::string texts_schema(const Site& site);

/// The comparisons in a locale, one JSON document in a line for each pair, in the order of the plan.
void append_pairs(const Site& site, const Plan& plan, const Comparer& comparer, std::size_t locale,
                  std::string& out);
/// Schema of one line.
std::string pair_schema(const Site& site);

}  // namespace versus
