#pragma once

#include <map>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include <nlohmann/json.hpp>

#include "site/dom.h"
#include "site/real_site.h"

/// The data files of the real site, and the pages to hold them against.
namespace site_data {

using Json = nlohmann::ordered_json;

/// What a locale's words make of the values in the data.
class Words {
 public:
  using Arguments = std::map<std::string_view, std::string>;

  Words(Json texts, std::string separator) : texts_(std::move(texts)), separator_(std::move(separator)) {}

  const Json& texts() const { return texts_; }

  /// Between the items of a list inside a line.
  const std::string& separator() const { return separator_; }

  bool has(const std::string& label) const { return texts_.at("words").contains(label); }

  /// A label with its placeholders filled.
  std::string operator()(const std::string& label, const Arguments& arguments = {}) const;

  /// A place in a specification, such as "RFC 3261, section 21.4.24".
  std::string source(const Json& source) const;

 private:
  Json texts_;
  std::string separator_;
};

/// The entry of a list that has this number under `code`.
const Json& entry(const Json& list, int code);

struct Locale {
  std::string prefix;  ///< Of its addresses.
  Words words;
  std::vector<std::string> lines;  ///< Of its comparisons.
};

struct Data {
  const real_site::Site& site = real_site::published();
  Json facts;
  std::vector<Locale> locales;

  /// The bytes of a file.
  std::string file(const std::string& path) const { return site.render(path); }

  /// The page at an address relative to the site.
  dom::Node page(const std::string& address) const { return dom::parse(file(address + "index.html")); }
};

/// Loaded once.
const Data& published();

/// The element with that id; an empty one if the page has none.
const dom::Node& part(const dom::Node& page, std::string_view id);

/// What the elements of that name say.
std::vector<std::string> texts_of(const dom::Node& node, std::string_view name);

/// Where the links lead.
std::vector<std::string> links_of(const dom::Node& node);

/// What a cell says, item by item, without the places it rests on.
std::vector<std::string> items_of(const dom::Node& cell);

}  // namespace site_data
