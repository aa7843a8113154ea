#include "template/message.h"

namespace versus {

const Message* MessageTable::find(std::string_view key) const {
  const auto found = messages.find(key);
  return found == messages.end() ? nullptr : &found->second;
}

}  // namespace versus
