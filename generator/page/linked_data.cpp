#include "page/linked_data.h"

#include <string>

#include <nlohmann/json.hpp>

namespace versus {

namespace {

std::string_view type_of_page(PageKind kind) {
  switch (kind) {
    case PageKind::code:
    case PageKind::historic:
    case PageKind::comparison:
      return "TechArticle";
    case PageKind::all_codes:
    case PageKind::response_class:
    case PageKind::matrix:
      return "CollectionPage";
    default:
      return "WebPage";
  }
}

/// Members of JSON objects, put together without a tree in between, since every page has them.
class Writer {
 public:
  Writer& raw(std::string_view text) {
    out_ += text;
    return *this;
  }
  Writer& text(std::string_view text) {
    out_ += nlohmann::json(text).dump();
    return *this;
  }
  const std::string& out() const { return out_; }

 private:
  std::string out_;
};

}  // namespace

Json linked_data(const Site& site, const PageId& page, const PageView& view) {
  const auto absolute = [&](const Url& local) {
    return std::string(site.base.origin()).append(local.text());
  };
  Writer json;
  json.raw(R"({"@context":"https://schema.org","@graph":[{"@type":")").raw(type_of_page(page.kind));
  json.raw(R"(","@id":)").text(view.canonical.text()).raw(R"(,"url":)").text(view.canonical.text());
  json.raw(R"(,"headline":)").text(view.headline).raw(R"(,"inLanguage":)").text(view.language);
  if (!view.picture.text().empty()) json.raw(R"(,"image":)").text(view.picture.text());
  json.raw(R"(,"isPartOf":{"@type":"WebSite","name":)").text(view.site_name).raw(R"(,"url":)");
  json.text(absolute(view.root)).raw("}}");
  if (!view.crumbs.empty()) {
    json.raw(R"(,{"@type":"BreadcrumbList","itemListElement":[)");
    json.raw(R"({"@type":"ListItem","position":1,"name":)").text(view.site_name).raw(R"(,"item":)");
    json.text(absolute(view.home)).raw("}");
    int position = 1;
    for (const CrumbView& crumb : view.crumbs) {
      json.raw(R"(,{"@type":"ListItem","position":)").raw(std::to_string(++position)).raw(R"(,"name":)");
      json.text(crumb.name.plain).raw(R"(,"item":)").text(absolute(crumb.url)).raw("}");
    }
    json.raw("]}");
  }
  return Json::from(json.raw("]}").out());
}

}  // namespace versus
