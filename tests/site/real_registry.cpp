#include "site/real_registry.h"

#include <stdexcept>

#include "site_kit.h"

using namespace versus;

namespace real_site {

const Registry& registry() {
  static const Registry loaded = [] {
    Sources sources;
    for (auto& [path, text] : test::read_site(VERSUS_SOURCE_DIR))
      sources.add(path, text);
    Diagnostics diagnostics;
    Registry result = load_registry(sources, "sip", 2, diagnostics);
    if (!diagnostics.list().empty()) throw std::runtime_error("content/sip has mistakes");
    return result;
  }();
  return loaded;
}

const CodeFacts& code(int number) {
  return registry().codes.at(registry().find(number));
}

std::vector<std::string> example(const CodeFacts& code) {
  return example_response(registry().protocol.example, code.code.value, code.phrase.value, code.example);
}

const std::vector<int>& numbers() {
  static const std::vector<int> all = [] {
    std::vector<int> result;
    for (const CodeFacts& code : registry().codes)
      result.push_back(code.code.value);
    return result;
  }();
  return all;
}

}  // namespace real_site
