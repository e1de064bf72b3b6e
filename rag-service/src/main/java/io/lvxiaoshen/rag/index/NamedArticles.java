package io.lvxiaoshen.rag.index;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.NumericDocValues;
import org.apache.lucene.index.ReaderUtil;
import org.apache.lucene.index.SortedDocValues;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.TermQuery;

/** Looks up the passages of articles that a question names by statute and number. */
final class NamedArticles {
    /** More statutes than this hardly have an article of one number. */
    private static final int MOST_HOLDERS = 10_000;

    /** If more titles fit equally well, the name says nothing: 管理条例第三条. */
    private static final int MOST_TITLES = 3;

    private NamedArticles() {}

    private record Match(int doc, String title, int fit, long ordinal) {}

    /** Returns the passages of the named articles in reading order; empty if none is named or the statute is not there. */
    static int[] find(Snapshot snapshot, String question) throws IOException {
        List<Match> found = new ArrayList<>();
        for (ArticleReference reference : ArticleReference.in(question)) {
            found.addAll(find(snapshot, reference));
        }
        return found.stream().mapToInt(Match::doc).distinct().toArray();
    }

    private static List<Match> find(Snapshot snapshot, ArticleReference reference) throws IOException {
        List<Match> matches = new ArrayList<>();
        List<LeafReaderContext> leaves = snapshot.reader().leaves();
        TermQuery holders = new TermQuery(new Term(Fields.ARTICLE_KEY, reference.key()));
        for (ScoreDoc hit : snapshot.searcher().search(holders, MOST_HOLDERS).scoreDocs) {
            LeafReaderContext leaf = leaves.get(ReaderUtil.subIndex(hit.doc, leaves));
            SortedDocValues titles = leaf.reader().getSortedDocValues(Fields.TITLE);
            NumericDocValues ordinals = leaf.reader().getNumericDocValues(Fields.ORDINAL);
            int doc = hit.doc - leaf.docBase;
            if (titles.advanceExact(doc) && ordinals.advanceExact(doc)) {
                String title = titles.lookupOrd(titles.ordValue()).utf8ToString();
                matches.add(new Match(hit.doc, title, reference.fit(title), ordinals.longValue()));
            }
        }
        int best = matches.stream().mapToInt(Match::fit).max().orElse(0);
        matches.removeIf(match -> match.fit() < Math.max(best, 1));
        Set<String> titles = new HashSet<>();
        matches.forEach(match -> titles.add(match.title()));
        matches.sort(Comparator.comparing(Match::title).thenComparingLong(Match::ordinal));
        return titles.size() > MOST_TITLES ? List.of() : matches;
    }
}
