package io.lvxiaoshen.agent.conversation;

import io.lvxiaoshen.agent.AnswerMode;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How an answer ended.
 *
 * @param status any but {@link MessageStatus#RUNNING}
 * @param text Markdown with citation numbers
 * @param mode how it was made; null if nothing was made
 * @param model name of the language model; null where none was used
 * @param citations what the text refers to
 * @param reason see {@link Message#reason()}
 */
public record Outcome(
        MessageStatus status,
        String text,
        @Nullable AnswerMode mode,
        @Nullable String model,
        List<Citation> citations,
        @Nullable String reason) {
    public Outcome {
        citations = List.copyOf(citations);
        if (status == MessageStatus.RUNNING) {
            throw new IllegalArgumentException("an outcome is final");
        }
    }

    /** No answer came about, for {@code reason}. */
    public static Outcome failed(String reason) {
        return new Outcome(MessageStatus.FAILED, "", null, null, List.of(), reason);
    }

    /** The person who asked stopped the answer; {@code text} is what had been written. */
    public static Outcome cancelled(String text, List<Citation> citations) {
        return new Outcome(MessageStatus.CANCELLED, text, null, null, citations, "回答已被停止。");
    }

    /** Returns the same with a note for its reader. */
    public Outcome because(String note) {
        return new Outcome(status, text, mode, model, citations, note);
    }
}
