package io.lvxiaoshen.rag.index;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.DoubleSummaryStatistics;
import java.util.List;

/**
 * Convex combination of normalised scores (Bruch, Gai, Ingber: An Analysis of Fusion Functions for Hybrid Retrieval,
 * ACM TOIS 2023). Both scores of every candidate are exact, also where only one half proposed it. Keywords are divided by
 * the best, similarities stretched from the candidates' least to their greatest.
 *
 * @param meaningWeight share of similarity, 0 to 1
 */
record Fusion(double meaningWeight) {

    /**
     * A candidate with its score.
     *
     * @param candidate the passage
     * @param score 0 to 1, comparable within one search only
     */
    record Ranked(Candidate candidate, double score) {}

    /** Ranks candidates, best first; equal ones in index order. */
    List<Ranked> rank(List<Candidate> candidates) {
        DoubleSummaryStatistics keywords =
                candidates.stream().mapToDouble(Candidate::keywords).summaryStatistics();
        DoubleSummaryStatistics similarity =
                candidates.stream().mapToDouble(Candidate::similarity).summaryStatistics();
        List<Ranked> ranked = new ArrayList<>(candidates.size());
        for (Candidate candidate : candidates) {
            double score = meaningWeight * share(candidate.similarity(), similarity.getMin(), similarity.getMax())
                    + (1 - meaningWeight) * share(candidate.keywords(), 0, keywords.getMax());
            ranked.add(new Ranked(candidate, score));
        }
        ranked.sort(Comparator.comparingDouble(Ranked::score).reversed().thenComparingInt(r -> r.candidate()
                .doc()));
        return ranked;
    }

    private static double share(double value, double from, double to) {
        return to > from ? (value - from) / (to - from) : 0;
    }
}
