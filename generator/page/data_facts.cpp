#include "compare/compare.h"
#include "page/data_files.h"
#include "page/data_json.h"
#include "registry/historic_fields.h"
#include "registry/protocol_fields.h"
#include "registry/stacks_fields.h"
#include "yaml/schema.h"

namespace versus {

namespace {

/// A locale and the files that have its words.
struct LocaleData {
  std::string id;
  std::string lang;
  std::string texts;
  std::string pairs;
};

/// The example of a code as it stands on the wire.
struct ExampleData {
  std::string method;
  std::vector<std::string> lines;
};

}  // namespace

template <>
struct Fields<LocaleData> {
  static constexpr auto table = fields(
      required<&LocaleData::id>("id", Length{1}), required<&LocaleData::lang>("lang", Length{1}),
      required<&LocaleData::texts>("texts", Length{1}), required<&LocaleData::pairs>("pairs", Length{1}));
};

template <>
struct Fields<ExampleData> {
  static constexpr auto table = fields(required<&ExampleData::method>("method", Length{1}),
                                       required<&ExampleData::lines>("lines", Items{1}));
};

namespace {

/// Keys of a stack's tables, each from a file of its source.
constexpr std::array stack_tables = {"phrases", "to_cause", "from_cause", "fork"};

class FactsWriter {
 public:
  FactsWriter(const Site& site, const Plan& plan)
      : site_(site), registry_(site.registry), plan_(plan), encode_(site.registry) {}

  OrderedJson document() const {
    OrderedJson json;
    json["$schema"] = site_.base.absolute(facts_schema_path).text();
    json["protocol"] = encode_(registry_.protocol);
    json["protocol"].erase("example");  // The examples of the codes are made from it.
    json["locales"] = locales();
    for (std::size_t i = 0; i < registry_.codes.size(); ++i)
      json["codes"].push_back(code(i));
    json["historic"] = OrderedJson::array();
    for (std::size_t i = 0; i < registry_.historic.size(); ++i) {
      OrderedJson& historic = json["historic"].emplace_back(encode_(registry_.historic[i]));
      historic["url"] = url({PageKind::historic, 0, i});
    }
    json["stacks"] = OrderedJson::array();
    for (const Stack& one : registry_.stacks)
      json["stacks"].push_back(stack(one));
    return json;
  }

 private:
  std::string url(const PageId& page) const {
    return std::string(site_.base.absolute(plan_.address(page)).text());
  }

  OrderedJson locales() const {
    std::vector<LocaleData> list;
    for (std::size_t i = 0; i < site_.locales.list.size(); ++i) {
      const auto absolute = [&](const std::string& path) {
        return std::string(site_.base.absolute(path).text());
      };
      list.push_back({site_.locales.list[i].id, site_.locales.list[i].tag, absolute(texts_path(site_, i)),
                      absolute(pairs_path(site_, i))});
    }
    return encode_(list);
  }

  OrderedJson code(std::size_t index) const {
    const CodeFacts& facts = registry_.codes[index];
    OrderedJson json = {{"code", facts.code.value},
                        {"class", registry_.class_of(facts).slug.value},
                        {"url", url({PageKind::code, 0, index})}};
    json.update(encode_(facts));
    std::vector<int> confused;  // Either of two codes may name the other.
    for (const std::size_t other : confused_with(registry_, index))
      confused.push_back(registry_.codes[other].code.value);
    if (!confused.empty()) json["confused_with"] = confused;
    json["example"] = encode_(ExampleData{
        facts.example.method.value,
        example_response(registry_.protocol.example, facts.code.value, facts.phrase.value, facts.example)});
    return json;
  }

  OrderedJson stack(const Stack& one) const {
    OrderedJson json = encode_(one);
    for (const char* key : stack_tables) {
      if (json.contains(key)) json[key]["url"] = one.address(json[key]["file"].get<std::string>());
    }
    return json;
  }

  const Site& site_;
  const Registry& registry_;
  const Plan& plan_;
  Encoder encode_;
};

Shape facts_shape() {
  const Shape url = text_of_some_length();
  Shape protocol = data_shape(shape_of<Protocol>());
  std::erase_if(protocol.keys, [](const Shape::Key& key) { return key.name == "example"; });
  Shape code = data_shape(shape_of<CodeFacts>());
  code.keys.push_back({"class", true, url});
  code.keys.push_back({"url", true, url});
  value_of(code, "example") = shape_of<ExampleData>();
  Shape historic = data_shape(shape_of<HistoricCode>());
  historic.keys.push_back({"url", true, url});
  Shape stack = data_shape(shape_of<Stack>());
  for (const char* key : stack_tables)
    value_of(stack, key).keys.push_back({"url", true, url});
  return fields_shape({{"$schema", true, url},
                       {"protocol", true, std::move(protocol)},
                       {"locales", true, list_shape(shape_of<LocaleData>())},
                       {"codes", true, list_shape(std::move(code))},
                       {"historic", true, list_shape(std::move(historic))},
                       {"stacks", true, list_shape(std::move(stack))}});
}

}  // namespace

std::string facts_path(const Site& site) {
  return "data/" + site.registry.slug + ".json";
}

void append_facts(const Site& site, const Plan& plan, std::string& out) {
  out += FactsWriter(site, plan).document().dump(1);
  out += '\n';
}

std::string facts_schema(const Site& site) {
  return json_schema(facts_shape(), "Response codes: facts", site.base.absolute(facts_schema_path).text());
}

}  // namespace versus
