package io.lvxiaoshen.rag.indexing;

import io.lvxiaoshen.knowledge.DocumentChunks;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.stereotype.Component;

@Component
class DocumentsInMemory implements DocumentChunks {
    private final Map<UUID, ChunkedDocument> documents = new ConcurrentHashMap<>();
    private final Set<UUID> unreadable = ConcurrentHashMap.newKeySet();

    void put(ChunkedDocument document) {
        documents.put(document.key().documentId(), document);
    }

    void remove(UUID documentId) {
        documents.remove(documentId);
    }

    void makeUnreadable(UUID documentId) {
        unreadable.add(documentId);
    }

    @Override
    public Optional<ChunkedDocument> find(UUID documentId, int revision) {
        if (unreadable.contains(documentId)) {
            throw new IllegalStateException("cannot be read: " + documentId);
        }
        return Optional.ofNullable(documents.get(documentId))
                .filter(document -> document.key().revision() == revision);
    }

    @Override
    public List<ChunkedDocumentKey> all() {
        return documents.values().stream().map(ChunkedDocument::key).toList();
    }
}
