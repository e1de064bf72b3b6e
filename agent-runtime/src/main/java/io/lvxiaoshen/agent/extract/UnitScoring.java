package io.lvxiaoshen.agent.extract;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Scores units by what they and their article say of the question, by how the search ranked them, and by whether they
 * look like what the question is after. The weights were set by reading answers, see ADR 0004.
 */
final class UnitScoring {
    private static final double OWN_TERMS = 1.0;
    private static final double ARTICLE_TERMS = 0.6;
    private static final double RANK = 0.7;
    private static final double SIMILARITY = 1.5;
    private static final double CUE = 0.7;
    private static final double FRAGMENT = -0.5;
    private static final double RANK_HALVES_AFTER = 4;

    private final Question question;
    private final Relevance relevance;

    UnitScoring(Question question, Relevance relevance) {
        this.question = question;
        this.relevance = relevance;
    }

    /** Returns every unit with its score, best first; equals in the order in which they were found. */
    List<Candidate> score(Map<Passage, List<Unit>> passages) {
        double nearest = passages.keySet().stream()
                .mapToDouble(Passage::similarity)
                .max()
                .orElse(0);
        List<Candidate> candidates = new ArrayList<>();
        passages.forEach((passage, units) -> {
            double shared = ARTICLE_TERMS * relevance.coverage(passage)
                    + RANK * RANK_HALVES_AFTER / (RANK_HALVES_AFTER + passage.rank())
                    + (passage.similarity() > 0 ? SIMILARITY * (passage.similarity() - nearest) : -SIMILARITY * 0.15);
            for (Unit unit : units) {
                double coverage = relevance.coverage(unit);
                double score = shared + OWN_TERMS * coverage + cue(unit) + (unit.isStatement() ? 0 : FRAGMENT);
                candidates.add(new Candidate(unit, score, coverage));
            }
        });
        candidates.sort(Comparator.comparingDouble(Candidate::score).reversed());
        return candidates;
    }

    private double cue(Unit unit) {
        Set<Cue> cues = question.cues();
        if (cues.isEmpty()) {
            return 0;
        }
        long served = cues.stream().filter(cue -> cue.servedBy(unit)).count();
        return CUE * served / cues.size();
    }
}
