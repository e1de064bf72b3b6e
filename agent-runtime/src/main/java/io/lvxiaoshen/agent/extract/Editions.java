package io.lvxiaoshen.agent.extract;

import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Evidence of which only the newest edition of each text is left. Documents are editions of one text if their titles
 * differ at most in a date and they are statutes (their passages are articles) or dated. The later date is newer; where
 * titles do not tell, the document that was stored later is (ids are in order of time).
 *
 * @param passages those of newest editions, in the order given
 * @param replaced titles of which an older edition was left out
 */
record Editions(List<Passage> passages, Set<String> replaced) {
    private static final Pattern DATE = Pattern.compile("[（(【\\[]?(?:19|20)\\d\\d[^）)】\\]]*[）)】\\]]?|中华人民共和国|\\s");
    private static final Comparator<Passage> BY_AGE = Comparator.comparing(
                    (Passage passage) -> Edition.of(passage.first().documentTitle()))
            .thenComparing(passage -> passage.first().documentId());

    static Editions newestOf(List<Passage> passages) {
        Map<String, Passage> newest = new HashMap<>();
        for (Passage passage : passages) {
            String text = text(passage);
            if (text != null) {
                newest.merge(text, passage, (a, b) -> BY_AGE.compare(a, b) >= 0 ? a : b);
            }
        }
        Set<String> replaced = new HashSet<>();
        List<Passage> kept = passages.stream()
                .filter(passage -> {
                    Passage best = newest.getOrDefault(String.valueOf(text(passage)), passage);
                    boolean current = document(best).equals(document(passage));
                    if (!current) {
                        replaced.add(best.first().documentTitle());
                    }
                    return current;
                })
                .toList();
        return new Editions(kept, replaced);
    }

    /** Names the text that a passage belongs to; null if its document is not one of which there are editions. */
    private static @Nullable String text(Passage passage) {
        String title = passage.first().documentTitle();
        String undated = DATE.matcher(title).replaceAll("");
        boolean dated = Edition.of(title).year() > 0;
        return dated || Objects.nonNull(passage.first().article()) ? undated : null;
    }

    private static UUID document(Passage passage) {
        return passage.first().documentId();
    }
}
