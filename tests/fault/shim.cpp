// Loaded into a program with LD_PRELOAD: lets one chosen system call fail, or the process die around it.
//
//   FAULT_CALL    name of the function, or `any` for all of them
//   FAULT_NUMBER  which call of it, from 1
//   FAULT_ACTION  an errno (a number), `kill-before`, `kill-after`, `short` (half of a write, which is legal)
//   or
//                 `partial` (half of a write, and the next one meets a full disk)
//   FAULT_MARK    a file that is made when the call comes, so that the test knows whether it did

#include <atomic>
#include <cerrno>
#include <csignal>
#include <cstdarg>
#include <cstdlib>
#include <string_view>

#include <dlfcn.h>
#include <fcntl.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <unistd.h>

namespace {

struct Plan {
  std::string_view call;
  long number = 0;
  std::string_view action;
  const char* mark = nullptr;
  std::atomic<long> count = 0;
  std::atomic<bool> full = false;
};

std::string_view variable(const char* name) {
  const char* value = std::getenv(name);
  return value == nullptr ? "" : value;
}

Plan& plan() {
  static Plan instance{.call = variable("FAULT_CALL"),
                       .number = std::atol(variable("FAULT_NUMBER").data()),
                       .action = variable("FAULT_ACTION"),
                       .mark = std::getenv("FAULT_MARK")};
  return instance;
}

/// True if this is the call that the plan means.
bool meant(std::string_view call) {
  Plan& p = plan();
  if (p.call.empty() || (p.call != call && p.call != "any") || ++p.count != p.number) return false;
  // Not through a function of this file.
  if (p.mark != nullptr)
    ::syscall(SYS_close, ::syscall(SYS_openat, AT_FDCWD, p.mark, O_CREAT | O_WRONLY, 0644));
  return true;
}

template <typename Real>
auto intercept(std::string_view call, Real real) -> decltype(real()) {
  if (!meant(call)) return real();
  const std::string_view action = plan().action;
  if (action == "kill-before") ::raise(SIGKILL);
  if (action == "kill-after") {
    real();
    ::raise(SIGKILL);
  }
  const int error = std::atoi(action.data());
  if (error == 0) return real();
  if (call == "close") real();  // a failing close releases the descriptor all the same
  errno = error;
  if constexpr (std::is_pointer_v<decltype(real())>) {
    return nullptr;
  } else {
    return -1;
  }
}

template <typename Function>
Function* next(const char* name) {
  return reinterpret_cast<Function*>(::dlsym(RTLD_NEXT, name));
}

}  // namespace

extern "C" {

int openat(int directory, const char* path, int flags, ...) {
  va_list arguments;
  va_start(arguments, flags);
  const mode_t mode = (flags & O_CREAT) != 0 ? va_arg(arguments, mode_t) : 0;
  va_end(arguments);
  static auto* const real = next<int(int, const char*, int, ...)>("openat");
  return intercept("openat", [=] { return real(directory, path, flags, mode); });
}

ssize_t write(int file, const void* bytes, size_t size) {
  static auto* const real = next<ssize_t(int, const void*, size_t)>("write");
  if (plan().full) {
    errno = ENOSPC;
    return -1;
  }
  return intercept("write", [=]() -> ssize_t {
    const bool half = plan().count == plan().number && plan().call == "write" &&
                      (plan().action == "short" || plan().action == "partial");
    if (half && plan().action == "partial") plan().full = true;
    return real(file, bytes, half ? (size + 1) / 2 : size);
  });
}

ssize_t read(int file, void* bytes, size_t size) {
  static auto* const real = next<ssize_t(int, void*, size_t)>("read");
  return intercept("read", [=] { return real(file, bytes, size); });
}

int close(int file) {
  static auto* const real = next<int(int)>("close");
  return intercept("close", [=] { return real(file); });
}

int fchmod(int file, mode_t mode) noexcept {
  static auto* const real = next<int(int, mode_t)>("fchmod");
  return intercept("fchmod", [=] { return real(file, mode); });
}

int fchmodat(int directory, const char* path, mode_t mode, int flags) noexcept {
  static auto* const real = next<int(int, const char*, mode_t, int)>("fchmodat");
  return intercept("fchmodat", [=] { return real(directory, path, mode, flags); });
}

int mkdirat(int directory, const char* path, mode_t mode) noexcept {
  static auto* const real = next<int(int, const char*, mode_t)>("mkdirat");
  return intercept("mkdirat", [=] { return real(directory, path, mode); });
}

int renameat(int from, const char* old_path, int to, const char* new_path) noexcept {
  static auto* const real = next<int(int, const char*, int, const char*)>("renameat");
  return intercept("renameat", [=] { return real(from, old_path, to, new_path); });
}

int unlinkat(int directory, const char* path, int flags) noexcept {
  static auto* const real = next<int(int, const char*, int)>("unlinkat");
  return intercept("unlinkat", [=] { return real(directory, path, flags); });
}

int fstat(int file, struct stat* status) noexcept {
  static auto* const real = next<int(int, struct stat*)>("fstat");
  return intercept("fstat", [=] { return real(file, status); });
}

int fstatat(int directory, const char* path, struct stat* status, int flags) noexcept {
  static auto* const real = next<int(int, const char*, struct stat*, int)>("fstatat");
  return intercept("fstatat", [=] { return real(directory, path, status, flags); });
}

int statx(int directory, const char* path, int flags, unsigned mask, struct statx* status) noexcept {
  static auto* const real = next<int(int, const char*, int, unsigned, struct statx*)>("statx");
  return intercept("statx", [=] { return real(directory, path, flags, mask, status); });
}

int faccessat(int directory, const char* path, int mode, int flags) noexcept {
  static auto* const real = next<int(int, const char*, int, int)>("faccessat");
  return intercept("faccessat", [=] { return real(directory, path, mode, flags); });
}

}  // extern "C"
