#pragma once

#include <cstddef>
#include <filesystem>

/// Copies content, locales and templates of `project` to `root` and adds codes to them until there are at
/// least `codes`: each is one of the project's own under a new number of the same class, so that the texts
/// have real lengths and the files the current format. Returns the number of codes; throws std::runtime_error
/// with a reason.
std::size_t make_synthetic_site(const std::filesystem::path& project, const std::filesystem::path& root,
                                std::size_t codes);

/// Changes the English description of one code, to another text for each `round`.
void edit_one_text(const std::filesystem::path& root, std::size_t round);
