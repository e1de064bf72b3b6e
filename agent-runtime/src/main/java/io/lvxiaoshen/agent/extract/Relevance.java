package io.lvxiaoshen.agent.extract;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * How much of a question the passages speak of. Terms weigh by their inverse document frequency over the passages found
 * (Robertson and Spärck Jones, with ½ added), so that what all passages share tells little.
 */
final class Relevance {
    private final List<Term> terms;
    private final double[] weights;
    private final Map<Passage, boolean[]> held = new HashMap<>();
    private final double foundWeight;
    private final double wholeWeight;

    Relevance(Question question, Map<Passage, List<Unit>> passages) {
        terms = question.terms();
        weights = new double[terms.size()];
        int[] frequency = new int[terms.size()];
        passages.forEach((passage, units) -> {
            boolean[] holds = heldBy(passage, units);
            held.put(passage, holds);
            for (int i = 0; i < holds.length; i++) {
                frequency[i] += holds[i] ? 1 : 0;
            }
        });
        double found = 0;
        double whole = 0;
        for (int i = 0; i < weights.length; i++) {
            Term term = terms.get(i);
            double rarity = Math.log(1 + (passages.size() + 0.5) / (frequency[i] + 0.5));
            weights[i] = term.weight() * rarity;
            found += frequency[i] > 0 ? weights[i] : 0;
            whole += frequency[i] > 0 || !term.grammatical() ? weights[i] : 0;
        }
        foundWeight = found;
        wholeWeight = whole;
    }

    /** Share of what any passage holds that the unit itself holds, 0 to 1. */
    double coverage(Unit unit) {
        return coverage(unit.folded());
    }

    /** The same for any folded text. */
    double coverage(String folded) {
        double weight = 0;
        for (int i = 0; i < weights.length; i++) {
            weight += terms.get(i).in(folded) ? weights[i] : 0;
        }
        return foundWeight == 0 ? 0 : weight / foundWeight;
    }

    /** The same for a passage with its headings. */
    double coverage(Passage passage) {
        return foundWeight == 0 ? 0 : weight(passage) / foundWeight;
    }

    /** The same for the title of a passage's document alone. */
    double titleCoverage(Passage passage) {
        return coverage(Folding.fold(passage.first().documentTitle()));
    }

    /** Share of the whole question that the passage holds, 0 to 1; terms that no passage holds count in full. */
    double answeredShare(Passage passage) {
        return wholeWeight == 0 ? 0 : weight(passage) / wholeWeight;
    }

    private double weight(Passage passage) {
        boolean[] holds = held.getOrDefault(passage, new boolean[weights.length]);
        double weight = 0;
        for (int i = 0; i < weights.length; i++) {
            weight += holds[i] ? weights[i] : 0;
        }
        return weight;
    }

    private boolean[] heldBy(Passage passage, List<Unit> units) {
        String headings = Folding.fold(passage.first().documentTitle()
                + ' '
                + String.join(" ", passage.first().headingPath()));
        boolean[] holds = new boolean[terms.size()];
        for (int i = 0; i < holds.length; i++) {
            Term term = terms.get(i);
            holds[i] = term.in(headings) || units.stream().anyMatch(unit -> term.in(unit.folded()));
        }
        return holds;
    }
}
