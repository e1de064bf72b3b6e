package io.lvxiaoshen.rag.index;

import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import org.apache.lucene.index.Term;
import org.apache.lucene.index.TermStates;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.BoostQuery;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermQuery;

/** The terms of a question, each looked up once in the dictionary of every segment of one snapshot. */
final class KeywordQuery {
    /** More distinct terms than this cost much and add nothing. */
    private static final int MAXIMUM_TERMS = 200;

    private final Map<Term, TermStates> states = new LinkedHashMap<>();
    private final Query query;

    KeywordQuery(ChineseAnalyzer analyzer, String question, IndexSearcher searcher) throws IOException {
        Map<String, Integer> occurrences = new LinkedHashMap<>();
        for (String term : analyzer.terms(question)) {
            if (occurrences.size() < MAXIMUM_TERMS || occurrences.containsKey(term)) {
                occurrences.merge(term, 1, Integer::sum);
            }
        }
        BooleanQuery.Builder any = new BooleanQuery.Builder();
        for (Map.Entry<String, Integer> occurrence : occurrences.entrySet()) {
            Term term = new Term(Fields.TEXT, occurrence.getKey());
            TermStates found = TermStates.build(searcher, term, true);
            states.put(term, found);
            any.add(new BoostQuery(new TermQuery(term, found), occurrence.getValue()), Occur.SHOULD);
        }
        query = any.build();
    }

    Query query() {
        return query;
    }

    /** Returns where the pairs and words are: single characters say little beside the pairs that hold them. */
    Map<Term, TermStates> tellingTerms() {
        Map<Term, TermStates> pairsAndWords = new LinkedHashMap<>(states);
        pairsAndWords.keySet().removeIf(term -> term.text().length() < 2);
        return pairsAndWords.isEmpty() ? states : pairsAndWords;
    }
}
