#include "cli/program.h"

#include <array>
#include <chrono>
#include <cstdlib>
#include <fstream>
#include <iterator>
#include <stdexcept>
#include <thread>

#include <arpa/inet.h>
#include <fcntl.h>
#include <signal.h>
#include <spawn.h>
#include <sys/socket.h>
#include <sys/wait.h>
#include <unistd.h>

extern char** environ;

namespace cli {

namespace {

std::string read_file(const std::string& path) {
  std::ifstream in(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(in), {}};
}

std::string temporary_file() {
  std::string path = "/tmp/versus-cli-XXXXXX";
  const int descriptor = ::mkstemp(path.data());
  if (descriptor < 0) throw std::runtime_error("no temporary file");
  ::close(descriptor);
  return path;
}

pid_t start(const std::vector<std::string>& command, const std::string& out, const std::string& err) {
  std::vector<char*> arguments;
  for (const std::string& word : command)
    arguments.push_back(const_cast<char*>(word.c_str()));
  arguments.push_back(nullptr);
  posix_spawn_file_actions_t actions;
  ::posix_spawn_file_actions_init(&actions);
  ::posix_spawn_file_actions_addopen(&actions, 0, "/dev/null", O_RDONLY, 0);
  ::posix_spawn_file_actions_addopen(&actions, 1, out.c_str(), O_WRONLY | O_TRUNC, 0);
  ::posix_spawn_file_actions_addopen(&actions, 2, err.c_str(), O_WRONLY | O_TRUNC, 0);
  pid_t pid = -1;
  const int error = ::posix_spawnp(&pid, arguments[0], &actions, nullptr, arguments.data(), environ);
  ::posix_spawn_file_actions_destroy(&actions);
  if (error != 0) throw std::runtime_error("cannot start " + command[0]);
  return pid;
}

sockaddr_in loopback(int port) {
  sockaddr_in address{};
  address.sin_family = AF_INET;
  address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
  address.sin_port = htons(static_cast<std::uint16_t>(port));
  return address;
}

int free_port() {
  const int listener = ::socket(AF_INET, SOCK_STREAM, 0);
  sockaddr_in address = loopback(0);
  socklen_t size = sizeof address;
  ::bind(listener, reinterpret_cast<sockaddr*>(&address), size);
  ::getsockname(listener, reinterpret_cast<sockaddr*>(&address), &size);
  ::close(listener);
  return ntohs(address.sin_port);
}

}  // namespace

Result run(const std::vector<std::string>& command) {
  const std::string out = temporary_file();
  const std::string err = temporary_file();
  int status = 0;
  std::vector<std::string> limited = {"timeout", "--signal=KILL", "60"};  // A test does not hang.
  limited.insert(limited.end(), command.begin(), command.end());
  ::waitpid(start(limited, out, err), &status, 0);
  Result result{WIFEXITED(status) ? WEXITSTATUS(status) : 128 + WTERMSIG(status), read_file(out),
                read_file(err)};
  ::unlink(out.c_str());
  ::unlink(err.c_str());
  return result;
}

Result run_versus(std::vector<std::string> arguments) {
  arguments.insert(arguments.begin(), VERSUS_PROGRAM);
  return run(arguments);
}

Server::Server(std::vector<std::string> arguments) : log_(temporary_file()) {
  const int port = free_port();
  arguments.insert(arguments.begin(), {VERSUS_PROGRAM, "serve", "--port", std::to_string(port)});
  pid_ = start(arguments, log_, log_);
  for (int tries = 0; tries < 600; ++tries) {
    if (said().find("serving") != std::string::npos) {
      port_ = port;
      return;
    }
    if (::waitpid(pid_, nullptr, WNOHANG) != 0) {
      pid_ = -1;
      return;
    }
    std::this_thread::sleep_for(std::chrono::milliseconds(50));
  }
}

Server::~Server() {
  if (pid_ > 0) {
    ::kill(pid_, SIGTERM);
    ::waitpid(pid_, nullptr, 0);
  }
  ::unlink(log_.c_str());
}

std::string Server::said() const {
  return read_file(log_);
}

std::string Server::get(const std::string& target) const {
  const int connection = ::socket(AF_INET, SOCK_STREAM, 0);
  const sockaddr_in address = loopback(port_);
  std::string answer;
  // It says that it serves right before it accepts connections.
  for (int tries = 0; tries < 100; ++tries) {
    if (::connect(connection, reinterpret_cast<const sockaddr*>(&address), sizeof address) == 0) break;
    std::this_thread::sleep_for(std::chrono::milliseconds(20));
  }
  const std::string request = "GET " + target + " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n";
  ::send(connection, request.data(), request.size(), MSG_NOSIGNAL);
  std::array<char, 4096> buffer{};
  for (ssize_t size = 0; (size = ::recv(connection, buffer.data(), buffer.size(), 0)) > 0;)
    answer.append(buffer.data(), static_cast<std::size_t>(size));
  ::close(connection);
  return answer;
}

}  // namespace cli
