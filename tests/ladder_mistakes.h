#pragma once

#include <string>
#include <string_view>

#include "picture/ladder.h"

/// What is wrong with the drawing of a ladder diagram, a line each: steps and texts that are missing or in
/// the wrong place, texts that overlap each other, lines or the edge by the table of widths, ids and markup.
std::string ladder_mistakes(const versus::picture::Ladder& ladder, std::string_view svg);
