#pragma once

#include <array>
#include <string>
#include <string_view>
#include <vector>

#include "diagnostic/diagnostic.h"
#include "locale/locale.h"
#include "source/source.h"

/// Files of `templates/` that get their addresses from their own names: pages, and what hosts look for at
/// the root of a site.
namespace versus {

/// Directories of the site that the program itself fills, whatever its inputs are called.
inline constexpr std::array<std::string_view, 3> own_directories = {"assets", "copy", "data"};

/// Files in this directory are published unchanged at the root of the site.
inline constexpr std::string_view root_directory = "templates/root/";

/// Files in this directory are published under names that tell their content.
inline constexpr std::string_view asset_directory = "templates/assets/";

/// The templates without anything in them; files that are published as they are may be empty.
std::vector<FileId> empty_templates(const Sources& sources);

/// True if this can be one step of an address.
bool is_step(std::string_view text);

/// True if a path stands in an address as it is.
bool is_plain(std::string_view path);

/// Reports files below a directory whose names would not stand in an address as they are.
void check_names(const Sources& sources, std::string_view directory, Diagnostics& diagnostics);

/// Names of the pages of `templates/pages/`, without `.html`; reports those that cannot be addresses.
std::vector<std::string> plain_pages(const Sources& sources, std::string_view protocol,
                                     const Locales& locales, Diagnostics& diagnostics);

/// Reports files of `templates/root/` whose names cannot be addresses, or whose places other files of the
/// site take.
void check_root_files(const Sources& sources, std::string_view protocol, const Locales& locales,
                      const std::vector<std::string>& plain_pages, Diagnostics& diagnostics);

}  // namespace versus
