package io.lvxiaoshen.agent.model;

import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;

/** The one way to a language model. Thread-safe. */
public interface ModelGateway {

    /** Name of the model as its service knows it. */
    String model();

    /**
     * Has the model write a reply.
     *
     * @param prompt what it is told
     * @param text takes the reply piece by piece, in order, never two at a time; must return at once
     * @return the whole reply; completes exceptionally with a {@link ModelFailure} and no other; cancelling it ends the
     *     request
     */
    CompletableFuture<ModelReply> stream(Prompt prompt, Consumer<String> text);
}
