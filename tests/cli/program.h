#pragma once

#include <string>
#include <vector>

#include <sys/types.h>

/// Runs the built program as a user would.
namespace cli {

struct Result {
  int status = -1;  ///< Exit status, or 128 plus the signal that ended it.
  std::string out;
  std::string err;
};

/// Runs a command without a terminal and waits for its end.
Result run(const std::vector<std::string>& command);

/// Runs `versus` with these arguments.
Result run_versus(std::vector<std::string> arguments);

/// `versus serve` in the background, ended with the object.
class Server {
 public:
  /// Starts it on a free port with these arguments and waits until it listens.
  explicit Server(std::vector<std::string> arguments);
  Server(const Server&) = delete;
  Server& operator=(const Server&) = delete;
  ~Server();

  bool running() const { return port_ != 0; }
  int port() const { return port_; }
  /// What it has said so far on standard error.
  std::string said() const;

  /// The whole answer to a GET request, head and body.
  std::string get(const std::string& target) const;

 private:
  std::string log_;
  pid_t pid_ = -1;
  int port_ = 0;
};

}  // namespace cli
