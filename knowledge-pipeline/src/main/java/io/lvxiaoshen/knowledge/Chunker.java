package io.lvxiaoshen.knowledge;

import io.lvxiaoshen.knowledge.chunk.StructureChunker;
import io.lvxiaoshen.platform.IdSource;
import java.util.List;

/** Cuts parsed documents into passages. Thread-safe. */
public interface Chunker {

    /** Creates a chunker for chunks of these sizes, with ids from {@code ids}. */
    static Chunker of(ChunkSizes sizes, IdSource ids) {
        return new StructureChunker(sizes, ids);
    }

    /**
     * Cuts a document. The chunks are in reading order and do not overlap; each is exactly a range of the document's
     * text, begins and ends with a non-blank character and is never longer than the maximum. Every non-blank character
     * lies in exactly one chunk, except those of headings that have text beneath: these stand in the heading paths. A
     * chunk never holds text of two articles, nor of an article and something outside of it.
     */
    List<Chunk> chunk(ParsedDocument document);
}
