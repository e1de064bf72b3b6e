package io.lvxiaoshen.agent.extract;

import java.util.List;

/**
 * A word or a pair of characters that an answer should speak of.
 *
 * @param spellings any of which will do
 * @param weight share in the question, more than 0
 * @param grammatical whether it may be an accident of grammar: counts only where a source has it
 */
record Term(List<String> spellings, double weight, boolean grammatical) {
    Term {
        spellings = List.copyOf(spellings);
    }

    Term heavier(double factor) {
        return new Term(spellings, weight * factor, grammatical);
    }

    boolean in(String folded) {
        for (String spelling : spellings) {
            if (folded.contains(spelling)) {
                return true;
            }
        }
        return false;
    }
}
