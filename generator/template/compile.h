#pragma once

#include <map>
#include <string>
#include <string_view>

#include "diagnostic/diagnostic.h"
#include "source/source.h"
#include "template/message.h"
#include "template/program.h"
#include "template/template.h"

namespace versus {

/// What a template is compiled with; see `TemplateSet::compile`.
struct CompileInput {
  const Sources& sources;
  const std::map<std::string, FileId, std::less<>>& files;   ///< Of templates, by name.
  const std::map<std::string, FileId, std::less<>>& assets;  ///< Other files, by name.
  const MessageTable& labels;
  const Addresses& addresses;
};

/// Compiles the file `name`, which must be one of the files.
TemplateProgram compile_program(const CompileInput& input, std::string_view name, const Type& root,
                                Used& used, Diagnostics& diagnostics);

}  // namespace versus
