#include <iostream>
#include <map>
#include <string>

#include "command/command.h"
#include "page/file_kinds.h"
#include "page/site.h"
#include "publish/files.h"
#include "registry/facts_fields.h"
#include "source/inputs.h"
#include "yaml/skeleton.h"

namespace versus {

namespace {

constexpr std::string_view number_key = "code";
constexpr std::string_view phrase_key = "phrase";

/// First line of a file in the directory of a code, by which editors find its schema.
std::string schema_line(std::string_view kind) {
  const std::filesystem::path schema = std::filesystem::path(schema_directory) / schema_name(kind);
  return "# yaml-language-server: $schema=" +
         schema.lexically_relative("content/protocol/codes/code").generic_string() + "\n";
}

}  // namespace

Range code_numbers() {
  Range range;
  for (const Shape::Key& key : shape_of<CodeFacts>().keys) {
    if (key.name == number_key) range = key.value.rules.range;
  }
  return range;
}

ExitStatus new_code(const NewCode& options) {
  std::map<std::string_view, std::string> given = {{number_key, std::to_string(options.number)}};
  if (options.phrase) {
    const auto phrase = yaml_text(*options.phrase);
    if (!phrase) return refuse("--phrase: not one line of UTF-8 text", ExitStatus::command_line_wrong);
    given.emplace(phrase_key, *phrase);
  }

  Inputs inputs = read_inputs(options.root, 1);
  if (!inputs.failure.empty()) return system_failure(inputs.failure);
  Sources& sources = inputs.sources;
  Diagnostics ignored;  // Whoever adds a code may have other work in hand.
  const auto config = load_config(sources, ignored);
  if (!config || sources.find("content/" + config->protocol.value + "/protocol.yaml") == nullptr ||
      sources.find("locales/" + config->source_locale.value + ".yaml") == nullptr) {
    return refuse("content/site.yaml does not tell where codes stand; see versus check",
                  ExitStatus::inputs_wrong);
  }
  const Registry registry = load_registry(sources, config->protocol.value, 1, ignored);
  std::vector<Translation> translations;
  const Locales locales = load_locales(sources, config->source_locale.value, translations, ignored);
  const Locale& locale = locales.source();

  const NamedFiles files = {
      {"facts.yaml", schema_line("facts") + skeleton(shape_of<CodeFacts>(), given)},
      {locale.id + ".yaml", schema_line("text") + skeleton(complete_text_shape(locale, registry), {})}};
  const std::filesystem::path directory =
      options.root / "content" / registry.slug / "codes" / std::to_string(options.number);
  const auto made = make_directory_of(directory, files);
  if (const auto* failure = std::get_if<Failure>(&made)) return system_failure(failure->message);
  if (!std::get<bool>(made))
    return refuse(directory.string() + " is there already", ExitStatus::inputs_wrong);
  for (const auto& [name, text] : files)
    std::cout << "made " << (directory / name).string() << '\n';
  return ExitStatus::done;
}

}  // namespace versus
