package io.lvxiaoshen.agent.conversation;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * A conversation of one person with the assistant.
 *
 * @param id the conversation
 * @param title from its first question unless the person chose one
 * @param knowledgeBaseIds what is searched; empty: all knowledge bases
 * @param updatedAt when it was last asked in or changed
 */
public record Conversation(UUID id, String title, List<UUID> knowledgeBaseIds, Instant updatedAt) {
    public Conversation {
        knowledgeBaseIds = List.copyOf(knowledgeBaseIds);
    }
}
