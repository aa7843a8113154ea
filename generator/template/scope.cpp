#include "template/scope.h"

#include <algorithm>

#include "template/names.h"

namespace versus {

namespace {

const Field* find(const Type& object, std::string_view name) {
  for (const Field& field : object.fields()) {
    if (field.name == name) return &field;
  }
  return nullptr;
}

void add_names(const Type& object, std::vector<std::string_view>& names) {
  for (const Field& field : object.fields())
    names.push_back(field.name);
}

}  // namespace

Access Scope::resolve(const Path& path, std::optional<PathProblem>& problem) const {
  if (path.parts.empty()) return {};
  const Word& first = path.parts[0];
  Access access;
  std::size_t resolved = 1;
  const auto known = std::find_if(names_.rbegin(), names_.rend(),
                                  [&](const auto& entry) { return entry.first == first.text; });
  if (known != names_.rend()) {
    access = known->second;
    if (access.type == nullptr) return {};
  } else if (root_ != nullptr && find(*root_, first.text) != nullptr) {
    access.type = root_;
    resolved = 0;
  } else {
    std::vector<std::string_view> candidates;
    for (const auto& entry : names_)
      candidates.push_back(entry.first);
    if (root_ != nullptr) add_names(*root_, candidates);
    std::string hint = did_you_mean(first.text, candidates);
    if (hint.empty() && root_ == nullptr) hint = "a partial sees only what its include gives it";
    problem = {.span = first.span, .message = "unknown name " + quote(first.text), .hint = std::move(hint)};
    return {};
  }

  for (; resolved < path.parts.size(); ++resolved) {
    const Word& part = path.parts[resolved];
    const std::string_view owner = resolved == 0 ? std::string_view() : path.parts[resolved - 1].text;
    if (access.type->kind != ValueKind::object) {
      problem = {.kind = DiagnosticKind::template_type,
                 .span = part.span,
                 .message = quote(owner) + " is " + std::string(describe(*access.type)) + " and has no " +
                            quote(part.text),
                 .hint = {}};
      return {};
    }
    const Field* field = find(*access.type, part.text);
    if (field == nullptr) {
      std::vector<std::string_view> candidates;
      add_names(*access.type, candidates);
      problem = {.span = part.span,
                 .message = quote(owner) + " has no " + quote(part.text),
                 .hint = did_you_mean(part.text, candidates)};
      return {};
    }
    access.getters.push_back(field->get);
    access.type = field->type();
  }
  return access;
}

std::string_view describe(const Type& type) {
  switch (type.kind) {
    case ValueKind::text:
      return "text";
    case ValueKind::integer:
      return "an integer";
    case ValueKind::boolean:
      return "true or false";
    case ValueKind::html:
      return "markup";
    case ValueKind::url:
      return "an address";
    case ValueKind::json:
      return "JSON";
    case ValueKind::prose:
      switch (type.form) {
        case Form::none:
          return "prose";
        case Form::sentences:
          return "sentences";
        case Form::clause:
          return "a clause";
        case Form::noun:
          return "a noun phrase";
      }
      break;
    case ValueKind::list:
      return "a list";
    case ValueKind::object:
      break;
  }
  return "an object";
}

}  // namespace versus
