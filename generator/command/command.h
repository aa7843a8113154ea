#pragma once

#include <filesystem>
#include <optional>
#include <string>
#include <vector>

#include "diagnostic/print.h"
#include "page/address.h"
#include "yaml/fields.h"

namespace versus {

/// Exit statuses of the program.
enum class ExitStatus { done = 0, inputs_wrong = 1, command_line_wrong = 2, system_failed = 3 };

/// What every verb that reads a site's inputs can be told.
struct InputOptions {
  std::filesystem::path root = ".";   ///< Directory with content/, locales/ and templates/.
  std::optional<BaseUrl> base_url{};  ///< In place of the one in content/site.yaml.
  unsigned jobs = 1;                  ///< Threads.
  bool strict = false;                ///< Warnings count as errors.
};

/// A code to be added to a site.
struct NewCode {
  std::filesystem::path root = ".";
  int number = 0;
  std::optional<std::string> phrase{};
};

struct BuildOptions {
  InputOptions input;
  std::filesystem::path out = "site";
  bool quiet = false;  ///< No progress and no summary, as when standard error is no terminal.
};

struct TranslationOptions {
  InputOptions input;
  std::string locale{};  ///< Name of the label file; empty for all.
  bool json = false;
};

struct StampOptions {
  InputOptions input;
  std::vector<std::filesystem::path> files{};
  std::vector<std::string> keys{};  ///< Texts that are current; all of the files' if empty.
};

struct AuditOptions {
  std::filesystem::path root = ".";  ///< Directory of the inputs, for finding where a passage comes from.
  std::filesystem::path site{};      ///< Directory of a built site.
  unsigned jobs = 1;                 ///< Threads.
};

/// Builds the site; nothing is published if any input is wrong.
ExitStatus build(const BuildOptions& options);

/// Reports all mistakes in the inputs on standard output and writes nothing.
ExitStatus check(const InputOptions& options, ReportFormat format);

/// Builds the site and serves it on the loopback interface until it is interrupted.
ExitStatus serve(const BuildOptions& options, int port);

/// Writes the schemas of the kinds of YAML files into a directory.
ExitStatus schema(const std::filesystem::path& out);

/// Tells on standard output how much the comparison pages of a built site repeat themselves and each other.
ExitStatus audit(const AuditOptions& options);

/// Tells on standard output which texts are translated, missing, stale or identical; the inputs are wrong if
/// a locale has less than the site asks for.
ExitStatus translations(const TranslationOptions& options);

/// Writes into files of translations that they translate the present source texts.
ExitStatus stamp(const StampOptions& options);

/// Numbers that a code can have.
Range code_numbers();

/// Makes the directory of a code, whose files have every key that they need and no values but those given.
ExitStatus new_code(const NewCode& options);

/// Tells on standard error why the program does not go on.
ExitStatus refuse(const std::string& message, ExitStatus status);

/// Tells on standard error why the system refused to go on.
ExitStatus system_failure(const std::string& message);

/// Runs the program: parses the command line and calls one of the verbs. Returns the exit status.
int run(int argc, char** argv);

}  // namespace versus
