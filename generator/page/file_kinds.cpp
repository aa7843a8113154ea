#include "page/file_kinds.h"

#include <array>

#include "locale/pairs.h"
#include "locale/prose.h"
#include "locale/terms.h"
#include "page/site.h"
#include "registry/historic_fields.h"
#include "registry/protocol_fields.h"
#include "registry/stacks_fields.h"
#include "yaml/schema.h"

namespace versus {

namespace {

/// One kind of YAML file.
struct FileKind {
  std::string_view name;
  std::string_view path;  ///< Where files of the kind stand, for a reader.
  Shape (*shape)();
};

constexpr std::array file_kinds = {
    FileKind{"facts", "content/<protocol>/codes/<code>/facts.yaml", shape_of<CodeFacts>},
    FileKind{"historic", "content/<protocol>/historic.yaml", shape_of<HistoricCodes>},
    FileKind{"labels", "locales/<language>.yaml", labels_shape},
    FileKind{"pair", "content/<protocol>/pairs/<a>-<b>/<language>.yaml", pair_shape},
    FileKind{"protocol", "content/<protocol>/protocol.yaml", shape_of<Protocol>},
    FileKind{"site", "content/site.yaml", config_shape},
    FileKind{"stacks", "content/<protocol>/stacks.yaml", shape_of<Stacks>},
    FileKind{"terms", "locales/terms.yaml", terms_shape},
    FileKind{"text", "content/<protocol>/codes/<code>/<language>.yaml", text_shape},
};

}  // namespace

std::string schema_name(std::string_view kind) {
  return std::string(kind).append(".schema.json");
}

std::map<std::string, std::string> schema_files() {
  std::map<std::string, std::string> files;
  for (const FileKind& kind : file_kinds)
    files.emplace(schema_name(kind.name), json_schema(kind.shape(), kind.path));
  return files;
}

}  // namespace versus
