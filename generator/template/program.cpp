#include "template/program.h"

#include <utility>

namespace versus {

namespace {

std::uint32_t narrow(std::size_t value) {
  return static_cast<std::uint32_t>(value);
}

}  // namespace

void ProgramBuilder::literal(std::string_view text) {
  if (text.empty()) return;
  auto& ops = program_.ops;
  if (!ops.empty() && ops.back().code == OpCode::literal && landing_ < ops.size()) {
    ops.back().count += narrow(text.size());
  } else {
    ops.push_back(
        {.code = OpCode::literal, .begin = narrow(program_.literals.size()), .count = narrow(text.size())});
  }
  program_.literals += text;
}

std::size_t ProgramBuilder::value(OpCode code, const Access& access, std::uint8_t item) {
  program_.ops.push_back({.code = code,
                          .slot = access.slot,
                          .item = item,
                          .begin = narrow(program_.getters.size()),
                          .count = narrow(access.getters.size()),
                          .type = access.type});
  program_.getters.insert(program_.getters.end(), access.getters.begin(), access.getters.end());
  return program_.ops.size() - 1;
}

std::size_t ProgramBuilder::jump() {
  program_.ops.push_back({.code = OpCode::jump});
  return program_.ops.size() - 1;
}

void ProgramBuilder::next(std::size_t loop) {
  program_.ops.push_back({.code = OpCode::next, .item = program_.ops[loop].item, .target = narrow(loop + 1)});
  land(loop);
}

void ProgramBuilder::land(std::size_t from) {
  landing_ = program_.ops.size();
  program_.ops[from].target = narrow(landing_);
}

TemplateProgram ProgramBuilder::take(const Type& root) {
  program_.root = &root;
  return std::move(program_);
}

}  // namespace versus
