#include <iostream>

#include <httplib.h>

#include "command/command.h"
#include "command/inputs.h"

namespace versus {

namespace {

/// True for the address of a page without its final slash, which static hosts redirect.
bool is_page(const std::filesystem::path& out, const std::string& prefix, const std::string& path) {
  const std::string directory = path + "/";
  if (!directory.starts_with(prefix) || path.ends_with('/') || path.find("..") != std::string::npos)
    return false;
  return std::filesystem::exists(out / directory.substr(prefix.size()) / "index.html");
}

/// Path below which the site expects to stand.
std::string site_prefix(const InputOptions& options) {
  if (options.base_url) return std::string(options.base_url->prefix());
  Inputs inputs = read_inputs(options.root, options.jobs);
  Diagnostics ignored;  // The build before has reported them.
  const auto config = load_config(inputs.sources, ignored);
  const auto base = config ? BaseUrl::from(config->base_url.value) : std::nullopt;
  return base ? std::string(base->prefix()) : "/";
}

}  // namespace

ExitStatus serve(const BuildOptions& options, int port) {
  if (const ExitStatus status = build(options); status != ExitStatus::done) return status;
  const std::string prefix = site_prefix(options.input);
  httplib::Server server;
  // The library would share the port with whoever listens there already.
  server.set_socket_options([](socket_t socket) {
    const int yes = 1;
    setsockopt(socket, SOL_SOCKET, SO_REUSEADDR, &yes, sizeof yes);
  });
  server.set_mount_point(prefix, options.out.string());
  server.set_file_extension_and_mimetype_mapping("html", "text/html; charset=utf-8");
  server.set_file_extension_and_mimetype_mapping("ndjson", "application/x-ndjson");
  if (prefix != "/") {
    server.Get("/",
               [&](const httplib::Request&, httplib::Response& response) { response.set_redirect(prefix); });
  }
  server.set_error_handler([&](const httplib::Request& request, httplib::Response& response) {
    if (response.status != 404) return;
    if (is_page(options.out, prefix, request.path)) {
      response.set_redirect(request.path + "/", 301);
    } else {
      response.set_content(read_file(options.out / "404.html").text, "text/html; charset=utf-8");
    }
  });
  if (!server.bind_to_port("127.0.0.1", port)) {
    return system_failure("cannot listen on port " + std::to_string(port) + "; choose another with --port");
  }
  std::cerr << "serving " << options.out.string() << " at http://127.0.0.1:" << port << prefix
            << " (stop with Ctrl-C)\n";
  server.listen_after_bind();
  return ExitStatus::done;
}

}  // namespace versus
