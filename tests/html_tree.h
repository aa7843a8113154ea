#pragma once

#include <string>
#include <string_view>

/// What a browser makes of a page, by Gumbo, as text that tests can compare.
namespace html_tree {

/// Elements and the names of their attributes, nested; no text and no values.
std::string structure(std::string_view page);

/// The structure with text and values as a reader gets them: addresses percent-decoded, JSON-LD by its
/// strings.
std::string content(std::string_view page);

/// Number of address attributes whose value a browser would run as a script.
std::size_t script_addresses(std::string_view page);

}  // namespace html_tree
