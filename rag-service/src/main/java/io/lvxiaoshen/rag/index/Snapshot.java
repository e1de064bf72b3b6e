package io.lvxiaoshen.rag.index;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.lucene.index.FloatVectorValues;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.MultiReader;
import org.apache.lucene.index.ReaderUtil;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.KnnFloatVectorQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.ScoreMode;
import org.apache.lucene.search.Scorer;
import org.apache.lucene.search.Weight;
import org.apache.lucene.search.similarities.BM25Similarity;
import org.apache.lucene.store.AlreadyClosedException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Several indexes as they stand at one moment, searched as one so that their scores can be compared. */
final class Snapshot implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Snapshot.class);

    private final Map<ChunkIndex, IndexSearcher> acquired = new LinkedHashMap<>();
    private final IndexSearcher searcher;

    Snapshot(Collection<ChunkIndex> indexes, RetrievalSettings settings) throws IOException {
        try {
            for (ChunkIndex index : indexes) {
                acquire(index);
            }
            IndexReader[] readers = acquired.values().stream()
                    .map(IndexSearcher::getIndexReader)
                    .toArray(IndexReader[]::new);
            searcher = new IndexSearcher(new MultiReader(readers, false));
            searcher.setSimilarity(new BM25Similarity(settings.k1(), settings.b()));
            searcher.setQueryCache(null);
        } catch (IOException | RuntimeException e) {
            close();
            throw e;
        }
    }

    private void acquire(ChunkIndex index) throws IOException {
        try {
            acquired.put(index, index.acquire());
        } catch (AlreadyClosedException e) {
            LOG.debug("a knowledge base was removed while a search began", e);
        }
    }

    IndexReader reader() {
        return searcher.getIndexReader();
    }

    IndexSearcher searcher() {
        return searcher;
    }

    int[] byKeywords(Query query, int limit) throws IOException {
        return docs(searcher.search(query, limit).scoreDocs);
    }

    int[] byMeaning(float[] vector, int limit) throws IOException {
        return docs(searcher.search(new KnnFloatVectorQuery(Fields.VECTOR, vector, limit), limit).scoreDocs);
    }

    private static int[] docs(ScoreDoc[] hits) {
        return Arrays.stream(hits).mapToInt(hit -> hit.doc).toArray();
    }

    /** Computes both scores of each passage, whichever half proposed it. */
    List<Candidate> score(int[] docs, Query keywords, float[] vector) throws IOException {
        int[] sorted = Arrays.stream(docs).sorted().distinct().toArray();
        Weight weight = searcher.createWeight(searcher.rewrite(keywords), ScoreMode.COMPLETE, 1);
        List<Candidate> candidates = new ArrayList<>(sorted.length);
        List<LeafReaderContext> leaves = reader().leaves();
        for (int from = 0; from < sorted.length; ) {
            LeafReaderContext leaf = leaves.get(ReaderUtil.subIndex(sorted[from], leaves));
            Scorer scorer = weight.scorer(leaf);
            FloatVectorValues vectors = leaf.reader().getFloatVectorValues(Fields.VECTOR);
            int end = leaf.docBase + leaf.reader().maxDoc();
            for (; from < sorted.length && sorted[from] < end; from++) {
                int doc = sorted[from] - leaf.docBase;
                candidates.add(new Candidate(sorted[from], keywords(scorer, doc), similarity(vectors, doc, vector)));
            }
        }
        return candidates;
    }

    private static double keywords(@Nullable Scorer scorer, int doc) throws IOException {
        if (scorer == null) {
            return 0;
        }
        int at = scorer.docID();
        if (at < doc) {
            at = scorer.iterator().advance(doc);
        }
        return at == doc ? scorer.score() : 0;
    }

    private static double similarity(FloatVectorValues vectors, int doc, float[] question) throws IOException {
        if (vectors.advance(doc) != doc) {
            throw new IOException("passage without vector: " + doc);
        }
        float[] passage = vectors.vectorValue();
        double sum = 0;
        for (int i = 0; i < question.length; i++) {
            sum += (double) question[i] * passage[i];
        }
        return sum;
    }

    @Override
    public void close() throws IOException {
        for (Map.Entry<ChunkIndex, IndexSearcher> entry : acquired.entrySet()) {
            entry.getKey().release(entry.getValue());
        }
    }
}
