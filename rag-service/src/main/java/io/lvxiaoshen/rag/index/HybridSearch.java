package io.lvxiaoshen.rag.index;

import io.lvxiaoshen.rag.Evidence;
import io.lvxiaoshen.rag.index.Fusion.Ranked;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
import org.apache.lucene.index.StoredFields;
import org.apache.lucene.search.Query;

/**
 * Searches several indexes as one by keywords (BM25) and by meaning (HNSW over cosine) and fuses both. An article that
 * the question names comes first. Thread-safe.
 */
public final class HybridSearch {
    private final ChineseAnalyzer analyzer = new ChineseAnalyzer();
    private final RetrievalSettings settings;

    /** Creates a search that ranks as {@code settings} say. */
    public HybridSearch(RetrievalSettings settings) {
        this.settings = settings;
    }

    /**
     * Finds passages.
     *
     * @param indexes where to look, all built with the model that made {@code vector}
     * @param question the question, not blank
     * @param vector the question's embedding, of length 1
     * @param limit how many passages at most, at least 1
     * @param stage which ranking
     * @return best first; in every stage each passage carries all its scores
     */
    public List<Evidence> search(
            Collection<ChunkIndex> indexes, String question, float[] vector, int limit, Stage stage)
            throws IOException {
        try (Snapshot snapshot = new Snapshot(indexes, settings)) {
            KeywordQuery keywords = new KeywordQuery(analyzer, question, snapshot.searcher());
            List<Ranked> ranked = rank(snapshot, keywords.query(), question, vector, limit, stage);
            List<Ranked> best = ranked.subList(0, Math.min(limit, ranked.size()));
            return evidence(snapshot, best, keywords);
        }
    }

    private static List<Evidence> evidence(Snapshot snapshot, List<Ranked> hits, KeywordQuery keywords)
            throws IOException {
        Map<Integer, Double> coverage = new Coverage(snapshot.reader(), keywords.tellingTerms())
                .of(hits.stream().mapToInt(hit -> hit.candidate().doc()).toArray());
        StoredFields stored = snapshot.reader().storedFields();
        List<Evidence> evidence = new ArrayList<>();
        for (Ranked hit : hits) {
            Candidate candidate = hit.candidate();
            evidence.add(Passages.evidence(
                    stored.document(candidate.doc()),
                    new Evidence.Scores(
                            hit.score(),
                            candidate.keywords(),
                            candidate.similarity(),
                            coverage.getOrDefault(candidate.doc(), 0.0))));
        }
        return evidence;
    }

    private List<Ranked> rank(
            Snapshot snapshot, Query keywords, String question, float[] vector, int limit, Stage stage)
            throws IOException {
        int depth = Math.max(limit, settings.candidates());
        return switch (stage) {
            case BM25 ->
                single(snapshot.score(snapshot.byKeywords(keywords, limit), keywords, vector), Candidate::keywords);
            case DENSE ->
                single(snapshot.score(snapshot.byMeaning(vector, depth), keywords, vector), Candidate::similarity);
            case FUSED -> fused(snapshot, keywords, question, vector, depth);
        };
    }

    private static List<Ranked> single(List<Candidate> candidates, ToDoubleFunction<Candidate> by) {
        return candidates.stream()
                .sorted(Comparator.comparingDouble(by).reversed())
                .map(candidate -> new Ranked(candidate, by.applyAsDouble(candidate)))
                .toList();
    }

    private List<Ranked> fused(Snapshot snapshot, Query keywords, String question, float[] vector, int depth)
            throws IOException {
        int[] named = NamedArticles.find(snapshot, question);
        int[] proposed = concat(snapshot.byKeywords(keywords, depth), snapshot.byMeaning(vector, depth));
        List<Ranked> ranked =
                new Fusion(settings.meaningWeight()).rank(snapshot.score(concat(named, proposed), keywords, vector));
        return namedFirst(ranked, named);
    }

    /** A named article is what was asked for, whatever its words: its score is lifted above all others. */
    private static List<Ranked> namedFirst(List<Ranked> ranked, int[] named) {
        List<Ranked> result = new ArrayList<>(ranked.size());
        for (int doc : named) {
            ranked.stream()
                    .filter(hit -> hit.candidate().doc() == doc)
                    .map(hit -> new Ranked(hit.candidate(), 1 + hit.score()))
                    .forEach(result::add);
        }
        ranked.stream()
                .filter(hit -> Arrays.stream(named)
                        .noneMatch(doc -> doc == hit.candidate().doc()))
                .forEach(result::add);
        return result;
    }

    private static int[] concat(int[] a, int[] b) {
        return IntStream.concat(Arrays.stream(a), Arrays.stream(b)).toArray();
    }
}
