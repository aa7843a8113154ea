#include "site/real_site.h"

#include <sstream>
#include <stdexcept>

namespace real_site {

namespace {

/// Prints all diagnostics that tests do not expect.
std::string unexpected(const Site& site) {
  versus::Diagnostics others;
  for (const versus::Diagnostic& diagnostic : site.checked->diagnostics.list()) {
    // How many of these there may be is for `versus translations` to say.
    if (diagnostic.kind == versus::DiagnosticKind::missing_translation ||
        diagnostic.kind == versus::DiagnosticKind::stale_translation)
      continue;
    others.add(diagnostic.kind, diagnostic.span, diagnostic.message, diagnostic.hint, diagnostic.notes);
  }
  std::ostringstream report;
  if (!others.empty()) print_text(report, site.inputs.sources, others, false);
  return std::move(report).str();
}

void add_pages(Site& site) {
  const versus::Registry& registry = site.registry();
  const auto add = [&](Kind kind, const std::string& rest, const versus::CodeFacts* a = nullptr,
                       const versus::CodeFacts* b = nullptr) {
    for (const Language& language : languages()) {
      const std::string address = std::string(language.prefix) + rest;
      const std::string path = address.ends_with(".html") ? address : address + "index.html";
      site.pages.push_back({kind, &language, rest, address, path, a, b});
    }
  };
  const std::string top = registry.slug + '/';
  add(Kind::home, "");
  add(Kind::all_codes, top);
  add(Kind::matrix, top + "matrix/");
  add(Kind::trace, "trace/");
  add(Kind::not_found, "404.html");
  add(Kind::offline, "offline.html");
  for (const versus::ResponseClass& response_class : registry.protocol.classes)
    add(Kind::response_class, top + response_class.slug.value + '/');
  for (const versus::HistoricCode& code : registry.historic)
    add(Kind::historic, top + std::to_string(code.code.value) + '/');
  for (auto a = registry.codes.begin(); a != registry.codes.end(); ++a) {
    const std::string number = std::to_string(a->code.value);
    add(Kind::code, top + number + '/', &*a);
    for (auto b = a + 1; b != registry.codes.end(); ++b)
      add(Kind::comparison, top + number + "-vs-" + std::to_string(b->code.value) + '/', &*a, &*b);
  }
  for (std::size_t i = 0; i < site.pages.size(); ++i)
    site.by_address.emplace(site.pages[i].address, i);
}

}  // namespace

const std::vector<Language>& languages() {
  static const std::vector<Language> list = {
      {"",
       "en",
       {"en"},
       {"Description", "When You See It", "How to Fix", "Key Differences", "When to Use Which"}},
      {"ja/",
       "ja",
       {"ja"},
       {"説明", "このコードが表示される場合", "解決方法", "主な違い", "どちらをいつ使うか"}},
      {"pt/",
       "pt-BR",
       {"pt-BR", "pt"},
       {"Descrição", "Quando aparece", "Como corrigir", "Diferenças principais", "Quando usar qual"}},
  };
  return list;
}

const Page* Site::page(std::string_view address) const {
  const auto found = by_address.find(address);
  return found == by_address.end() ? nullptr : &pages[found->second];
}

std::string Site::render(const std::string& path) const {
  std::string bytes;
  checked->pages->render(files.at(path), bytes);
  return bytes;
}

std::unique_ptr<const Site> load(const std::string& base) {
  const versus::InputOptions options{.base_url = versus::BaseUrl::from(base), .jobs = jobs};
  auto site = std::make_unique<Site>();
  site->base = base;
  site->prefix = options.base_url->prefix();
  site->inputs = versus::read_inputs(VERSUS_SOURCE_DIR, jobs);
  if (!site->inputs.failure.empty()) throw std::runtime_error(site->inputs.failure);
  site->checked = check_inputs(site->inputs, options);
  if (const std::string report = unexpected(*site); !report.empty()) throw std::runtime_error(report);
  versus::Pages& pages = *site->checked->pages;
  pages.prepare(2);
  for (std::size_t i = 0; i < pages.count(); ++i) {
    if (!site->files.emplace(pages.path(i), i).second)
      throw std::runtime_error("two files of one path: " + pages.path(i));
  }
  add_pages(*site);
  return site;
}

const Site& published() {
  static const std::unique_ptr<const Site> site = load("https://versus.example/");
  return *site;
}

void Problems::add(const Page& page, std::string_view what, std::string_view detail) {
  std::string mistake(what);
  if (!detail.empty()) mistake.append(": ").append(detail);
  Places& places = list_[mistake];
  if (places.count++ == 0) places.first = page.path;
}

void Problems::append(const Problems& other) {
  for (const auto& [mistake, places] : other.list_) {
    Places& mine = list_[mistake];
    if (mine.count == 0) mine.first = places.first;
    mine.count += places.count;
  }
}

std::string Problems::text() const {
  std::string result;
  for (const auto& [mistake, places] : list_) {
    result.append(places.first).append(": ").append(mistake);
    if (places.count > 1) result.append(" (").append(std::to_string(places.count)).append(" times)");
    result += '\n';
  }
  return result;
}

}  // namespace real_site
