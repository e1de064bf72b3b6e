/**
 * Conversations with the assistant: a question becomes a run, the run gathers evidence and answers with citations, by a
 * language model where one is configured and by extraction where none is.
 */
@ApplicationModule(
        displayName = "Agent runtime",
        allowedDependencies = {"platform", "platform::event", "platform::permission", "rag"})
@NullMarked
package io.lvxiaoshen.agent;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
