package io.lvxiaoshen.rag.index;

import java.io.IOException;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.PostingsEnum;
import org.apache.lucene.index.ReaderUtil;
import org.apache.lucene.index.Term;

/** What share of a question's terms a passage or the titles above it hold, rare terms counting more. */
final class Coverage {
    private final Map<String, Double> rarities = new HashMap<>();
    private final IndexReader reader;

    Coverage(IndexReader reader, Collection<String> terms) throws IOException {
        this.reader = reader;
        int passages = reader.getDocCount(Fields.TEXT);
        for (String term : terms) {
            int frequency = reader.docFreq(new Term(Fields.TEXT, term));
            rarities.put(term, Math.log(1 + (passages - frequency + 0.5) / (frequency + 0.5)));
        }
    }

    /** Returns the share, 0 (none) to 1 (all), of each passage. */
    Map<Integer, Double> of(int[] docs) throws IOException {
        int[] sorted = docs.clone();
        Arrays.sort(sorted);
        double all = rarities.values().stream().mapToDouble(Double::doubleValue).sum();
        Map<Integer, Double> shares = new HashMap<>();
        List<LeafReaderContext> leaves = reader.leaves();
        for (int from = 0; from < sorted.length; ) {
            LeafReaderContext leaf = leaves.get(ReaderUtil.subIndex(sorted[from], leaves));
            int to = from;
            while (to < sorted.length
                    && sorted[to] < leaf.docBase + leaf.reader().maxDoc()) {
                to++;
            }
            double[] found = found(leaf, Arrays.copyOfRange(sorted, from, to));
            for (int i = from; i < to; i++) {
                shares.put(sorted[i], all == 0 ? 0 : found[i - from] / all);
            }
            from = to;
        }
        return shares;
    }

    /** Walks each term's postings once for all passages of a segment. */
    private double[] found(LeafReaderContext leaf, int[] docs) throws IOException {
        double[] sums = new double[docs.length];
        for (Map.Entry<String, Double> term : rarities.entrySet()) {
            PostingsEnum postings = leaf.reader().postings(new Term(Fields.TEXT, term.getKey()), PostingsEnum.NONE);
            for (int i = 0; postings != null && i < docs.length; i++) {
                int doc = docs[i] - leaf.docBase;
                int at = postings.docID() < doc ? postings.advance(doc) : postings.docID();
                if (at == doc) {
                    sums[i] += term.getValue();
                }
            }
        }
        return sums;
    }
}
