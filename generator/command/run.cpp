#include <algorithm>
#include <exception>
#include <iostream>
#include <map>
#include <thread>

#include <CLI/CLI.hpp>

#include "command/command.h"
#include "diagnostic/diagnostic.h"
#include "page/file_kinds.h"

namespace versus {

namespace {

constexpr const char* description = R"(Builds a website that compares response codes: one page for every pair.

A site's inputs are three directories: content/ (what is known of each code, and its texts), locales/ (labels, one
file per language) and templates/ (HTML). All mistakes in them are reported at once, each with its place, and nothing
is published while there are any.
)";

constexpr const char* footer = R"(
Exit status: 0 done; 1 the inputs are wrong and nothing was published, an audited site has faults, or too little is
translated; 2 the command line is wrong; 3 the system failed.

Examples:
  versus build                                  build ./site from the current directory
  versus build --base-url https://me.github.io/versus/
  versus check --strict --format github         annotate a pull request
  versus audit                                  look for repetition and stray languages in ./site
  versus translations --locale ja               list what Japanese lacks or has out of date
  versus stamp content/sip/codes/486/ja.yaml    it was read beside the English, and is right
  versus serve --port 8080                      build, then look at it on http://127.0.0.1:8080/
  versus new code 499 --phrase "No Such Code"   make its files, to be filled in)";

unsigned default_jobs() {
  return std::max(1U, std::thread::hardware_concurrency());
}

// The descriptions of validators are emptied, since they would stand beside the names of the values.

void add_root(CLI::App& verb, std::filesystem::path& root) {
  verb.add_option("--root", root, "Directory that holds content/, locales/ and templates/")
      ->type_name("DIR")
      ->capture_default_str()
      ->check(CLI::Validator(CLI::ExistingDirectory).description(""));
}

void add_jobs(CLI::App& verb, unsigned& jobs) {
  verb.add_option("--jobs", jobs, "Threads; the output is the same for any number")
      ->type_name("N")
      ->capture_default_str()
      ->check(CLI::Range(1, 256).description(""));
}

void add_input_options(CLI::App& verb, InputOptions& options, std::string& base_url) {
  add_root(verb, options.root);
  verb.add_option("--base-url", base_url,
                  "Address at which the site will stand, in place of the one in site.yaml")
      ->type_name("URL")
      ->check([](const std::string& text) {
        return BaseUrl::from(text) ? std::string()
                                   : "'" + text + "' is not an address such as https://example.org/path/";
      });
  add_jobs(verb, options.jobs);
  verb.add_flag("--strict", options.strict, "Count warnings, such as missing translations, as errors");
}

void add_build_options(CLI::App& verb, BuildOptions& options, std::string& base_url) {
  add_input_options(verb, options.input, base_url);
  verb.add_option("--out", options.out,
                  "Directory of the site, which holds nothing else; site below the root if not given")
      ->type_name("DIR")
      ->take_last();
  verb.add_flag("--quiet", options.quiet, "No progress and no summary");
}

CLI::App& add_schema(CLI::App& app, std::filesystem::path& root, std::filesystem::path& out) {
  CLI::App& verb =
      *app.add_subcommand("schema", "Write what YAML files may say as JSON Schemas, for editors");
  add_root(verb, root);
  const std::string standard(schema_directory);
  verb.add_option("--out", out, "Directory of the schemas; " + standard + " below the root if not given")
      ->type_name("DIR");
  return verb;
}

/// Adds --format, whose values the caller checks.
CLI::Option* add_format(CLI::App& verb, std::string& format, const std::string& names) {
  return verb.add_option("--format", format, "Form of the report: " + names)
      ->type_name("FORM")
      ->capture_default_str();
}

CLI::App& add_translations(CLI::App& app, TranslationOptions& options) {
  CLI::App& verb = *app.add_subcommand("translations", "Report what is translated, missing and out of date");
  add_root(verb, options.input.root);
  add_jobs(verb, options.input.jobs);
  verb.add_option("--locale", options.locale, "Language, by the name of its label file; all if not given")
      ->type_name("ID");
  return verb;
}

CLI::App& add_stamp(CLI::App& app, StampOptions& options) {
  CLI::App& verb = *app.add_subcommand("stamp", "Note in files that they translate the present texts");
  add_root(verb, options.input.root);
  add_jobs(verb, options.input.jobs);
  verb.add_option("file", options.files, "Translations that were read beside their source texts")
      ->type_name("FILE")
      ->required()
      ->check(CLI::Validator(CLI::ExistingFile).description(""));
  verb.add_option("--key", options.keys, "Only this text or label of them; may stand more than once")
      ->type_name("KEY")
      ->expected(1)
      ->take_all();
  return verb;
}

CLI::App& add_audit(CLI::App& app, AuditOptions& options) {
  CLI::App& verb = *app.add_subcommand("audit", "Look for repetition and stray languages in a built site");
  verb.add_option("site", options.site, "Directory of the site; site below the root if not given")
      ->type_name("DIR")
      ->check(CLI::Validator(CLI::ExistingDirectory).description(""));
  add_root(verb, options.root);
  add_jobs(verb, options.jobs);
  return verb;
}

