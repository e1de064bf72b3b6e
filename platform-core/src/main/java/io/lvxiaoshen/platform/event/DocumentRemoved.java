package io.lvxiaoshen.platform.event;

import java.util.UUID;

/**
 * A document is gone; nothing of it may be found any more.
 *
 * @param documentId the document that was removed
 */
public record DocumentRemoved(UUID knowledgeBaseId, UUID documentId) {}
