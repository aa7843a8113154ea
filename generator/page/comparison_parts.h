#pragma once

#include "compare/kinship.h"
#include "page/labels.h"
#include "page/plan.h"
#include "page/views.h"

namespace versus {

/// The lines of a message, each marked if the other message does not have it.
std::vector<MessageLineView> marked_lines(const std::vector<std::string>& own,
                                          const std::vector<std::string>& other);

/// What tells two codes apart in a trace, in the words of a locale.
std::vector<TellView> tell_apart(const Locale& locale, const Registry& registry, const CodeFacts& a,
                                 const CodeFacts& b);

/// Which of two codes each authority sends back as the answers of two branches: one statement, or one for
/// each authority that differs.
std::vector<ItemView> winners(const Site& site, const Locale& locale, const CodeFacts& a, const CodeFacts& b);

/// One line for a pair that nothing connects: why a reader may still meet both.
ProseText distant_line(const Site& site, const Locale& locale, const CodeFacts& a, const CodeFacts& b);

/// Labels for what only comparisons show; those that this registry's pairs can show are required.
void add_comparison_labels(const Registry& registry, std::vector<ProgramLabel>& labels);

}  // namespace versus
