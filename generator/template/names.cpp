#include "template/names.h"

namespace versus {

std::string quote(std::string_view text) {
  std::string result = "'";
  result += text;
  result += '\'';
  return result;
}

}  // namespace versus
