#pragma once

#include <cstddef>
#include <cstdint>

#include "yaml/reader.h"
#include "yaml/tree.h"

namespace versus::yaml {

/// Why the parser gave up; the many messages of yaml-cpp fall into these.
enum class Failure : std::uint8_t {
  key_expected,   ///< In a block mapping.
  item_expected,  ///< In a block list.
  flow_unclosed,  ///< A bracket does not end, or lacks a comma.
  flow_end,       ///< A bracket that closes nothing.
  list_here,      ///< A list begins where none can.
  colon_here,     ///< A ':' where no key is.
  character,      ///< A character that begins nothing.
  escape,         ///< An escape in double quotes that is unknown.
  quote_unclosed,
  block_header,  ///< Behind '|' or '>'.
  tab,
  feature,  ///< Anchor, alias, tag, directive or complex key that is itself wrong.
  other,
};

/// Reports in our own words that the parser failed at byte `mark`.
void explain(Failure failure, std::size_t mark, Reader& reader, const TreeBuilder& builder);

}  // namespace versus::yaml
