package io.lvxiaoshen.rag.indexing;

import io.lvxiaoshen.knowledge.DocumentChunks;
import io.lvxiaoshen.knowledge.DocumentChunks.ChunkedDocument;
import io.lvxiaoshen.platform.event.DocumentIndexed;
import io.lvxiaoshen.platform.event.DocumentIndexingFailed;
import io.lvxiaoshen.platform.event.DocumentIndexingProgressed;
import io.lvxiaoshen.rag.index.ChunkIndex;
import io.lvxiaoshen.rag.index.ChunkIndexes;
import io.lvxiaoshen.rag.index.PassageText;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.locks.ReentrantLock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Brings one document into its index or out of it. Every step may be repeated: a job that died is run again from the
 * start and ends in the same state.
 */
@Component
class DocumentIndexer {
    private static final Logger LOG = LoggerFactory.getLogger(DocumentIndexer.class);

    private final DocumentChunks documents;
    private final ChunkIndexes indexes;
    private final PassageVectors vectors;
    private final ApplicationEventPublisher events;
    private final TransactionTemplate transactions;

    /** Held from the last look at the database until the index agrees with it, so that nothing removed comes back. */
    private final ReentrantLock change = new ReentrantLock();

    DocumentIndexer(
            DocumentChunks documents,
            ChunkIndexes indexes,
            PassageVectors vectors,
            ApplicationEventPublisher events,
            TransactionTemplate transactions) {
        this.documents = documents;
        this.indexes = indexes;
        this.vectors = vectors;
        this.events = events;
        this.transactions = transactions;
    }

    /** Indexes a revision, unless it is gone or a newer one is there. */
    void index(IndexOrder order) throws IOException {
        Optional<ChunkedDocument> found = documents.find(order.documentId(), order.revision());
        if (found.isEmpty()) {
            LOG.debug("nothing to index: {} is gone or has moved on", order);
            return;
        }
        ChunkedDocument document = found.get();
        List<String> texts = document.chunks().stream().map(PassageText::of).toList();
        List<float[]> embedded = vectors.of(
                texts,
                done -> events.publishEvent(
                        new DocumentIndexingProgressed(order.documentId(), order.revision(), done, texts.size())));
        if (store(order, document, embedded)) {
            publish(new DocumentIndexed(order.knowledgeBaseId(), order.documentId(), order.revision()));
        }
    }

    private boolean store(IndexOrder order, ChunkedDocument document, List<float[]> embedded) throws IOException {
        change.lock();
        try {
            if (documents.find(order.documentId(), order.revision()).isEmpty()) {
                return false;
            }
            ChunkIndex index = indexes.of(order.knowledgeBaseId());
            index.replace(document, embedded);
            index.commit();
            Integer revision = index.revisions().get(order.documentId());
            return revision != null && revision == order.revision();
        } finally {
            change.unlock();
        }
    }

    /** Says that a revision was given up. */
    void giveUp(IndexOrder order) {
        publish(new DocumentIndexingFailed(
                order.knowledgeBaseId(),
                order.documentId(),
                order.revision(),
                "建立检索索引多次失败，已停止重试。请检查磁盘空间与服务日志，然后重试该文件。"));
    }

    /** Takes a document, or a whole knowledge base, out of the index. */
    void remove(RemovalOrder order) throws IOException {
        change.lock();
        try {
            UUID documentId = order.documentId();
            if (documentId == null) {
                indexes.drop(order.knowledgeBaseId());
                return;
            }
            for (ChunkIndex index : indexes.existing(List.of(order.knowledgeBaseId()))) {
                if (index.revisions().getOrDefault(documentId, 0) <= order.newest()) {
                    index.remove(documentId);
                    index.commit();
                }
            }
        } finally {
            change.unlock();
        }
    }

    private void publish(Object event) {
        transactions.executeWithoutResult(status -> events.publishEvent(event));
    }
}
