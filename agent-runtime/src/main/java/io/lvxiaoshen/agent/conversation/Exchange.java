package io.lvxiaoshen.agent.conversation;

import java.util.Set;
import java.util.UUID;

/**
 * A question that was just stored, with the answer that is to be written.
 *
 * @param accountId who asks
 * @param conversationId where it was asked
 * @param knowledgeBaseIds what the conversation searches; empty: all
 * @param question the question
 * @param answer running, without text
 */
public record Exchange(
        UUID accountId, UUID conversationId, Set<UUID> knowledgeBaseIds, Message question, Message answer) {
    public Exchange {
        knowledgeBaseIds = Set.copyOf(knowledgeBaseIds);
    }
}
