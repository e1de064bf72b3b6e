package io.lvxiaoshen.rag.indexing;

import io.lvxiaoshen.knowledge.DocumentChunks.ChunkedDocumentKey;
import java.io.Serializable;
import java.util.UUID;

/** What an indexing job has to do; stored with the job, hence serializable. */
record IndexOrder(UUID knowledgeBaseId, UUID documentId, int revision) implements Serializable {

    static IndexOrder of(ChunkedDocumentKey key) {
        return new IndexOrder(key.knowledgeBaseId(), key.documentId(), key.revision());
    }

    ChunkedDocumentKey key() {
        return new ChunkedDocumentKey(knowledgeBaseId, documentId, revision);
    }

    /** Names the job: one per revision of a document, however often it is ordered. */
    String instance() {
        return documentId + "/" + revision;
    }
}
