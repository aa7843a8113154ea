#pragma once

#include <string>
#include <string_view>
#include <vector>

/// Reads the lines of a response: without line ends, header fields unfolded and in their long forms.
namespace versus {

/// The number in the status line, or an empty text.
std::string_view status_code(const std::vector<std::string>& lines);

/// Values of all header fields of a name, whose case does not matter (RFC 3261 section 7.3.1).
std::vector<std::string_view> header_values(const std::vector<std::string>& lines, std::string_view name);

/// Content-Type without parameters and in lower case; empty if there is no body.
std::string media_type(const std::vector<std::string>& lines);

/// The method in CSeq, or an empty text.
std::string_view cseq_method(const std::vector<std::string>& lines);

/// True if there is a To without a tag.
bool lacks_to_tag(const std::vector<std::string>& lines);

/// The causes of ITU-T Q.850 in Reason header fields (RFC 3326 section 2).
std::vector<std::string> q850_causes(const std::vector<std::string>& lines);

}  // namespace versus
