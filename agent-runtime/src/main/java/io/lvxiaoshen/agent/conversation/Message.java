package io.lvxiaoshen.agent.conversation;

import io.lvxiaoshen.agent.AnswerMode;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A question or an answer.
 *
 * @param id the message
 * @param role who speaks
 * @param status where it stands
 * @param text Markdown; empty while the answer is being written
 * @param mode how the answer was made; null for questions and until that is known
 * @param model name of the language model that wrote the answer; null where none did
 * @param citations what {@code [n]} in the text refers to, by number
 * @param reason why the answer failed, or what its reader should know about how it was made; in Chinese
 * @param createdAt when it was asked, or when answering began
 * @param millis how long answering took; null for questions and while it lasts
 */
public record Message(
        UUID id,
        MessageRole role,
        MessageStatus status,
        String text,
        @Nullable AnswerMode mode,
        @Nullable String model,
        List<Citation> citations,
        @Nullable String reason,
        Instant createdAt,
        @Nullable Long millis) {
    public Message {
        citations = List.copyOf(citations);
        if (status == MessageStatus.RUNNING && role == MessageRole.USER) {
            throw new IllegalArgumentException("a question does not run");
        }
    }

    /** Returns this running answer as one that was stopped because its conversation is gone. */
    public Message withdrawn() {
        return new Message(
                id, role, MessageStatus.CANCELLED, "", null, null, List.of(), "会话已被删除，回答已停止。", createdAt, null);
    }
}
