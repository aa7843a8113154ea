#pragma once

// The one place that names the header: Catch2 3 calls it <catch2/catch_all.hpp>.
#include <catch2/catch.hpp>
