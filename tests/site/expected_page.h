#pragma once

#include <map>
#include <set>
#include <string>
#include <vector>

#include "site/data.h"

namespace site_data {

using Lines = std::vector<std::string>;

struct Fact {
  Lines words;
  Lines links;

  friend bool operator==(const Fact&, const Fact&) = default;
};

/// Makes the words of one code's page from the data.
class ExpectedPage {
 public:
  ExpectedPage(const Json& facts, const Words& words, const Json& code);

  /// By the name of the axis.
  std::map<std::string, Fact> facts() const;

  /// For each its name, level and condition, joined by `|`, then where that stands, then the link.
  Lines headers() const;

  Lines timers() const;
  std::set<std::string> gateway() const;

  /// Each with the implementation and the address of the file.
  std::set<std::string> stacks() const;

  Lines flow() const;

  /// Every place in a specification that the code rests on, with its address.
  std::set<std::string> sources() const;

  /// What is said of its standing, part by part.
  Lines standing() const;

 private:
  bool answers_invite() const;

  /// What an implementation makes of the code, listed or not.
  std::vector<int> to_causes(const Json& stack) const;

  /// The list at a JSON pointer; empty where the code has none.
  Json list(const std::string& pointer) const;

  /// Rows of a table of an implementation that are about the code.
  std::vector<Json> rows(const Json& stack, const char* table) const;

  std::string cause(const Json& number) const;
  std::string limited(const std::string& cause, const Json& row, const char* key) const;
  std::string time(int ms) const;
  std::string duration(const Json& timer) const;
  void collect_sources(const Json& json, std::set<std::string>& found) const;

  const Json& facts_;
  const Words& words_;
  const Json& code_;
  Json class_;
};

}  // namespace site_data
