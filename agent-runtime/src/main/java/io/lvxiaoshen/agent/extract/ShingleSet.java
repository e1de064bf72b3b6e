package io.lvxiaoshen.agent.extract;

import java.util.HashSet;
import java.util.Set;

/**
 * The pairs of neighbouring characters of a text, to tell near-duplicates (Broder 1997: resemblance and containment).
 *
 * @param pairs two characters each, packed into one number
 */
record ShingleSet(Set<Integer> pairs) {
    private static final double NEARLY = 0.75;

    static ShingleSet of(Unit unit) {
        String text = unit.folded();
        Set<Integer> pairs = new HashSet<>();
        int last = -1;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (!Character.isLetterOrDigit(c)) {
                continue;
            }
            if (last >= 0) {
                pairs.add(last << 16 | c);
            }
            last = c;
        }
        return new ShingleSet(pairs);
    }

    /** Whether the smaller text stands almost wholly in the larger. */
    boolean nearlyEquals(ShingleSet other) {
        Set<Integer> small = pairs.size() <= other.pairs.size() ? pairs : other.pairs;
        Set<Integer> large = small == pairs ? other.pairs : pairs;
        long shared = small.stream().filter(large::contains).count();
        return !small.isEmpty() && shared >= NEARLY * small.size();
    }
}
