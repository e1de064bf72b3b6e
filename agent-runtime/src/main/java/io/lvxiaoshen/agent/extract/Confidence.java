package io.lvxiaoshen.agent.extract;

import io.lvxiaoshen.rag.Evidence;
import java.util.List;

/**
 * How sure it is that evidence answers a question: a logistic regression over what the search and the wording tell. Its
 * weights come from the calibration described in ADR 0004.
 *
 * @param similarity best cosine of question and passage
 * @param answeredShare share of the question's terms, weighted by rarity, in the best passage
 */
record Confidence(double similarity, double answeredShare) {
    private static final double BIAS = -15.15;
    private static final double PER_SIMILARITY = 22.7;
    private static final double PER_SHARE = 4.54;
    private static final double ENOUGH = 0.5;

    static Confidence of(List<Evidence> evidence, double answeredShare) {
        double nearest = evidence.stream()
                .mapToDouble(found -> found.scores().similarity())
                .max()
                .orElse(0);
        return new Confidence(nearest, answeredShare);
    }

    /** Probability that the evidence answers the question, 0 to 1. */
    double probability() {
        return 1 / (1 + Math.exp(-(BIAS + PER_SIMILARITY * similarity + PER_SHARE * answeredShare)));
    }

    boolean isEnough() {
        return probability() >= ENOUGH;
    }
}
