package io.lvxiaoshen.knowledge.library;

import java.util.UUID;

/**
 * One way of a document from its bytes to the index.
 *
 * @param documentId the document
 * @param number from 1; one more each time the document is tried again
 */
public record Revision(UUID documentId, int number) {}
