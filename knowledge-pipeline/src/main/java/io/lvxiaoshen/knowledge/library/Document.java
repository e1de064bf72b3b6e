package io.lvxiaoshen.knowledge.library;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A file in a knowledge base.
 *
 * @param id its id
 * @param knowledgeBaseId the knowledge base that holds it
 * @param name the file's name, cleaned
 * @param title the document's own title; null until it was parsed
 * @param mediaType found from the content; null until it was parsed
 * @param size in bytes
 * @param sha256 digest of the original
 * @param stage how far it has come
 * @param progress 0 to 1 within {@code INDEXING}, 1 when searchable
 * @param reason why it was rejected or failed, in Chinese; null otherwise
 * @param hint what to do about it, in Chinese; null otherwise
 * @param characters of its text
 * @param articles how many different articles it has
 * @param chunks how many chunks it has
 * @param pages 0 where the format has none
 * @param uploadedAt when it was uploaded
 * @param updatedAt when its stage changed last
 */
public record Document(
        UUID id,
        UUID knowledgeBaseId,
        String name,
        @Nullable String title,
        @Nullable String mediaType,
        long size,
        String sha256,
        Stage stage,
        double progress,
        @Nullable String reason,
        @Nullable String hint,
        int characters,
        int articles,
        int chunks,
        int pages,
        Instant uploadedAt,
        Instant updatedAt) {}
