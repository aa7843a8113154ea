#pragma once

#include <cstddef>
#include <filesystem>

/// Copies the inputs of the project's site to `root`, which must exist; returns the number of codes.
std::size_t copy_site(const std::filesystem::path& project, const std::filesystem::path& root);

/// Adds a sentence to one description of the site at `root`, a different one each round.
void edit_one_text(const std::filesystem::path& root, std::size_t round);
