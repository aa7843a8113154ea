#pragma once

#include <array>
#include <cstddef>
#include <string>
#include <utility>
#include <vector>

#include "registry/registry.h"

namespace versus {

/// What tells two codes apart in a trace, the most telling first.
enum class ObservableKind {
  status_line,     ///< The number in the first line. Always there.
  header,          ///< A header field that one of the two carries, or should, and the other need not.
  request_method,  ///< The method in CSeq: requests that only one of the two answers.
  body,            ///< The type of a body that only one of the two has.
  to_tag,          ///< That To has no tag; only a 100 may lack one (RFC 3261 section 8.2.6.2).
  reason,          ///< The cause of ITU-T Q.850 in a Reason header field (RFC 3326, RFC 6432).
  transaction,     ///< What follows: nothing yet, an ACK of its own transaction, or one of the same.
  senders,         ///< Who answers: no element generates both.
  timer            ///< A timer that has run out before, which produces only one of the two.
};

template <>
struct EnumNames<ObservableKind> {
  static constexpr std::array names = {std::pair{"status-line", ObservableKind::status_line},
                                       std::pair{"header", ObservableKind::header},
                                       std::pair{"request-method", ObservableKind::request_method},
                                       std::pair{"body", ObservableKind::body},
                                       std::pair{"to-tag", ObservableKind::to_tag},
                                       std::pair{"reason", ObservableKind::reason},
                                       std::pair{"transaction", ObservableKind::transaction},
                                       std::pair{"senders", ObservableKind::senders},
                                       std::pair{"timer", ObservableKind::timer}};
};

/// How far the response itself shows an observable.
enum class Decides {
  always,     ///< Any response of the one or the other does.
  sometimes,  ///< Some do; what others show fits both.
  never       ///< Other messages, the time or the network do.
};

enum class Side { a, b, neither };

/// One thing to look for. What it looks like with either code is in `a` and `b`; nothing means that it is not
/// there.
struct Observable {
  ObservableKind kind = ObservableKind::status_line;
  Decides decides = Decides::always;
  /// Numbers of codes, names of header fields, methods, types of bodies, causes, the words of
  /// `TransactionEffect` and `Sender`, names of timers; of to_tag the word `missing`.
  std::vector<std::string> a;
  std::vector<std::string> b;

  friend bool operator==(const Observable&, const Observable&) = default;
};

/// Finds what tells the codes of a registry apart. What each code looks like is worked out once; the registry
/// must live as long.
class Observer {
 public:
  explicit Observer(const Registry& registry);
  Observer(const Observer&) = delete;
  Observer& operator=(const Observer&) = delete;
  ~Observer();

  /// All observables that the facts of two different codes, by index, give and that their example messages
  /// bear out. With the codes swapped so are `a` and `b` of each.
  std::vector<Observable> observables(std::size_t a, std::size_t b) const;

 private:
  struct Look;
  std::vector<Look> looks_;  ///< By index of the code.
};

/// Whose response a message is by one observable alone. The lines are those of a response without line ends,
/// header fields unfolded and in their long forms.
Side which(const Observable& observable, const std::vector<std::string>& message_lines);

}  // namespace versus
