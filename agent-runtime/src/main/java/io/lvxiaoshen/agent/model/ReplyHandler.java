package io.lvxiaoshen.agent.model;

import dev.langchain4j.model.chat.response.ChatResponse;
import dev.langchain4j.model.chat.response.StreamingChatResponseHandler;
import dev.langchain4j.model.output.FinishReason;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;

/** Collects a streamed reply; a reply without a proper end counts as cut off. */
final class ReplyHandler implements StreamingChatResponseHandler {
    private final CompletableFuture<ModelReply> reply;
    private final Consumer<String> listener;
    private final int longest;
    private final StringBuilder text = new StringBuilder();
    private volatile long lastNanos = System.nanoTime();
    private volatile boolean begun;

    ReplyHandler(CompletableFuture<ModelReply> reply, Consumer<String> listener, int longest) {
        this.reply = reply;
        this.listener = listener;
        this.longest = longest;
    }

    @Override
    public void onPartialResponse(String piece) {
        if (reply.isDone()) {
            return;
        }
        begun = true;
        lastNanos = System.nanoTime();
        text.append(piece);
        if (text.length() > longest) {
            reply.completeExceptionally(ModelFailure.withheld());
            return;
        }
        listener.accept(piece);
    }

    @Override
    public void onCompleteResponse(ChatResponse response) {
        FinishReason reason = response.finishReason();
        if (reason == FinishReason.STOP || reason == FinishReason.LENGTH) {
            reply.complete(new ModelReply(text.toString(), reason == FinishReason.LENGTH));
        } else {
            reply.completeExceptionally(reason == null ? ModelFailure.cut() : ModelFailure.withheld());
        }
    }

    @Override
    public void onError(Throwable error) {
        reply.completeExceptionally(ModelFailure.of(error));
    }

    /** Whether any text has come. */
    boolean begun() {
        return begun;
    }

    /** Nanoseconds since the last piece of text, or since the request. */
    long silentNanos() {
        return System.nanoTime() - lastNanos;
    }
}
