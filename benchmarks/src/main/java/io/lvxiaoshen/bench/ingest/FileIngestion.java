package io.lvxiaoshen.bench.ingest;

import io.lvxiaoshen.bench.ingest.FileOutcome.Status;
import io.lvxiaoshen.bench.ingest.Stopwatches.Part;
import io.lvxiaoshen.knowledge.Chunk;
import io.lvxiaoshen.knowledge.Chunker;
import io.lvxiaoshen.knowledge.DocumentChunks.ChunkedDocument;
import io.lvxiaoshen.knowledge.DocumentChunks.ChunkedDocumentKey;
import io.lvxiaoshen.knowledge.DocumentParser;
import io.lvxiaoshen.knowledge.FileRefusedException;
import io.lvxiaoshen.knowledge.ParsedDocument;
import io.lvxiaoshen.models.TextEmbedder;
import io.lvxiaoshen.platform.IdSource;
import io.lvxiaoshen.rag.index.ChunkIndex;
import io.lvxiaoshen.rag.index.PassageText;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.UUID;

/** Takes one file the whole way: read, cut, embedded, indexed. Thread-safe. */
final class FileIngestion {
    private static final UUID KNOWLEDGE_BASE = new UUID(0, 0);

    private final DocumentParser parser;
    private final Chunker chunker;
    private final TextEmbedder embedder;
    private final ChunkIndex index;
    private final IdSource ids;
    private final Stopwatches watches;

    FileIngestion(
            DocumentParser parser,
            Chunker chunker,
            TextEmbedder embedder,
            ChunkIndex index,
            IdSource ids,
            Stopwatches watches) {
        this.parser = parser;
        this.chunker = chunker;
        this.embedder = embedder;
        this.index = index;
        this.ids = ids;
        this.watches = watches;
    }

    /** Ingests a file; whatever happens to it is part of the outcome. */
    FileOutcome ingest(Path file, String relative) {
        long started = System.nanoTime();
        try {
            ParsedDocument document =
                    watches.time(Part.PARSE, () -> parser.parse(file, String.valueOf(file.getFileName())));
            List<Chunk> chunks = watches.time(Part.CHUNK, () -> chunker.chunk(document));
            List<float[]> vectors = watches.time(
                    Part.EMBED,
                    () -> embedder.embedPassages(
                            chunks.stream().map(PassageText::of).toList()));
            ChunkedDocumentKey key = new ChunkedDocumentKey(KNOWLEDGE_BASE, ids.next(), 1);
            watches.time(Part.INDEX, () -> index.replace(new ChunkedDocument(key, document.title(), chunks), vectors));
            return parsed(relative, document, chunks, millis(started));
        } catch (FileRefusedException refused) {
            return FileOutcome.without(
                    relative, Status.REJECTED, refused.reason().code() + "：" + refused.getMessage(), millis(started));
        } catch (Exception failure) {
            return FileOutcome.without(relative, Status.FAILED, failure.toString(), millis(started));
        }
    }

    private static FileOutcome parsed(String path, ParsedDocument document, List<Chunk> chunks, long millis) {
        long articles = chunks.stream()
                .map(Chunk::article)
                .filter(Objects::nonNull)
                .distinct()
                .count();
        return new FileOutcome(
                path,
                Status.PARSED,
                null,
                document.mediaType(),
                document.text().length(),
                document.elements().size(),
                Math.toIntExact(articles),
                chunks.size(),
                document.pages(),
                millis);
    }

    private static long millis(long started) {
        return (System.nanoTime() - started) / 1_000_000;
    }
}
