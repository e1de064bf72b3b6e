package io.lvxiaoshen.platform.event;

import java.util.UUID;

/**
 * Every chunk of this revision of the document can be found by search and survives a crash.
 *
 * @param documentId the document
 * @param revision the revision that was indexed
 */
public record DocumentIndexed(UUID knowledgeBaseId, UUID documentId, int revision) {}
