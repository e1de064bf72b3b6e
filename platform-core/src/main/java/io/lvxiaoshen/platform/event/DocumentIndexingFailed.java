package io.lvxiaoshen.platform.event;

import java.util.UUID;

/**
 * Indexing was given up; a person has to act.
 *
 * @param documentId the document
 * @param revision the revision that could not be indexed
 * @param reason what went wrong, in Chinese, fit to be shown to the person who uploaded the file
 */
public record DocumentIndexingFailed(UUID knowledgeBaseId, UUID documentId, int revision, String reason) {}
