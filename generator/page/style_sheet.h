#pragma once

#include <string>
#include <string_view>

namespace versus {

/// A style sheet without its comments (CSS Syntax Level 3, section 4.3.2), which are for those who change it:
/// every page waits for it. Of a comment within a line `/**/` stays, so that what it parts stays apart;
/// licences
/// (`/*!`), and what looks like a comment in a string or an address, stay as they are.
std::string without_comments(std::string_view css);

}  // namespace versus
