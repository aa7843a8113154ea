#pragma once

#include <map>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "kitchen_sink.h"
#include "template/template.h"

/// Compiles and renders templates written in a test.
namespace template_kit {

/// Files by path below `templates/`; `page.html` is the page.
using Files = std::map<std::string, std::string>;

/// Labels of `labels.yaml` as lines `key: text`.
constexpr std::string_view labels_text =
    "home: Home & start\n"
    "greet: Hello {name}!\n"
    "twice: \"{name}\" is {name}, no {number}\n"
    "means: It means {means:clause}.\n"
    "about: About {topic:noun}\n"
    "braces: a {{b}} c\n"
    "foreign: Source {name}\n"
    "phrases: \u3053\u306e\u8a71\u306f{name}\u3067\u3059\u304b\n"
    "broken: a\u200Bb\n";

class Kit {
 public:
  explicit Kit(const Files& files) {
    labels_ = load_labels();
    for (const auto& [path, text] : files)
      sources_.add("templates/" + path, text);
    sources_.add("templates/assets/a&b.css", "p { content: \"<\u00e9\" }");
    sources_.add("templates/assets/a.png", "\x89PNG");
    const versus::TemplateSet set(sources_, "templates/",
                                  {{"assets/a&b.css", *versus::Url::from("/assets/a&b.1.css")}});
    template_ =
        set.compile("page.html", *versus::type_of<kitchen_sink::Sink>(), labels_, used_, diagnostics_);
    diagnostics_.sort(sources_);
  }

  Kit(const Kit&) = delete;
  Kit& operator=(const Kit&) = delete;

  const versus::Diagnostics& diagnostics() const { return diagnostics_; }
  const versus::Sources& sources() const { return sources_; }
  const versus::Used& used() const { return used_; }

  std::string render(const kitchen_sink::Sink& sink) const {
    std::string out;
    template_.render(sink, out);
    return out;
  }

  /// One line per diagnostic: `path:line:column-column [id] message; hint`, the path below `templates/`.
  std::vector<std::string> reports() const {
    std::vector<std::string> lines;
    for (const versus::Diagnostic& d : diagnostics_.list()) {
      const versus::SourceFile& file = sources_[d.span.file];
      const versus::Place begin = file.place(d.span.begin);
      const versus::Place end = file.place(d.span.end);
      std::string line = file.path().substr(std::string_view("templates/").size());
      const auto add = [&](char mark, std::size_t number) {
        line.append(1, mark).append(std::to_string(number));
      };
      add(':', begin.line);
      add(':', begin.column);
      if (end.line != begin.line) add('-', end.line);
      add(end.line == begin.line ? '-' : ':', end.column);
      line.append(" [").append(versus::info(d.kind).id).append("] ").append(d.message);
      if (!d.hint.empty()) line += "; " + d.hint;
      lines.push_back(std::move(line));
    }
    return lines;
  }

 private:
  versus::MessageTable load_labels() {
    const versus::FileId file = sources_.add("labels.yaml", std::string(labels_text));
    versus::MessageTable table;
    table.language = {"ja", "ltr"};
    for (std::uint32_t begin = 0; begin < labels_text.size();) {
      const auto end = static_cast<std::uint32_t>(labels_text.find('\n', begin));
      const auto colon = static_cast<std::uint32_t>(labels_text.find(": ", begin));
      const versus::Span span{file, colon + 2, end};
      const std::string key(labels_text.substr(begin, colon - begin));
      versus::Message message = versus::parse_message(sources_.text(span), span, diagnostics_);
      if (key == "foreign") message.language = &english_;
      table.messages.emplace(key, std::move(message));
      begin = end + 1;
    }
    return table;
  }

  versus::Language english_{"en", "ltr"};
  versus::Sources sources_;
  versus::MessageTable labels_;
  versus::Diagnostics diagnostics_;
  versus::Used used_;
  versus::Template template_;
};

}  // namespace template_kit
