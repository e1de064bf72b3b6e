package io.lvxiaoshen.agent;

import io.lvxiaoshen.knowledge.Chunk;
import io.lvxiaoshen.knowledge.ChunkSizes;
import io.lvxiaoshen.knowledge.Chunker;
import io.lvxiaoshen.knowledge.DocumentChunks.ChunkedDocument;
import io.lvxiaoshen.knowledge.DocumentChunks.ChunkedDocumentKey;
import io.lvxiaoshen.knowledge.DocumentParser;
import io.lvxiaoshen.knowledge.ParsedDocument;
import io.lvxiaoshen.knowledge.ReadingLimits;
import io.lvxiaoshen.models.InferenceSessions;
import io.lvxiaoshen.models.ModelRegistry;
import io.lvxiaoshen.models.OnnxTextEmbedder;
import io.lvxiaoshen.models.TextEmbedder;
import io.lvxiaoshen.platform.IdSource;
import io.lvxiaoshen.rag.Evidence;
import io.lvxiaoshen.rag.EvidenceQuery;
import io.lvxiaoshen.rag.EvidenceSearch;
import io.lvxiaoshen.rag.index.ChunkIndex;
import io.lvxiaoshen.rag.index.HybridSearch;
import io.lvxiaoshen.rag.index.PassageText;
import io.lvxiaoshen.rag.index.RetrievalSettings;
import io.lvxiaoshen.rag.index.Stage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** Searches regulations, one small one unless told otherwise, with the product's own reading, model and index; can be made to wait or to fail. */
public final class RegulationSearch implements EvidenceSearch {
    public static final String TITLE = "示范市公共绿地管理规定";
    private static final Path FILE = Path.of("src/test/resources/regulations", TITLE + ".txt");

    private final HybridSearch search = new HybridSearch(RetrievalSettings.DEFAULT);
    private final String text;
    private final TextEmbedder embedder;
    private final ChunkIndex index;
    private volatile @Nullable CountDownLatch gate;
    private volatile @Nullable RuntimeException failure;

    private RegulationSearch(List<Path> files) throws IOException {
        embedder = OnnxTextEmbedder.open(
                ModelRegistry.load().get(ModelRegistry.DEFAULT_EMBEDDING), new InferenceSessions(1));
        index = ChunkIndex.open(
                Files.createDirectories(Path.of("target/test-data/index-" + UUID.randomUUID())), embedder.model());
        StringBuilder all = new StringBuilder();
        try (DocumentParser parser = DocumentParser.within(ReadingLimits.defaults())) {
            for (Path file : files) {
                ParsedDocument document = parser.parse(file, file.getFileName().toString());
                all.append(document.text());
                add(document);
            }
        }
        index.commit();
        text = all.toString();
    }

    private void add(ParsedDocument document) throws IOException {
        IdSource ids = new IdSource();
        List<Chunk> chunks = Chunker.of(ChunkSizes.defaults(), ids).chunk(document);
        index.replace(
                new ChunkedDocument(new ChunkedDocumentKey(ids.next(), ids.next(), 1), document.title(), chunks),
                embedder.embedPassages(chunks.stream().map(PassageText::of).toList()));
    }

    /** Returns a search over files. */
    public static RegulationSearch over(List<Path> files) throws IOException {
        return new RegulationSearch(files);
    }

    /** Returns the search that all tests share. */
    public static RegulationSearch shared() {
        return Holder.SHARED;
    }

    /** The texts, one after another; of a single one, what all offsets refer to. */
    public String text() {
        return text;
    }

    /** Makes searches wait until the returned latch is counted down. */
    public CountDownLatch hold() {
        CountDownLatch latch = new CountDownLatch(1);
        gate = latch;
        return latch;
    }

    /** Makes searches fail from now on. */
    public void fail(RuntimeException with) {
        failure = with;
    }

    /** Makes searches work again. */
    public void recover() {
        gate = null;
        failure = null;
    }

    @Override
    public List<Evidence> search(EvidenceQuery query) {
        CountDownLatch latch = gate;
        if (latch != null) {
            await(latch);
        }
        RuntimeException problem = failure;
        if (problem != null) {
            throw problem;
        }
        try {
            return search.search(
                    List.of(index), query.text(), embedder.embedQuery(query.text()), query.limit(), Stage.FUSED);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void await(CountDownLatch latch) {
        try {
            if (!latch.await(30, TimeUnit.SECONDS)) {
                throw new IllegalStateException("nobody opened the gate");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static final class Holder {
        static final RegulationSearch SHARED = make();

        private static RegulationSearch make() {
            try {
                return new RegulationSearch(List.of(FILE));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
