package io.lvxiaoshen.rag.indexing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.lvxiaoshen.knowledge.DocumentChunks.ChunkedDocument;
import io.lvxiaoshen.platform.event.DocumentChunked;
import io.lvxiaoshen.platform.event.DocumentIndexed;
import io.lvxiaoshen.platform.event.DocumentIndexingFailed;
import io.lvxiaoshen.platform.event.DocumentIndexingProgressed;
import io.lvxiaoshen.platform.event.DocumentRemoved;
import io.lvxiaoshen.platform.event.KnowledgeBaseRemoved;
import io.lvxiaoshen.rag.Evidence;
import io.lvxiaoshen.rag.EvidenceQuery;
import io.lvxiaoshen.rag.EvidenceSearch;
import io.lvxiaoshen.rag.index.ChunkIndexes;
import io.lvxiaoshen.rag.index.Statutes;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.transaction.support.TransactionTemplate;

@SpringBootTest(
        classes = RagTestApplication.class,
        properties = {"lvxiaoshen.rag.indexing-retries=1", "lvxiaoshen.rag.indexing-retry-delay=50ms"})
class IndexingTest {
    private static final Duration SOON = Duration.ofSeconds(30);

    private final UUID base = UUID.randomUUID();
    private final UUID id = UUID.randomUUID();

    @Autowired
    private DocumentsInMemory documents;

    @Autowired
    private EvidenceSearch search;

    @Autowired
    private HeardEvents events;

    @Autowired
    private CountingEmbedder embedder;

    @Autowired
    private ChunkIndexes indexes;

    @Autowired
    private Reconciliation reconciliation;

    @Autowired
    private ApplicationEventPublisher publisher;

    @Autowired
    private TransactionTemplate transactions;

    @DynamicPropertySource
    static void freshDataFolder(DynamicPropertyRegistry registry) {
        Path data = Path.of("target", "data-" + UUID.randomUUID()).toAbsolutePath();
        registry.add("lvxiaoshen.platform.data", data::toString);
    }

    @Test
    void makesAStoredDocumentSearchableAndSaysSo() {
        store(document(1));
        assertThat(find("树木移植要谁批准？").get(0).text()).isEqualTo("移植树木须经绿化管理部门批准。");
        assertThat(events.of(DocumentIndexingProgressed.class)).contains(new DocumentIndexingProgressed(id, 1, 2, 2));
    }

    @Test
    void findsTheNewRevisionOnly() {
        store(document(1));
        store(Statutes.of(base, id, 2, "青湖市绿地条例", "公园全天免费开放。"));
        assertThat(find("绿地")).extracting(Evidence::text).containsExactly("公园全天免费开放。");
    }

    @Test
    void doesTheSameOnceWhenAnEventComesAgain() {
        store(document(1));
        int made = embedder.passages();
        publish(new DocumentChunked(base, id, 1));
        await().atMost(SOON).until(() -> times(1) >= 2);
        assertThat(find("绿地")).hasSize(2);
        assertThat(embedder.passages()).isEqualTo(made);
    }

    @Test
    void takesARemovedDocumentOut() {
        store(document(1));
        documents.remove(id);
        publish(new DocumentRemoved(base, id));
        await().atMost(SOON).until(() -> find("绿地").isEmpty());
    }

    @Test
    void takesARemovedKnowledgeBaseOut() {
        store(document(1));
        documents.remove(id);
        publish(new KnowledgeBaseRemoved(base));
        await().atMost(SOON).until(() -> indexes.existing(List.of(base)).isEmpty());
        assertThat(find("绿地")).isEmpty();
    }

    @Test
    void givesUpAfterBoundedRetriesWithAReason() {
        documents.makeUnreadable(id);
        publish(new DocumentChunked(base, id, 1));
        await().atMost(SOON).untilAsserted(() -> assertThat(events.of(DocumentIndexingFailed.class))
                .filteredOn(failed -> failed.documentId().equals(id))
                .singleElement()
                .satisfies(failed -> assertThat(failed.reason()).contains("重试")));
    }

    @Test
    void buildsALostIndexAnewWithoutEmbeddingAgain() throws IOException {
        store(document(1));
        int made = embedder.passages();
        indexes.drop(base);
        assertThat(find("绿地")).isEmpty();
        reconciliation.reconcile();
        await().atMost(SOON).until(() -> find("绿地").size() == 2);
        assertThat(embedder.passages()).isEqualTo(made);
    }

    @Test
    void takesOutWhatTheDatabaseNoLongerHolds() {
        store(document(1));
        documents.remove(id);
        reconciliation.reconcile();
        await().atMost(SOON).until(() -> find("绿地").isEmpty());
    }

    @Test
    void indexesADocumentWhoseEventWasLost() {
        documents.put(document(4));
        reconciliation.reconcile();
        await().atMost(SOON).until(() -> find("绿地").size() == 2);
    }

    @Test
    void searchesOnlyTheKnowledgeBasesAskedFor() {
        store(document(1));
        assertThat(search.search(new EvidenceQuery(Set.of(UUID.randomUUID()), "绿地", 10)))
                .isEmpty();
    }

    private ChunkedDocument document(int revision) {
        return Statutes.of(base, id, revision, "青湖市绿地条例", "不得占用绿地。", "移植树木须经绿化管理部门批准。");
    }

    private void store(ChunkedDocument document) {
        documents.put(document);
        publish(new DocumentChunked(base, id, document.key().revision()));
        await().atMost(SOON).until(() -> times(document.key().revision()) >= 1);
    }

    private long times(int revision) {
        return events.of(DocumentIndexed.class).stream()
                .filter(new DocumentIndexed(base, id, revision)::equals)
                .count();
    }

    private void publish(Object event) {
        transactions.executeWithoutResult(status -> publisher.publishEvent(event));
    }

    private List<Evidence> find(String question) {
        return search.search(new EvidenceQuery(Set.of(base), question, 10));
    }
}
