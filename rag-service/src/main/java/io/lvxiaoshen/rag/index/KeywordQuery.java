package io.lvxiaoshen.rag.index;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.BoostQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermQuery;

/** The terms of a question. */
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

    /** Returns the pairs and words: single characters say little beside the pairs that hold them. */
    Set<String> tellingTerms() {
        Set<String> pairsAndWords = new LinkedHashSet<>(occurrences.keySet());
        pairsAndWords.removeIf(term -> term.length() < 2);
        return pairsAndWords.isEmpty() ? occurrences.keySet() : pairsAndWords;
    }
}
