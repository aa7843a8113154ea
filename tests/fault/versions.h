#pragma once

#include <map>
#include <string>
#include <string_view>

/// The bytes of every file of a small site by path. From A to B files stay, change, come and go, a file
/// becomes a directory and the reverse, and whole directories come and go. `none` is a site without files.
inline std::map<std::string, std::string> site_version(std::string_view name) {
  if (name == "none") return {};
  const bool a = name == "A";
  const std::string text = a ? "first\n" : "second edition\n";
  std::map<std::string, std::string> files = {
      {"404.html", "same in both\n"},
      {"deep/er/est/index.html", "same in both\n"},
      {"empty.txt", ""},
      {"index.html", text},
      {"sip/486/index.html", text},
      {"sip/index.html", "same in both\n"},
      {"sip/486/messages/a.txt", text},
      {"large.html", std::string(60000, a ? 'a' : 'b')},
      {"sip/480-vs-486/index.html", text},
  };
  if (a) {
    files["gone.txt"] = files["gone/er/index.html"] = files["sip/486/gone.txt"] = text;
    files["file-then-directory"] = files["sip/file-then-directory"] = text;
    files["directory-then-file/a/index.html"] = files["directory-then-file/b.html"] = text;
  } else {
    files["new.txt"] = files["new/er/index.html"] = files["sip/486/new.txt"] = text;
    files["sip/480-vs-487/index.html"] = text;
    files["file-then-directory/a/index.html"] = files["sip/file-then-directory/b.html"] = text;
    files["directory-then-file"] = text;
  }
  return files;
}
