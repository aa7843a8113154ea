#pragma once

#include <map>
#include <set>
#include <string>
#include <string_view>

#include "diagnostic/diagnostic.h"
#include "source/source.h"
#include "template/message.h"
#include "template/program.h"

namespace versus {

/// What a template is compiled with; see `TemplateSet::compile`.
struct CompileInput {
  const Sources& sources;
  const std::map<std::string, FileId, std::less<>>& files;
  const MessageTable& labels;
};

/// Compiles the file `name`, which must be one of the files.
TemplateProgram compile_program(const CompileInput& input, std::string_view name, const Type& root,
                                std::set<std::string>& used_labels, Diagnostics& diagnostics);

}  // namespace versus
