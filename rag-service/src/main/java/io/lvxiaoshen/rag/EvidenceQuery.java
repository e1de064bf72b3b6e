package io.lvxiaoshen.rag;

import java.util.Set;
import java.util.UUID;

/**
 * What to look for and where.
 *
 * @param knowledgeBaseIds the knowledge bases to search; empty: all there are
 * @param text the question, not blank
 * @param limit how many passages at most, 1 to 1,000
 */
public record EvidenceQuery(Set<UUID> knowledgeBaseIds, String text, int limit) {
    public EvidenceQuery {
        knowledgeBaseIds = Set.copyOf(knowledgeBaseIds);
        if (text.isBlank() || limit < 1 || limit > 1000) {
            throw new IllegalArgumentException("a query needs text and a limit from 1 to 1000, not " + limit);
        }
    }
}
