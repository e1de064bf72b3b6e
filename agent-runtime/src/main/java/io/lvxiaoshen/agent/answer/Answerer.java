package io.lvxiaoshen.agent.answer;

import io.lvxiaoshen.agent.conversation.Outcome;
import java.util.concurrent.CompletableFuture;

/** One way to make an answer. Thread-safe. */
public interface Answerer {

    /**
     * Answers a question from its evidence alone.
     *
     * @param sink takes the text as it comes
     * @return the whole answer or a refusal; completes exceptionally if this way of answering failed
     */
    CompletableFuture<Outcome> answer(Grounding grounding, AnswerSink sink);
}
