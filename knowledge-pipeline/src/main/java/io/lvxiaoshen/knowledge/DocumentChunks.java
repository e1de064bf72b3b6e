package io.lvxiaoshen.knowledge;

import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** The stored chunks of documents, for whoever indexes them. */
public interface DocumentChunks {

    /**
     * Returns the chunks of a document.
     *
     * @return empty if the document is gone or has moved on to another revision
     */
    Optional<ChunkedDocument> find(UUID documentId, int revision);

    /** Returns every document whose chunks are stored, in no order: what an index rebuilt from nothing must hold. */
    List<ChunkedDocumentKey> all();

    /**
     * Names one revision of a document.
     *
     * @param knowledgeBaseId the knowledge base that holds it
     * @param documentId the document
     * @param revision from 1
     */
    record ChunkedDocumentKey(UUID knowledgeBaseId, UUID documentId, int revision) {}

    /**
     * A document with its chunks.
     *
     * @param key which one
     * @param title the document's title
     * @param chunks in reading order
     */
    record ChunkedDocument(ChunkedDocumentKey key, String title, List<Chunk> chunks) {
        public ChunkedDocument {
            chunks = List.copyOf(chunks);
        }
    }
}
