#pragma once

#include <optional>
#include <span>
#include <string>
#include <variant>

#include "publish/journal.h"
#include "publish/site.h"

/// The second half of a publication: renames and removals only, so that no file is ever seen in part.
namespace versus::publishing {

/// Checks that the user may change every directory that the commit will change.
std::optional<Failure> check_rights(const Site& site, std::span<const std::string_view> staged,
                                    const Journal& journal, const Manifest& next);

/// Moves all that is staged into the site and removes what the journal says. Can be repeated from the start
/// wherever it was cut short.
std::optional<Failure> carry_out(const Site& site, const Journal& journal, const Manifest& next);

/// Removes what only an unfinished publication leaves in the state directory.
std::optional<Failure> remove_leftovers(const Site& site);

/// Completes the commit of an earlier run if its journal is there, then removes leftovers. True if there was
/// one.
std::variant<bool, Failure> recover(const Site& site);

}  // namespace versus::publishing