CLI::App& add_new_code(CLI::App& app, NewCode& code) {
  CLI::App& group = *app.add_subcommand("new", "Make the files of something new");
  group.require_subcommand(1);
  CLI::App& verb = *group.add_subcommand("code", "Make the files of a code, to be filled in");
  add_root(verb, code.root);
  const Range numbers = code_numbers();
  verb.add_option("number", code.number, "Number of the code")
      ->type_name("N")
      ->required()
      ->check(CLI::Range(numbers.min, numbers.max).description(""));
  verb.add_option("--phrase", code.phrase, "Its reason phrase")->type_name("TEXT");
  return verb;
}

/// What is wrong with the command line.
std::string complaint(const CLI::App& app, const CLI::ParseError& error) {
  const std::vector<std::string> unknown = app.remaining(true);
  if (unknown.empty()) return error.what();
  const std::string& word = unknown.front();
  const CLI::App* verb = &app;  // The last one on the command line.
  while (!verb->get_subcommands().empty())
    verb = verb->get_subcommands().front();
  const auto verbs = verb->get_subcommands([](const CLI::App*) { return true; });  // That could follow.
  std::vector<std::string> known;
  if (word.starts_with('-')) {
    for (const CLI::Option* option : verb->get_options())
      known.push_back(option->get_name());
  } else {
    for (const CLI::App* other : verbs)
      known.push_back(other->get_name());
  }
  const char* kind = word.starts_with('-') ? "unknown option '"
                     : !verbs.empty()      ? "unknown verb '"
                                           : "stray '";
  const std::string hint = did_you_mean(word, {known.begin(), known.end()});
  return kind + word + "'" + (hint.empty() ? "" : "; " + hint);
}

ExitStatus run_verbs(int argc, char** argv) {
  BuildOptions options;
  options.input.jobs = default_jobs();
  std::string base_url;
  std::string format = "text";
  int port = 8000;

  CLI::App app(description, "versus");
  app.footer(footer);
  app.set_version_flag("--version", "versus " VERSUS_VERSION);
  app.require_subcommand(1);
  CLI::App& build_verb = *app.add_subcommand("build", "Build the site; write only what changed");
  add_build_options(build_verb, options, base_url);
  CLI::App& check_verb = *app.add_subcommand("check", "Report all mistakes in the inputs; write nothing");
  add_input_options(check_verb, options.input, base_url);
  const std::map<std::string, ReportFormat> formats = {{"text", ReportFormat::text},
                                                       {"json", ReportFormat::json},
                                                       {"sarif", ReportFormat::sarif},
                                                       {"github", ReportFormat::github}};
  add_format(check_verb, format, "text, json, sarif, github")
      ->check(CLI::IsMember({"text", "json", "sarif", "github"}).description(""));
  CLI::App& serve_verb = *app.add_subcommand("serve", "Build the site and show it on this machine");
  add_build_options(serve_verb, options, base_url);
  serve_verb.add_option("--port", port, "Port on 127.0.0.1")
      ->type_name("N")
      ->capture_default_str()
      ->check(CLI::Range(1, 65535).description(""));
  std::filesystem::path schema_root = ".";
  std::filesystem::path schema_out;
  const CLI::App& schema_verb = add_schema(app, schema_root, schema_out);
  AuditOptions audited{.jobs = default_jobs()};
  const CLI::App& audit_verb = add_audit(app, audited);
  TranslationOptions translated{.input = {.jobs = default_jobs()}};
  CLI::App& translations_verb = add_translations(app, translated);
  std::string translations_format = "text";
  add_format(translations_verb, translations_format, "text, json")
      ->check(CLI::IsMember({"text", "json"}).description(""));
  StampOptions stamped{.input = {.jobs = default_jobs()}};
  const CLI::App& stamp_verb = add_stamp(app, stamped);
  NewCode code;
  const CLI::App& code_verb = add_new_code(app, code);

  try {
    app.parse(argc, argv);
  } catch (const CLI::ParseError& error) {
    if (error.get_exit_code() == 0) {  // Help or version.
      app.exit(error);
      return ExitStatus::done;
    }
    std::cerr << "versus: " << complaint(app, error) << "\nsee versus --help\n";
    return ExitStatus::command_line_wrong;
  }
  if (build_verb.count("--out") + serve_verb.count("--out") == 0) options.out = options.input.root / "site";
  if (!base_url.empty()) options.input.base_url = BaseUrl::from(base_url);
  if (audited.site.empty()) audited.site = audited.root / "site";
  if (build_verb.parsed()) return build(options);
  if (check_verb.parsed()) return check(options.input, formats.at(format));
  if (audit_verb.parsed()) return audit(audited);
  translated.json = translations_format == "json";
  if (translations_verb.parsed()) return translations(translated);
  if (stamp_verb.parsed()) return stamp(stamped);
  if (code_verb.parsed()) return new_code(code);
  if (schema_verb.parsed()) return schema(schema_out.empty() ? schema_root / schema_directory : schema_out);
  return serve(options, port);
}

}  // namespace

ExitStatus refuse(const std::string& message, ExitStatus status) {
  std::cerr << "versus: " << message << '\n';
  return status;
}

ExitStatus system_failure(const std::string& message) {
  return refuse(message, ExitStatus::system_failed);
}

int run(int argc, char** argv) {
  try {
    return static_cast<int>(run_verbs(argc, argv));
  } catch (const std::exception& error) {
    return static_cast<int>(system_failure(error.what()));
  }
}

}  // namespace versus
