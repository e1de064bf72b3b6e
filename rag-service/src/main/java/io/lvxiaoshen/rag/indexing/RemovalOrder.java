package io.lvxiaoshen.rag.indexing;

import java.io.Serializable;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What a removal job has to do; stored with the job, hence serializable.
 *
 * @param documentId the document to take out; null for the whole knowledge base
 * @param newest the newest revision to take out: a later one was indexed after this was ordered, and stays
 */
record RemovalOrder(UUID knowledgeBaseId, @Nullable UUID documentId, int newest) implements Serializable {

    static RemovalOrder ofDocument(UUID knowledgeBaseId, UUID documentId) {
        return new RemovalOrder(knowledgeBaseId, documentId, Integer.MAX_VALUE);
    }

    static RemovalOrder ofKnowledgeBase(UUID knowledgeBaseId) {
        return new RemovalOrder(knowledgeBaseId, null, Integer.MAX_VALUE);
    }

    String instance() {
        return knowledgeBaseId + "/" + (documentId == null ? "all" : documentId + "/" + newest);
    }
}
