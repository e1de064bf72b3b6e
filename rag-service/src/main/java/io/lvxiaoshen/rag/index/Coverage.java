package io.lvxiaoshen.rag.index;

import java.io.IOException;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.PostingsEnum;
import org.apache.lucene.index.ReaderUtil;
import org.apache.lucene.index.Term;
import org.apache.lucene.index.TermState;
import org.apache.lucene.index.TermStates;
import org.apache.lucene.index.Terms;
import org.apache.lucene.index.TermsEnum;

/** What share of a question's terms a passage or the titles above it hold, rare terms counting more. */
final class Coverage {
    private final IndexReader reader;
    private final Map<Term, TermStates> terms;
    private final Map<Term, Double> rarities = new HashMap<>();

    Coverage(IndexReader reader, Map<Term, TermStates> terms) throws IOException {
        this.reader = reader;
        this.terms = terms;
        int passages = reader.getDocCount(Fields.TEXT);
        terms.forEach((term, states) ->
                rarities.put(term, Math.log(1 + (passages - states.docFreq() + 0.5) / (states.docFreq() + 0.5))));
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
        Terms dictionary = leaf.reader().terms(Fields.TEXT);
        if (dictionary == null) {
            return sums;
        }
        TermsEnum at = dictionary.iterator();
        for (Map.Entry<Term, TermStates> term : terms.entrySet()) {
            TermState state = term.getValue().get(leaf);
            if (state != null) {
                at.seekExact(term.getKey().bytes(), state);
                add(rarities.getOrDefault(term.getKey(), 0.0), at.postings(null, PostingsEnum.NONE), leaf, docs, sums);
            }
        }
        return sums;
    }

    private static void add(double rarity, PostingsEnum postings, LeafReaderContext leaf, int[] docs, double[] sums)
            throws IOException {
        for (int i = 0; i < docs.length; i++) {
            int doc = docs[i] - leaf.docBase;
            int at = postings.docID() < doc ? postings.advance(doc) : postings.docID();
            if (at == doc) {
                sums[i] += rarity;
            }
        }
    }
}
