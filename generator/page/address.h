#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "template/value.h"

namespace versus {

/// Where the site is published: `https://host/prefix/`. Splits into what absolute addresses begin with and
/// the path below which links inside the site stand.
class BaseUrl {
 public:
  /// Accepts http and https addresses with a host and an optional path; adds the final slash. Nothing
  /// otherwise.
  static std::optional<BaseUrl> from(std::string_view text);

  /// True for an http or https address.
  static bool is_absolute(std::string_view text);

  /// Address of a path of the site (`sip/486/`) for links on the same host.
  Url local(std::string_view path) const;

  /// Address of a path of the site from anywhere, for canonical links and the sitemap.
  Url absolute(std::string_view path) const;

  /// Scheme and host, without a slash at the end.
  std::string_view origin() const { return std::string_view(text_).substr(0, prefix_at_); }

  /// Path below which the site stands; begins and ends with a slash.
  std::string_view prefix() const { return std::string_view(text_).substr(prefix_at_); }

 private:
  std::string text_;
  std::size_t prefix_at_ = 0;
};

}  // namespace versus
