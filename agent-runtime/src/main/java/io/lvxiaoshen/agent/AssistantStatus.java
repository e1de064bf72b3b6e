package io.lvxiaoshen.agent;

import org.jspecify.annotations.Nullable;

/** What the assistant works with at present. Thread-safe. */
public interface AssistantStatus {

    /** Returns how the next answer will be made, as far as configuration tells. */
    AnswerMode mode();

    /** Returns the name of the configured language model; null in {@link AnswerMode#EXTRACTIVE}. */
    @Nullable
    String model();
}
