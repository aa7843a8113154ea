#pragma once

#include <map>
#include <memory>
#include <set>
#include <string>
#include <string_view>

#include "diagnostic/diagnostic.h"
#include "source/source.h"
#include "template/message.h"
#include "template/value.h"

namespace versus {

/// Addresses of the files that templates name with `{{url …}}`, by their paths below the templates.
using Addresses = std::map<std::string, Url, std::less<>>;

/// What templates made use of.
struct Used {
  std::set<std::string> labels;  ///< Their keys.
  std::set<std::string> files;   ///< Those named with `{{url …}}` and `{{embed …}}`, by their paths.
};

struct TemplateProgram;

/// A template compiled against one view type and one locale's labels: rendering looks up nothing, allocates
/// nothing but what the output needs, and cannot fail. Safe to render from many threads.
class Template {
 public:
  Template();
  Template(Template&&) noexcept;
  Template& operator=(Template&&) noexcept;
  ~Template();

  /// Appends the rendered text. `view` is an object of the type the template was compiled for.
  template <typename View>
  void render(const View& view, std::string& out) const {
    render_erased(&view, type_of<View>(), out);
  }

 private:
  friend class TemplateSet;
  void render_erased(const void* view, const Type* type, std::string& out) const;
  std::unique_ptr<const TemplateProgram> program_;
};

/// The template files below one directory of the sources, by path relative to it (`code.html`,
/// `partials/card.html`).
class TemplateSet {
 public:
  /// `directory` ends in a slash, as in `templates/`. The sources must outlive the set.
  TemplateSet(const Sources& sources, std::string_view directory, Addresses addresses = {});

  /// Compiles one file for `root` and `labels`. Mistakes go to `diagnostics`; the result must not be rendered
  /// if any was added. The labels and files that the template names are added to `used`.
  Template compile(std::string_view name, const Type& root, const MessageTable& labels, Used& used,
                   Diagnostics& diagnostics) const;

 private:
  const Sources* sources_;
  std::map<std::string, FileId, std::less<>> files_;
  std::map<std::string, FileId, std::less<>> assets_;  ///< All other files.
  Addresses addresses_;
};

}  // namespace versus
