#include "command/command.h"
#include "page/file_kinds.h"
#include "publish/files.h"

namespace versus {

ExitStatus schema(const std::filesystem::path& out) {
  if (const auto failure = put_files(out, schema_files())) return system_failure(failure->message);
  return ExitStatus::done;
}

}  // namespace versus
