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
    private static final double OWN_TERMS = 0.9;
    private static final double ARTICLE_TERMS = 0.35;
    private static final double TITLE_TERMS = 0.35;
    private static final double FUSED = 2.4;
    private static final double SIMILARITY = 4.8;
    private static final double CUE = 0.4;
    private static final double FRAGMENT = -0.5;

    private final Question question;
    private final Relevance relevance;

    UnitScoring(Question question, Relevance relevance) {
        this.question = question;
        this.relevance = relevance;
    }

    /** Returns every unit with its score, best first; equals in the order in which they were found. */
    List<Candidate> score(Map<Passage, List<Unit>> passages) {
        List<Candidate> candidates = new ArrayList<>();
        passages.forEach((passage, units) -> {
            double shared = ARTICLE_TERMS * relevance.coverage(passage)
                    + TITLE_TERMS * relevance.titleCoverage(passage)
                    + FUSED * passage.first().scores().fused()
                    + SIMILARITY * passage.similarity();
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
