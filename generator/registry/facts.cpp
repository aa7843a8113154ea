#include "registry/facts.h"

namespace versus {

std::vector<Claim> claims(const CodeFacts& code) {
  std::vector<Claim> result = {{code.defined_in, Topic::definition},  {code.senders.source, Topic::senders},
                               {code.methods.source, Topic::methods}, {code.dialog.source, Topic::dialog},
                               {code.retry.source, Topic::retry},     {code.fork.source, Topic::forking}};
  const auto add = [&](const SpecReference& at, Topic about) { result.push_back({at, about}); };
  if (code.deprecated_by) add(*code.deprecated_by, Topic::status);
  for (const FormerPhrase& former : code.former_phrases)
    add(former.source, Topic::former_phrase);
  if (code.mid_dialog) add(code.mid_dialog->source, Topic::dialog);
  if (code.ends_subscription) add(*code.ends_subscription, Topic::subscription);
  for (const HeaderField& header : code.headers)
    add(header.source, Topic::headers);
  if (code.body) add(code.body->source, Topic::body);
  if (code.reliability) add(code.reliability->source, Topic::reliability);
  if (code.next_route) add(code.next_route->source, Topic::routing);
  if (code.gateway) {
    for (const ToCause& cause : code.gateway->to_cause)
      add(cause.source, Topic::gateway);
    for (const FromCauses& causes : code.gateway->from_causes)
      add(causes.source, Topic::gateway);
    for (const IsupMessage& message : code.gateway->to_messages)
      add(message.source, Topic::gateway);
    for (const IsupMessage& message : code.gateway->from_messages)
      add(message.source, Topic::gateway);
  }
  for (const Timer& timer : code.timers)
    add(timer.source, Topic::timing);
  result.insert(result.end(), code.sources.begin(), code.sources.end());
  return result;
}

}  // namespace versus
