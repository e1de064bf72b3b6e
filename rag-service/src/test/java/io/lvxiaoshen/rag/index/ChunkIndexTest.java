package io.lvxiaoshen.rag.index;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.lvxiaoshen.knowledge.DocumentChunks.ChunkedDocument;
import io.lvxiaoshen.rag.Evidence;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ChunkIndexTest {
    private static final String MODEL = "test@1";
    private static final UUID BASE = UUID.randomUUID();
    private static final float[] EAST = {1, 0};
    private static final float[] NORTH = {0, 1};
    private static final float[] NORTH_EAST = {0.6f, 0.8f};

    private final HybridSearch search = new HybridSearch(RetrievalSettings.DEFAULT);
    private final UUID first = UUID.randomUUID();
    private final UUID second = UUID.randomUUID();

    @TempDir
    private Path parent;

    private Path folder;

    private ChunkIndex index;

    @BeforeEach
    void open() throws IOException {
        folder = parent.resolve("one");
        index = ChunkIndex.open(folder, MODEL);
    }

    @AfterEach
    void close() throws IOException {
        index.close();
    }

    @Test
    void findsByKeywordsAndByMeaningAndCitesThePlace() throws IOException {
        index.replace(trees(1), List.of(EAST, NORTH));
        index.commit();
        Evidence hit = find("占用绿地", EAST, Stage.FUSED).get(0);
        assertThat(hit.text()).isEqualTo("不得占用绿地。");
        assertThat(hit.documentId()).isEqualTo(first);
        assertThat(hit.knowledgeBaseId()).isEqualTo(BASE);
        assertThat(hit.documentTitle()).isEqualTo("青湖市绿地条例");
        assertThat(hit.headingPath()).containsExactly("青湖市绿地条例", "第一章　总则");
        assertThat(hit.article()).isEqualTo("第一条");
        assertThat(List.of(hit.start(), hit.end())).containsExactly(0, 7);
        assertThat(hit.scores().coverage()).isCloseTo(1, within(1e-9));
    }

    @Test
    void givesEveryHitItsRealCosineWhicheverHalfFoundIt() throws IOException {
        index.replace(trees(1), List.of(EAST, NORTH));
        index.commit();
        for (Stage stage : Stage.values()) {
            assertThat(find("绿地", NORTH_EAST, stage)).isNotEmpty().allSatisfy(hit -> assertThat(
                            hit.scores().similarity())
                    .isCloseTo("第一条".equals(hit.article()) ? 0.6 : 0.8, within(1e-6)));
        }
    }

    @Test
    void putsTheNamedArticleFirstWhateverItsWords() throws IOException {
        index.replace(trees(1), List.of(EAST, NORTH));
        index.replace(dogs(1), List.of(EAST, EAST));
        index.commit();
        assertThat(find("青湖市绿地条例第2条对不得占用绿地怎么说", EAST, Stage.FUSED).get(0).text())
                .isEqualTo("移植树木须经批准。");
        assertThat(find("《养犬规定》第二条", NORTH, Stage.FUSED).get(0).text()).isEqualTo("遛狗须拴绳。");
    }

    @Test
    void replacesAnOlderRevisionAsAWhole() throws IOException {
        index.replace(trees(1), List.of(EAST, NORTH));
        index.commit();
        assertThat(index.replace(Statutes.of(BASE, first, 2, "青湖市绿地条例", "新建公园免费开放。"), List.of(NORTH)))
                .isTrue();
        index.commit();
        assertThat(find("绿地", EAST, Stage.FUSED)).extracting(Evidence::text).containsExactly("新建公园免费开放。");
    }

    @Test
    void neverLetsAnOlderRevisionOverwriteANewerOne() throws IOException {
        index.replace(trees(2), List.of(EAST, NORTH));
        assertThat(index.replace(trees(1), List.of(EAST, NORTH))).isFalse();
        assertThat(index.replace(trees(2), List.of(EAST, NORTH))).isFalse();
        assertThat(index.revisions()).isEqualTo(Map.of(first, 2));
    }

    @Test
    void forgetsARemovedDocument() throws IOException {
        index.replace(trees(1), List.of(EAST, NORTH));
        index.replace(dogs(1), List.of(EAST, EAST));
        index.remove(first);
        index.commit();
        assertThat(find("绿地", EAST, Stage.FUSED))
                .extracting(Evidence::documentId)
                .containsOnly(second);
        assertThat(find("青湖市绿地条例第一条", EAST, Stage.FUSED))
                .extracting(Evidence::documentId)
                .containsOnly(second);
    }

    @Test
    void keepsWhatWasCommittedAndLosesTheRestAsAWhole() throws IOException {
        index.replace(trees(1), List.of(EAST, NORTH));
        index.commit();
        index.replace(dogs(1), List.of(EAST, EAST));
        index.close();
        index = ChunkIndex.open(folder, MODEL);
        assertThat(index.revisions()).isEqualTo(Map.of(first, 1));
        assertThat(find("遛狗", EAST, Stage.FUSED))
                .extracting(Evidence::documentId)
                .containsOnly(first);
    }

    @Test
    void knowsADocumentWithoutPassages() throws IOException {
        index.replace(Statutes.of(BASE, first, 3, "空文件"), List.of());
        index.commit();
        index.close();
        index = ChunkIndex.open(folder, MODEL);
        assertThat(index.revisions()).isEqualTo(Map.of(first, 3));
        assertThat(find("空文件", EAST, Stage.FUSED)).isEmpty();
    }

    @Test
    void refusesVectorsOfAnotherModel() throws IOException {
        index.close();
        assertThatThrownBy(() -> ChunkIndex.open(folder, "other@1")).isInstanceOf(OutdatedIndexException.class);
        index = ChunkIndex.open(folder, MODEL);
    }

    @Test
    void searchesSeveralKnowledgeBasesAsOne() throws IOException {
        index.replace(trees(1), List.of(EAST, NORTH));
        index.commit();
        try (ChunkIndex other = ChunkIndex.open(parent.resolve("other"), MODEL)) {
            other.replace(dogs(1), List.of(EAST, NORTH));
            other.commit();
            assertThat(search.search(List.of(index, other), "遛狗", EAST, 10, Stage.FUSED))
                    .extracting(Evidence::documentId)
                    .contains(first, second);
        }
    }

    @Test
    void beginsADamagedIndexAnew() throws IOException {
        UUID base = UUID.randomUUID();
        Path root = parent.resolve("root");
        try (ChunkIndexes indexes = new ChunkIndexes(root, MODEL)) {
            indexes.of(base).replace(trees(1), List.of(EAST, NORTH));
            indexes.of(base).commit();
        }
        List<Path> files = new ArrayList<>();
        try (Stream<Path> all = Files.list(root.resolve(base.toString()))) {
            all.filter(file -> file.getFileName().toString().startsWith("segments_"))
                    .forEach(files::add);
        }
        for (Path file : files) {
            Files.writeString(file, "damaged");
        }
        try (ChunkIndexes indexes = new ChunkIndexes(root, MODEL)) {
            assertThat(indexes.of(base).revisions()).isEmpty();
            assertThat(indexes.of(base).replace(trees(1), List.of(EAST, NORTH))).isTrue();
        }
    }

    private List<Evidence> find(String question, float[] vector, Stage stage) throws IOException {
        return search.search(List.of(index), question, vector, 10, stage);
    }

    private ChunkedDocument trees(int revision) {
        return Statutes.of(BASE, first, revision, "青湖市绿地条例", "不得占用绿地。", "移植树木须经批准。");
    }

    private ChunkedDocument dogs(int revision) {
        return Statutes.of(BASE, second, revision, "青湖市养犬规定", "犬只应当登记。", "遛狗须拴绳。");
    }
}
