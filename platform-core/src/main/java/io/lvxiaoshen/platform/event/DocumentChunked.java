package io.lvxiaoshen.platform.event;

import java.util.UUID;

/**
 * The chunks of a document are stored and wait to be indexed. Published in the transaction that stored them.
 *
 * @param knowledgeBaseId the knowledge base that holds the document
 * @param documentId the document
 * @param revision counts how often the document was parsed, from 1; an older revision never overwrites a newer one
 */
public record DocumentChunked(UUID knowledgeBaseId, UUID documentId, int revision) {}
