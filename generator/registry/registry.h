#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "registry/facts.h"
#include "registry/historic.h"
#include "registry/language_tag.h"
#include "registry/stacks.h"

namespace versus {

struct Transaction {
  TransactionEffect effect = TransactionEffect::stays_open;
  SpecReference source;
};

/// One class of response codes, such as 4xx: all codes with the same first digit (RFC 3261 section 7.2).
struct ResponseClass {
  Located<std::string> slug;  ///< First digit and `xx`; names the class in addresses and labels.
  std::string phrase;         ///< Name of the class in the protocol's own words, untranslated.
  Outcome outcome = Outcome::failure;
  Transaction transaction;
  SpecReference source;

  /// First digit of the codes in this class.
  int digit() const { return slug.value.front() - '0'; }
};

/// A family of specifications and where its documents are read, such as RFCs.
struct Specification {
  Located<std::string> series;
  Located<std::string>
      address;  ///< Address with `{number}` and `{section}`; what follows `#` needs a section.
};

/// A day, written `2026-07-30`.
struct Date {
  std::string text;
};
bool decode_scalar(std::string_view text, const Node& node, Date& date, DecodeContext& context);

template <>
struct TextForm<Date> {
  static constexpr std::string_view pattern = "^[0-9]{4}-[0-9]{2}-[0-9]{2}$";
  static constexpr std::string_view description = "year, month and day, as in '2026-07-30'";
};

/// The registry that assigns the codes; `registry.csv` holds its table.
struct CodeRegistry {
  Located<std::string> name;
  std::string address;
  Date retrieved;
  SpecReference default_reference;  ///< The specification of codes for which the table names none.
};

/// `content/<protocol>/protocol.yaml`.
struct Protocol {
  struct CodeRange {
    int from = 0;
    int to = 0;
  };
  std::string name;
  LanguageTag language;  ///< Of the reason phrases.
  CodeRange codes;
  std::vector<std::string> methods;  ///< Of requests.
  std::vector<ResponseClass> classes;
  std::vector<Specification> specifications;
  std::optional<ForkOrder> fork;  ///< What the specification says of forking proxies.
  std::optional<CodeRegistry> registry;
  ExampleMessage example;
};

/// The response codes of one protocol. Codes are in ascending order; classes in the order of their digits.
struct Registry {
  std::string
      slug;  ///< Directory of the protocol under `content/` and first part of its addresses, such as `sip`.
  Protocol protocol;
  std::vector<CodeFacts> codes;
  std::vector<HistoricCode> historic;
  std::vector<Stack> stacks;
  bool sound = true;  ///< False if `protocol` has mistakes or is missing.

  /// Class of a code; both must be sound.
  const ResponseClass& class_of(const CodeFacts& code) const;

  /// Index of the code with this number; the number of codes if there is none.
  std::size_t find(int number) const;

  /// Address of a section of a specification.
  std::string address(const SpecReference& reference) const;
};

/// Loads `content/<slug>/`; codes are parsed on `jobs` threads. What could be read is returned even where
/// there are mistakes, so that later stages can report theirs as well. A code whose number is wrong counts
/// under the name of its directory. That protocol.yaml is missing is left to the caller to report.
Registry load_registry(const Sources& sources, const std::string& slug, unsigned jobs,
                       Diagnostics& diagnostics);

}  // namespace versus
