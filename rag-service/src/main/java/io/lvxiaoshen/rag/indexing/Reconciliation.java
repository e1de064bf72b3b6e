package io.lvxiaoshen.rag.indexing;

import io.lvxiaoshen.knowledge.DocumentChunks;
import io.lvxiaoshen.knowledge.DocumentChunks.ChunkedDocumentKey;
import io.lvxiaoshen.rag.index.ChunkIndex;
import io.lvxiaoshen.rag.index.ChunkIndexes;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * Compares the indexes with the database at every start and orders what is missing: after a crash, after an index was
 * lost or damaged, after a change of model or analysis, and after a restored backup alike.
 */
@Component
class Reconciliation {
    private static final Logger LOG = LoggerFactory.getLogger(Reconciliation.class);

    private final DocumentChunks documents;
    private final ChunkIndexes indexes;
    private final IndexingQueue queue;
    private final PassageVectors vectors;

    Reconciliation(DocumentChunks documents, ChunkIndexes indexes, IndexingQueue queue, PassageVectors vectors) {
        this.documents = documents;
        this.indexes = indexes;
        this.queue = queue;
        this.vectors = vectors;
    }

    @EventListener(ApplicationReadyEvent.class)
    void reconcile() {
        // The indexes first: what is removed in between has its own job, what is added too.
        Map<UUID, Map<UUID, Integer>> indexed = new HashMap<>();
        for (Map.Entry<UUID, ChunkIndex> entry : indexes.all().entrySet()) {
            indexed.put(entry.getKey(), new HashMap<>(entry.getValue().revisions()));
        }
        int missing = 0;
        for (ChunkedDocumentKey key : documents.all()) {
            Integer revision = indexed.computeIfAbsent(key.knowledgeBaseId(), id -> new HashMap<>())
                    .remove(key.documentId());
            if (revision == null || revision < key.revision()) {
                queue.add(IndexOrder.of(key));
                missing++;
            }
        }
        int orphans = 0;
        for (Map.Entry<UUID, Map<UUID, Integer>> base : indexed.entrySet()) {
            for (Map.Entry<UUID, Integer> document : base.getValue().entrySet()) {
                queue.add(new RemovalOrder(base.getKey(), document.getKey(), document.getValue()));
                orphans++;
            }
        }
        vectors.forgetOtherModels();
        LOG.info("indexes compared with the database: {} documents to index, {} to remove", missing, orphans);
    }
}
