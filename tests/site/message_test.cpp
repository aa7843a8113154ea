// The example responses of the site are good SIP, as a parser of others sees it.

#include <string>
#include <string_view>
#include <vector>

#include "catch.h"
#include "site/ascii.h"
#include "site/sip_parser.h"
#include "site/survey.h"

using namespace real_site;

namespace {

/// A message as it goes over the wire: lines end with CR LF, and an empty line ends the header.
std::string on_the_wire(const std::string& text) {
  std::string message;
  for (const char c : text) {
    if (c == '\n') message += '\r';
    message += c;
  }
  if (message.find("\r\n\r\n") == std::string::npos) message += "\r\n";
  return message;
}

std::size_t body_length(const std::string& message) {
  return message.size() - (message.find("\r\n\r\n") + 4);
}

/// What is wrong with the example of a code, one line each.
std::string faults(const versus::CodeFacts& code, const std::string& message,
                   const sip_parser::Parsed& parsed) {
  std::string result;
  const auto expect = [&](std::string_view what, const std::string& seen, const std::string& wanted) {
    if (seen != wanted)
      result.append(what).append(" '").append(seen).append("', not '").append(wanted).append("'\n");
  };
  const std::string number = std::to_string(code.code.value);
  expect("status line", parsed.status_line, "SIP/2.0 " + number + ' ' + code.phrase.value);
  expect("status code", parsed.status_code, number);
  expect("method", parsed.method, code.example.method.value);
  expect("Content-Length", parsed.content_length, std::to_string(body_length(message)));
  // RFC 3261 section 8.2.6.2: all responses but 100 have a tag.
  if (parsed.to_tag.empty() && code.code.value != 100) result += "no tag in To\n";
  for (const versus::HeaderField& header : code.headers) {
    const bool there = parsed.fields.contains(lower(header.name.value));
    if (header.required() && !there) result += "no " + header.name.value + '\n';
    if (header.level == versus::HeaderLevel::must_not && !header.when && there)
      result += "a forbidden " + header.name.value + '\n';
  }
  for (const std::string& complaint : parsed.complaints)
    result += complaint + '\n';
  return result;
}

std::string changed(std::string message, std::string_view from, std::string_view to) {
  const std::size_t at = message.find(from);
  REQUIRE(at != std::string::npos);
  return message.replace(at, from.size(), to);
}

const versus::CodeFacts& code_of(int number) {
  const versus::Registry& registry = published().registry();
  return registry.codes.at(registry.find(number));
}

std::string example_of(const versus::CodeFacts& code) {
  const std::string address = published().registry().slug + '/' + std::to_string(code.code.value) + '/';
  return on_the_wire(survey().of(*published().page(address)).message);
}

}  // namespace

TEST_CASE("a SIP parser accepts the example of every code", "[site]") {
  const std::vector<versus::CodeFacts>& codes = published().registry().codes;
  std::vector<std::string> messages;
  for (const versus::CodeFacts& code : codes)
    messages.push_back(example_of(code));
  const std::vector<sip_parser::Parsed> parsed = sip_parser::parse(messages);
  std::string wrong;
  for (std::size_t i = 0; i < codes.size(); ++i) {
    const std::string found = faults(codes[i], messages[i], parsed[i]);
    if (!found.empty()) wrong += std::to_string(codes[i].code.value) + ": " + found;
  }
  CHECK(wrong == "");
}

TEST_CASE("a SIP parser refuses examples with a mistake", "[site]") {
  const versus::CodeFacts& code = code_of(407);
  const std::string good = example_of(code);
  const std::vector<std::string> messages = {
      good,
      changed(good, "SIP/2.0 407", "SIP/2.0 486"),
      changed(good, "SIP/2.0 407", "SIP/2.0 4o7"),
      changed(good, "SIP/2.0 407", "SIP/3 407"),
      changed(good, "Authentication Required", "Authentication"),
      changed(good, ";tag=a6c85cf", ""),
      changed(good, " INVITE", " BYE"),
      changed(good, "Content-Length: 0", "Content-Length: 1"),
      changed(good, "Content-Length: 0", "Content-Length: none"),
      changed(good, "Proxy-Authenticate", "Proxy-Authenticated"),
      changed(good, "Call-ID:", "Call-ID"),
  };
  const std::vector<sip_parser::Parsed> parsed = sip_parser::parse(messages);
  CHECK(faults(code, messages[0], parsed[0]) == "");
  for (std::size_t i = 1; i < messages.size(); ++i) {
    INFO(messages[i]);
    CHECK(faults(code, messages[i], parsed[i]) != "");
  }
  CHECK_FALSE(parsed.back().complaints.empty());
}
