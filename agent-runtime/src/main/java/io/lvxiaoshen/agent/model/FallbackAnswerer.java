package io.lvxiaoshen.agent.model;

import io.lvxiaoshen.agent.answer.AnswerSink;
import io.lvxiaoshen.agent.answer.Answerer;
import io.lvxiaoshen.agent.answer.Grounding;
import io.lvxiaoshen.agent.conversation.Citation;
import io.lvxiaoshen.agent.conversation.Outcome;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;

/**
 * Lets the model answer and, where it fails, quotes the sources instead and says so. What the model had written by then
 * is discarded: the answer that is stored was made one way from beginning to end.
 */
final class FallbackAnswerer implements Answerer {
    private final Answerer model;
    private final Answerer extractive;
    private final Executor executor;

    FallbackAnswerer(Answerer model, Answerer extractive, Executor executor) {
        this.model = model;
        this.extractive = extractive;
        this.executor = executor;
    }

    @Override
    public CompletableFuture<Outcome> answer(Grounding grounding, AnswerSink sink) {
        WatchedSink watched = new WatchedSink(sink);
        return model.answer(grounding, watched)
                .exceptionallyComposeAsync(failure -> instead(grounding, watched, sink, failure), executor);
    }

    private CompletableFuture<Outcome> instead(
            Grounding grounding, WatchedSink watched, AnswerSink sink, Throwable failure) {
        if (sink.ended()) {
            return CompletableFuture.failedFuture(failure);
        }
        String reason = ModelFailure.of(failure).getMessage();
        return extractive
                .answer(grounding, watched.written ? new MutedSink(sink) : sink)
                .thenApply(outcome -> outcome.because(reason + "，已改用离线摘录方式回答。"));
    }

    private static class WatchedSink implements AnswerSink {
        private final AnswerSink sink;
        private volatile boolean written;

        WatchedSink(AnswerSink sink) {
            this.sink = sink;
        }

        @Override
        public void evidence(List<Citation> citations) {
            sink.evidence(citations);
        }

        @Override
        public void delta(String text) {
            written = true;
            sink.delta(text);
        }

        @Override
        public boolean ended() {
            return sink.ended();
        }

        @Override
        public void whenEnded(Runnable action) {
            sink.whenEnded(action);
        }
    }

    /** The stream already shows something else; the finished message replaces it. */
    private static final class MutedSink extends WatchedSink {
        MutedSink(AnswerSink sink) {
            super(sink);
        }

        @Override
        public void evidence(List<Citation> citations) {}

        @Override
        public void delta(String text) {}
    }
}
