#include "page/address.h"

#include <algorithm>

namespace versus {

bool BaseUrl::is_absolute(std::string_view text) {
  return (text.starts_with("https://") || text.starts_with("http://")) && Url::from(text).has_value();
}

std::optional<BaseUrl> BaseUrl::from(std::string_view text) {
  const std::size_t host_at = text.starts_with("https://") ? 8 : text.starts_with("http://") ? 7 : 0;
  if (host_at == 0 || !Url::from(text)) return std::nullopt;
  const std::size_t host_end = std::min(text.find('/', host_at), text.size());
  const bool only_path = text.find_first_of("?#", host_at) == std::string_view::npos;
  if (host_end == host_at || !only_path || text.find("//", host_end) != std::string_view::npos)
    return std::nullopt;
  const std::string_view host = text.substr(host_at, host_end - host_at);
  const std::string path = std::string(text.substr(host_end)) + '/';
  const bool steps = path.find("/./") != std::string::npos || path.find("/../") != std::string::npos;
  if (host.starts_with(':') || host.find('@') != std::string_view::npos || steps) return std::nullopt;
  BaseUrl base;
  base.text_ = text;
  if (!text.ends_with('/')) base.text_ += '/';
  base.prefix_at_ = host_end;
  return base;
}

Url BaseUrl::local(std::string_view path) const {
  return Url::from(std::string(prefix()).append(path)).value_or(Url());
}

Url BaseUrl::absolute(std::string_view path) const {
  return Url::from(text_ + std::string(path)).value_or(Url());
}

}  // namespace versus
