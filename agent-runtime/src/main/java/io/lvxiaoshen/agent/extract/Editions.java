package io.lvxiaoshen.agent.extract;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Leaves out what an older edition says where the evidence holds a newer one: passages that say nearly the same under
 * titles that differ only in their date.
 */
final class Editions {
    private static final Pattern DATED = Pattern.compile("[（(【\\[]?(?:19|20)\\d\\d[^）)】\\]]*[）)】\\]]?|中华人民共和国|\\s");

    private Editions() {}

    /** Returns the passages without those that a newer edition replaces, in the same order. */
    static List<Passage> newest(List<Passage> passages) {
        List<Passage> kept = new ArrayList<>();
        for (Passage passage : passages) {
            if (passages.stream().noneMatch(other -> replaces(other, passage))) {
                kept.add(passage);
            }
        }
        return kept;
    }

    private static boolean replaces(Passage newer, Passage older) {
        String newTitle = newer.first().documentTitle();
        String oldTitle = older.first().documentTitle();
        return !newer.first().documentId().equals(older.first().documentId())
                && Edition.of(newTitle).compareTo(Edition.of(oldTitle)) > 0
                && DATED.matcher(newTitle)
                        .replaceAll("")
                        .equals(DATED.matcher(oldTitle).replaceAll(""));
    }
}
