package io.lvxiaoshen.rag.index;

import io.lvxiaoshen.knowledge.DocumentChunks.ChunkedDocument;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.NumericDocValues;
import org.apache.lucene.index.SegmentInfos;
import org.apache.lucene.index.StoredFields;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.SearcherManager;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.FSDirectory;
import org.apache.lucene.util.Bits;

/**
 * The Lucene index of one knowledge base: one writer, many readers. A document changes in one step: a search sees the old
 * revision or the new one, never a part. What {@link #commit} has returned from survives a crash. Thread-safe.
 */
public final class ChunkIndex implements AutoCloseable {
    private static final double WRITE_BUFFER_MEGABYTES = 64;

    private final Directory directory;
    private final IndexWriter writer;
    private final SearcherManager searchers;
    private final Map<UUID, Integer> revisions;

    private ChunkIndex(Directory directory, IndexWriter writer) throws IOException {
        this.directory = directory;
        this.writer = writer;
        this.searchers = new SearcherManager(writer, null);
        this.revisions = storedRevisions();
    }

    /**
     * Opens the index in a folder, or creates it.
     *
     * @param folder is made if it does not exist; nobody else may write there
     * @param model name and revision of the model whose vectors it holds
     * @throws OutdatedIndexException if it was built with another model, analysis or schema
     * @throws IOException if it is damaged or the disk fails
     */
    public static ChunkIndex open(Path folder, String model) throws IOException {
        IndexStamp stamp = IndexStamp.current(model);
        Directory directory = FSDirectory.open(folder);
        IndexWriter writer = null;
        try {
            if (DirectoryReader.indexExists(directory)
                    && !stamp.isIn(SegmentInfos.readLatestCommit(directory).getUserData())) {
                throw new OutdatedIndexException(folder);
            }
            IndexWriterConfig config = new IndexWriterConfig(new ChineseAnalyzer())
                    .setRAMBufferSizeMB(WRITE_BUFFER_MEGABYTES)
                    .setCommitOnClose(false);
            writer = new IndexWriter(directory, config);
            writer.setLiveCommitData(stamp.asCommitData().entrySet());
            writer.commit();
            return new ChunkIndex(directory, writer);
        } catch (IOException | RuntimeException e) {
            if (writer != null) {
                writer.rollback();
            }
            directory.close();
            throw e;
        }
    }

    /**
     * Puts a document in place of any older revision of it. Searchable and durable after the next {@link #commit}.
     *
     * @param vectors one per chunk, in order
     * @return false, and nothing changed, if the index already holds this or a newer revision
     */
    public synchronized boolean replace(ChunkedDocument document, List<float[]> vectors) throws IOException {
        if (vectors.size() != document.chunks().size()) {
            throw new IllegalArgumentException(
                    vectors.size() + " vectors for " + document.chunks().size() + " chunks");
        }
        UUID id = document.key().documentId();
        if (revisions.getOrDefault(id, 0) >= document.key().revision()) {
            return false;
        }
        writer.updateDocuments(new Term(Fields.DOCUMENT, id.toString()), Passages.of(document, vectors));
        revisions.put(id, document.key().revision());
        return true;
    }

    /** Takes a document out, if it is there; durable after the next {@link #commit}. */
    public synchronized void remove(UUID documentId) throws IOException {
        writer.deleteDocuments(new Term(Fields.DOCUMENT, documentId.toString()));
        revisions.remove(documentId);
    }

    /** Makes all changes so far durable, then visible to searches. */
    public void commit() throws IOException {
        writer.commit();
        searchers.maybeRefreshBlocking();
    }

    /** Returns the revision of every document in the index, uncommitted changes included. */
    public synchronized Map<UUID, Integer> revisions() {
        return Map.copyOf(revisions);
    }

    IndexSearcher acquire() throws IOException {
        return searchers.acquire();
    }

    void release(IndexSearcher searcher) throws IOException {
        searchers.release(searcher);
    }

    private Map<UUID, Integer> storedRevisions() throws IOException {
        Map<UUID, Integer> found = new HashMap<>();
        IndexSearcher searcher = searchers.acquire();
        try {
            for (LeafReaderContext leaf : searcher.getIndexReader().leaves()) {
                NumericDocValues values = leaf.reader().getNumericDocValues(Fields.REVISION);
                Bits live = leaf.reader().getLiveDocs();
                StoredFields stored = leaf.reader().storedFields();
                while (values != null && values.nextDoc() != NumericDocValues.NO_MORE_DOCS) {
                    int marker = values.docID();
                    if (live == null || live.get(marker)) {
                        String id = stored.document(marker).get(Fields.DOCUMENT);
                        found.put(UUID.fromString(id), (int) values.longValue());
                    }
                }
            }
        } finally {
            searchers.release(searcher);
        }
        return found;
    }

    /** Closes the index; what was not committed is gone. */
    @Override
    public void close() throws IOException {
        searchers.close();
        writer.rollback();
        directory.close();
    }
}
