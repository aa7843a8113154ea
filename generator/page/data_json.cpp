#include "page/data_json.h"

#include <algorithm>

namespace versus {

Shape data_shape(Shape shape) {
  if (shape.kind == Shape::Kind::text && shape.pattern == TextForm<SpecReference>::pattern)
    return shape_of<SourceData>();
  for (Shape& inner : shape.inner)
    inner = data_shape(std::move(inner));
  for (Shape::Key& key : shape.keys)
    key.value = data_shape(std::move(key.value));
  return shape;
}

Shape& value_of(Shape& shape, std::string_view key) {
  return std::ranges::find(shape.keys, key, &Shape::Key::name)->value;
}

Shape fields_shape(std::vector<Shape::Key> keys) {
  Shape shape;
  shape.kind = Shape::Kind::fields;
  shape.keys = std::move(keys);
  return shape;
}

Shape list_shape(Shape item) {
  return shape_detail::around(Shape::Kind::list, {}, std::move(item));
}

Shape text_of_some_length() {
  Rules rules;
  rules.add(Length{1});
  return shape(OfType<std::string>{}, rules);
}

}  // namespace versus
