#pragma once

#include <set>
#include <string>
#include <vector>

/// A SIP parser of others, for the examples of the site: Wireshark's, run as tshark.
namespace sip_parser {

/// What the parser makes of one message.
struct Parsed {
  std::string status_line;  ///< Empty if it saw no response.
  std::string status_code;
  std::string method;  ///< Of CSeq.
  std::string to_tag;
  std::string content_length;
  std::set<std::string> fields;  ///< Names of all header fields in lower case, whether it knows them or not.
  std::vector<std::string> complaints;  ///< Malformed parts, and what it reports as a warning or an error.
};

/// Has messages parsed, each as the payload of one UDP packet. Throws what tshark says if it cannot be run.
std::vector<Parsed> parse(const std::vector<std::string>& messages);

}  // namespace sip_parser
