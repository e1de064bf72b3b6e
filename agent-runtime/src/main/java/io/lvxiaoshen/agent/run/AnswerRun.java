package io.lvxiaoshen.agent.run;

import io.lvxiaoshen.agent.answer.AnswerSink;
import io.lvxiaoshen.agent.conversation.Citation;
import io.lvxiaoshen.agent.conversation.Outcome;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;

/**
 * An answer being written by this process. It ends with the first outcome that anyone gives it; what is written after
 * that reaches no one.
 */
final class AnswerRun implements AnswerSink {
    private final UUID answerId;
    private final UUID conversationId;
    private final RunListener listener;
    private final CompletableFuture<Outcome> outcome = new CompletableFuture<>();
    private final StringBuilder text = new StringBuilder();
    private List<Citation> citations = List.of();
    private volatile boolean stored;

    AnswerRun(UUID answerId, UUID conversationId, RunListener listener) {
        this.answerId = answerId;
        this.conversationId = conversationId;
        this.listener = listener;
    }

    UUID answerId() {
        return answerId;
    }

    UUID conversationId() {
        return conversationId;
    }

    RunListener listener() {
        return listener;
    }

    CompletableFuture<Outcome> outcome() {
        return outcome;
    }

    /** The running answer can be seen in the database from now on. */
    void markStored() {
        stored = true;
    }

    boolean stored() {
        return stored;
    }

    @Override
    public synchronized void evidence(List<Citation> evidence) {
        if (!ended()) {
            citations = List.copyOf(evidence);
            listener.evidence(citations);
        }
    }

    @Override
    public synchronized void delta(String more) {
        if (!ended()) {
            text.append(more);
            listener.delta(more);
        }
    }

    @Override
    public boolean ended() {
        return outcome.isDone();
    }

    @Override
    public void whenEnded(Runnable action) {
        outcome.whenComplete((result, failure) -> action.run());
    }

    /** Ends the run with what was written so far. */
    synchronized Outcome cancel() {
        Outcome cancelled = Outcome.cancelled(text.toString(), citations);
        outcome.complete(cancelled);
        return cancelled;
    }
}
