package io.lvxiaoshen.knowledge.chunk;

import java.util.ArrayList;
import java.util.List;

/**
 * Cuts a span that is too long at the widest boundary that helps: between paragraphs with their items, between items,
 * after sentences, after clauses, and only then anywhere. Neighbours are put together again while they fit.
 */
final class Cutter {
    private final String text;
    private final int maximum;

    Cutter(String text, int maximum) {
        this.text = text;
        this.maximum = maximum;
    }

    /**
     * Cuts {@code span}.
     *
     * @param target neighbours are put together up to this length
     */
    List<Span> cut(Span span, int target) {
        return cut(span, 0, target);
    }

    private List<Span> cut(Span span, int level, int target) {
        if (span.length() <= maximum && (level > 0 || span.length() <= target)) {
            return List.of(span);
        }
        if (level == Boundary.values().length) {
            return cutAnywhere(span);
        }
        List<Span> parts = Boundary.values()[level].parts(text, span);
        List<Span> pieces = new ArrayList<>();
        boolean joinable = false;
        for (Span part : parts) {
            List<Span> cut = cut(part, level + 1, target);
            boolean whole = cut.size() == 1;
            Span last = pieces.isEmpty() ? null : pieces.get(pieces.size() - 1);
            if (whole && joinable && last != null && last.to(part).length() <= target) {
                pieces.set(pieces.size() - 1, last.to(part));
            } else {
                pieces.addAll(cut);
            }
            joinable = whole;
        }
        return pieces;
    }

    private List<Span> cutAnywhere(Span span) {
        List<Span> pieces = new ArrayList<>();
        int start = span.start();
        while (start < span.end()) {
            int end = Math.min(span.end(), start + maximum);
            if (end < span.end() && Character.isHighSurrogate(text.charAt(end - 1))) {
                end--;
            }
            Boundary.trimmed(text, start, end).ifPresent(pieces::add);
            start = end;
        }
        return pieces;
    }
}
