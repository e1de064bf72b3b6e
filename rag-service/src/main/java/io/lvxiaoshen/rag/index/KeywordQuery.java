package io.lvxiaoshen.rag.index;

import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.PostingsEnum;
import org.apache.lucene.index.ReaderUtil;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.BoostQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermQuery;

/** The terms of a question, as a query and as a measure of how much of the question a passage speaks of. */
final class KeywordQuery {
    /** More distinct terms than this cost much and add nothing. */
    private static final int MAXIMUM_TERMS = 200;

    private final Map<String, Integer> occurrences = new LinkedHashMap<>();

    KeywordQuery(ChineseAnalyzer analyzer, String question) {
        for (String term : analyzer.terms(question)) {
            if (occurrences.size() < MAXIMUM_TERMS || occurrences.containsKey(term)) {
                occurrences.merge(term, 1, Integer::sum);
            }
        }
    }

    Query query() {
        BooleanQuery.Builder any = new BooleanQuery.Builder();
        occurrences.forEach((term, count) ->
                any.add(new BoostQuery(new TermQuery(new Term(Fields.TEXT, term)), count), Occur.SHOULD));
        return any.build();
    }

    /**
     * Tells what share of the question's terms a passage or the titles above it hold, rare terms counting more.
     *
     * @return 0 (none) to 1 (all)
     */
    double coverage(IndexReader reader, int doc) throws IOException {
        LeafReaderContext leaf = reader.leaves().get(ReaderUtil.subIndex(doc, reader.leaves()));
        double all = 0;
        double found = 0;
        for (String term : telling()) {
            double weight = rarity(reader, term);
            all += weight;
            if (holds(leaf, doc - leaf.docBase, term)) {
                found += weight;
            }
        }
        return all == 0 ? 0 : found / all;
    }

    /** Single characters say little beside the pairs that hold them. */
    private Set<String> telling() {
        Set<String> pairsAndWords = new LinkedHashSet<>(occurrences.keySet());
        pairsAndWords.removeIf(term -> term.length() < 2);
        return pairsAndWords.isEmpty() ? occurrences.keySet() : pairsAndWords;
    }

    private static double rarity(IndexReader reader, String term) throws IOException {
        int passages = reader.getDocCount(Fields.TEXT);
        int frequency = reader.docFreq(new Term(Fields.TEXT, term));
        return Math.log(1 + (passages - frequency + 0.5) / (frequency + 0.5));
    }

    private static boolean holds(LeafReaderContext leaf, int doc, String term) throws IOException {
        PostingsEnum postings = leaf.reader().postings(new Term(Fields.TEXT, term), PostingsEnum.NONE);
        return postings != null && postings.advance(doc) == doc;
    }
}
