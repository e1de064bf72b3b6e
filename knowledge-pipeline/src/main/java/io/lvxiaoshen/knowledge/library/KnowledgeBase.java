package io.lvxiaoshen.knowledge.library;

import java.time.Instant;
import java.util.UUID;

/**
 * A collection of documents that is searched as one.
 *
 * @param id its id
 * @param name not blank, at most 100 characters
 * @param description may be empty, at most 2,000 characters
 * @param documents how many documents it holds
 * @param chunks how many chunks its searchable documents have
 * @param createdAt when it was created
 * @param updatedAt when it was renamed or described last
 */
public record KnowledgeBase(
        UUID id,
        String name,
        String description,
        DocumentCounts documents,
        long chunks,
        Instant createdAt,
        Instant updatedAt) {

    /**
     * Documents by how far they have come.
     *
     * @param total all
     * @param searchable found by search
     * @param inProgress waiting, being parsed or being indexed
     * @param refused rejected or failed
     */
    public record DocumentCounts(long total, long searchable, long inProgress, long refused) {}
}
