package io.lvxiaoshen.platform.event;

import java.util.UUID;

/**
 * A knowledge base is gone with all its documents.
 *
 * @param knowledgeBaseId the knowledge base that was removed
 */
public record KnowledgeBaseRemoved(UUID knowledgeBaseId) {}
