package io.lvxiaoshen.agent.extract;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Chooses which units make the answer: those of the best article first, then what other articles add. A short article is
 * quoted whole unless the question is after a single fact; a sentence that points back at the one before it brings that
 * one along; what another source says in nearly the same words is left out.
 */
final class Selection {
    /** Longest answer in characters, without citation numbers. */
    static final int LONGEST = 600;

    private static final int MOST_UNITS = 5;
    private static final int SHORT_ARTICLE = 200;
    private static final double NEAR_BEST_HERE = 0.4;
    private static final double NEAR_BEST_ELSEWHERE = 0.2;
    private static final int MOST_PASSAGES = 3;
    private static final List<String> POINTING_BACK =
            List.of("前款", "前项", "该", "其", "上述", "前述", "违反前", "有前", "但", "对前", "依照前", "因前");

    private final boolean pointed;
    private final Relevance relevance;
    private final Map<Passage, List<Unit>> passages;
    private final Map<Passage, TreeMap<Integer, Unit>> chosen = new LinkedHashMap<>();
    private final Map<Unit, ShingleSet> shingles = new HashMap<>();
    private int length;
    private int count;
    private boolean shortened;

    private Selection(boolean pointed, Relevance relevance, Map<Passage, List<Unit>> passages) {
        this.pointed = pointed;
        this.relevance = relevance;
        this.passages = passages;
    }

    /**
     * Chooses.
     *
     * @param candidates best first, at least one
     */
    static Selection of(
            Question question, Relevance relevance, List<Candidate> candidates, Map<Passage, List<Unit>> passages) {
        Selection selection = new Selection(question.isPointed(), relevance, passages);
        selection.choose(candidates);
        return selection;
    }

    /** Returns the units of the answer by passage, the best passage first, each in reading order. */
    Map<Passage, List<Unit>> units() {
        Map<Passage, List<Unit>> units = new LinkedHashMap<>();
        chosen.forEach((passage, byPosition) -> units.put(passage, List.copyOf(byPosition.values())));
        return units;
    }

    /** Whether a list was too long to be quoted whole. */
    boolean isShortened() {
        return shortened;
    }

    private void choose(List<Candidate> candidates) {
        Candidate best = candidates.get(0);
        Passage passage = best.unit().passage();
        takeFirst(best.unit());
        List<Unit> article = passages.getOrDefault(passage, List.of());
        int articleLength = article.stream().mapToInt(Unit::length).sum();
        if (!pointed && articleLength <= SHORT_ARTICLE) {
            article.stream().filter(Unit::isStatement).forEach(this::take);
        }
        for (Candidate candidate : candidates) {
            boolean here = candidate.unit().passage() == passage;
            double bar = best.score() - (here ? NEAR_BEST_HERE : NEAR_BEST_ELSEWHERE);
            if (candidate.score() >= bar
                    && candidate.coverage() > 0
                    && candidate.unit().isStatement()) {
                take(candidate.unit());
            }
        }
    }

    /** The best unit is always quoted; of a list that is too long, the lead-in and the items that fit the question. */
    private void takeFirst(Unit unit) {
        if (unit.length() <= LONGEST) {
            take(unit);
            return;
        }
        shortened = true;
        List<Span> byRelevance = unit.parts().stream()
                .skip(1)
                .sorted(Comparator.comparingDouble(part -> -relevance.coverage(Folding.fold(part.text()))))
                .toList();
        List<Span> parts = new ArrayList<>(unit.parts().subList(0, 1));
        int room = LONGEST - parts.get(0).text().length();
        for (Span part : byRelevance) {
            if (part.text().length() <= room) {
                room -= part.text().length();
                parts.add(part);
            }
        }
        parts.sort(Comparator.comparingInt(Span::start));
        take(Unit.of(unit.passage(), unit.position(), parts));
    }

    private void take(Unit unit) {
        TreeMap<Integer, Unit> siblings = chosen.get(unit.passage());
        if (siblings != null && siblings.containsKey(unit.position())) {
            return;
        }
        List<Unit> needed = withWhatItPointsAt(unit);
        int added = needed.stream().mapToInt(Unit::length).sum();
        boolean first = chosen.isEmpty();
        if (!first
                && (count + needed.size() > MOST_UNITS
                        || length + added > LONGEST
                        || (siblings == null && chosen.size() >= MOST_PASSAGES)
                        || repeats(unit))) {
            return;
        }
        for (Unit each : needed) {
            if (chosen.computeIfAbsent(each.passage(), key -> new TreeMap<>()).putIfAbsent(each.position(), each)
                    == null) {
                length += each.length();
                count++;
            }
        }
    }

    private List<Unit> withWhatItPointsAt(Unit unit) {
        List<Unit> article = passages.getOrDefault(unit.passage(), List.of());
        List<Unit> needed = new ArrayList<>(List.of(unit));
        while (needed.size() < 3
                && needed.get(0).position() > 0
                && POINTING_BACK.stream().anyMatch(needed.get(0).parts().get(0).text()::startsWith)) {
            needed.add(0, article.get(needed.get(0).position() - 1));
        }
        boolean fits = needed.stream().mapToInt(Unit::length).sum() <= LONGEST;
        return fits ? needed : List.of(unit);
    }

    private boolean repeats(Unit unit) {
        ShingleSet own = shingles.computeIfAbsent(unit, ShingleSet::of);
        return chosen.values().stream()
                .flatMap(units -> units.values().stream())
                .anyMatch(other -> own.nearlyEquals(shingles.computeIfAbsent(other, ShingleSet::of)));
    }
}
