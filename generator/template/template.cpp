#include "template/template.h"

#include <utility>

#include "template/compile.h"

namespace versus {

Template::Template() = default;
Template::Template(Template&&) noexcept = default;
Template& Template::operator=(Template&&) noexcept = default;
Template::~Template() = default;

TemplateSet::TemplateSet(const Sources& sources, std::string_view directory, Addresses addresses)
    : sources_(&sources), addresses_(std::move(addresses)) {
  for (const FileId id : sources.under(directory)) {
    const std::string_view path = sources[id].path();
    (path.ends_with(".html") ? files_ : assets_).emplace(path.substr(directory.size()), id);
  }
}

Template TemplateSet::compile(std::string_view name, const Type& root, const MessageTable& labels, Used& used,
                              Diagnostics& diagnostics) const {
  Template result;
  if (!files_.contains(name)) {
    // No place in any file tells of this one; the message does.
    diagnostics.add(DiagnosticKind::missing_file, Span{}, "no template '" + std::string(name) + "'");
    return result;
  }
  const CompileInput input{
      .sources = *sources_, .files = files_, .assets = assets_, .labels = labels, .addresses = addresses_};
  result.program_ =
      std::make_unique<const TemplateProgram>(compile_program(input, name, root, used, diagnostics));
  return result;
}

}  // namespace versus
