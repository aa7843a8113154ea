#include "site/sip_parser.h"

#include <algorithm>
#include <cstdint>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <sstream>
#include <stdexcept>
#include <string_view>

#include <nlohmann/json.hpp>
#include <stdlib.h>

#include "site/ascii.h"

namespace sip_parser {

namespace fs = std::filesystem;
using nlohmann::json;

namespace {

/// A directory for as long as the object lives.
class Directory {
 public:
  Directory() {
    std::string name = (fs::temp_directory_path() / "versus-sip-XXXXXX").string();
    if (::mkdtemp(name.data()) == nullptr) throw std::runtime_error("no temporary directory");
    path_ = name;
  }
  Directory(const Directory&) = delete;
  Directory& operator=(const Directory&) = delete;
  ~Directory() {
    std::error_code ignored;
    fs::remove_all(path_, ignored);
  }
  std::string operator/(std::string_view name) const { return (path_ / name).string(); }

 private:
  fs::path path_;
};

std::string read_file(const std::string& path) {
  std::ifstream in(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(in), {}};
}

/// Appends numbers of `bytes` bytes each, the most significant byte first as on the wire.
void put(std::string& out, int bytes, std::initializer_list<std::size_t> values) {
  for (const std::size_t value : values) {
    for (int shift = 8 * (bytes - 1); shift >= 0; shift -= 8)
      out += static_cast<char>((value >> shift) & 0xFF);
  }
}

/// A capture file of IPv4 packets (draft-ietf-opsawg-pcap), each with a UDP datagram from port 5060 to port
/// 5060. Checksums are 0, which counts as not computed.
std::string capture_of(const std::vector<std::string>& messages) {
  constexpr std::size_t link_type_ipv4 = 228;
  std::string file;
  put(file, 4, {0xA1B2C3D4});
  put(file, 2, {2, 4});
  put(file, 4, {0, 0, 0xFFFF, link_type_ipv4});
  std::size_t seconds = 0;
  for (const std::string& message : messages) {
    const std::size_t datagram = 8 + message.size();
    const std::size_t packet = 20 + datagram;
    put(file, 4, {seconds++, 0, packet, packet});
    put(file, 2, {0x4500, packet, 0, 0, 0x4011, 0});  // Version 4, 5 words of header; 64 hops, UDP.
    put(file, 4, {0xC0000201, 0xC0000202});           // 192.0.2.1 to 192.0.2.2.
    put(file, 2, {5060, 5060, datagram, 0});
    file += message;
  }
  return file;
}

void read_fields(std::string_view raw, std::set<std::string>& fields) {
  while (!raw.empty()) {
    const std::size_t end = std::min(raw.find("\r\n"), raw.size());
    const std::string_view line = raw.substr(0, end);
    const std::size_t colon = line.find(':');
    if (colon != std::string_view::npos && line[0] != ' ' && line[0] != '\t')
      fields.insert(lower(line.substr(0, line.find_last_not_of(' ', colon - 1) + 1)));
    raw.remove_prefix(std::min(end + 2, raw.size()));
  }
}

void read(const json& node, Parsed& parsed);

void read(const std::string& key, const json& value, Parsed& parsed) {
  constexpr int warning = 0x600000;  // PI_WARN; notes and remarks stand below it.
  if (key == "_ws.malformed") parsed.complaints.push_back("malformed: " + value.dump());
  if (key == "_ws.expert") {
    for (const json& expert : value.is_array() ? value : json::array({value})) {
      if (std::stoi(expert.at("_ws.expert.severity").get<std::string>()) >= warning)
        parsed.complaints.push_back(expert.at("_ws.expert.message").get<std::string>());
    }
  }
  if (value.is_string()) {
    for (const auto& [name, member] : {std::pair{"sip.Status-Line", &Parsed::status_line},
                                       {"sip.Status-Code", &Parsed::status_code},
                                       {"sip.CSeq.method", &Parsed::method},
                                       {"sip.to.tag", &Parsed::to_tag},
                                       {"sip.Content-Length", &Parsed::content_length}}) {
      if (key == name) parsed.*member = value.get<std::string>();
    }
    if (key == "sip.msg_hdr") read_fields(value.get<std::string>(), parsed.fields);
  }
  read(value, parsed);
}

void read(const json& node, Parsed& parsed) {
  if (node.is_object()) {
    for (const auto& [key, value] : node.items())
      read(key, value, parsed);
  } else if (node.is_array()) {
    for (const json& value : node)
      read(value, parsed);
  }
}

}  // namespace

std::vector<Parsed> parse(const std::vector<std::string>& messages) {
  const Directory work;
  std::ofstream(work / "messages.pcap", std::ios::binary) << capture_of(messages);
  // No settings of the user, and no names looked up.
  const std::string command = "WIRESHARK_CONFIG_DIR='" + (work / "none") + "' tshark -n -r '" +
                              (work / "messages.pcap") + "' -T json --no-duplicate-keys > '" +
                              (work / "parsed.json") + "' 2> '" + (work / "said") + "'";
  if (std::system(command.c_str()) != 0) throw std::runtime_error(command + ": " + read_file(work / "said"));
  std::vector<Parsed> result;
  for (const json& packet : json::parse(read_file(work / "parsed.json")))
    read(packet.at("_source").at("layers"), result.emplace_back());
  if (result.size() != messages.size()) throw std::runtime_error("tshark did not read every packet");
  return result;
}

}  // namespace sip_parser
