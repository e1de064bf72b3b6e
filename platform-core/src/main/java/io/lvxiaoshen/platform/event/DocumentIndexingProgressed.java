package io.lvxiaoshen.platform.event;

import java.util.UUID;

/**
 * How far the indexing of a document has come. Not durable: only for display.
 *
 * @param done chunks indexed so far
 * @param total chunks of the document
 */
public record DocumentIndexingProgressed(UUID documentId, int revision, int done, int total) {}
