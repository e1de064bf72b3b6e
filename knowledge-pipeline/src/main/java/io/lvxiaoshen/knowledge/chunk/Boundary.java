package io.lvxiaoshen.knowledge.chunk;

import io.lvxiaoshen.knowledge.statute.Numbering;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BiPredicate;

/** Where a text may be cut, the best places first. */
enum Boundary {
    /** Before a paragraph (款) that is not an item of the one before. */
    PARAGRAPH((text, at) -> text.charAt(at - 1) == '\n' && !opensItem(text, at)),
    /** Before any line: an item (项) or a row of a table. */
    LINE((text, at) -> text.charAt(at - 1) == '\n'),
    /** After a sentence and the marks that close it. */
    SENTENCE((text, at) -> endsWith(text, at, "。！？!?；;") && !isClosing(text.charAt(at))),
    /** After a clause. */
    CLAUSE((text, at) -> endsWith(text, at, "，,、：: \t|") && !isClosing(text.charAt(at)));

    private static final int ITEM_LOOK_AHEAD = 12;

    private final BiPredicate<String, Integer> allows;

    Boundary(BiPredicate<String, Integer> allows) {
        this.allows = allows;
    }

    /** Returns the parts of {@code span} between these boundaries; blanks between them are left out. */
    List<Span> parts(String text, Span span) {
        List<Span> parts = new ArrayList<>();
        int start = span.start();
        for (int at = start + 1; at < span.end(); at++) {
            if (allows.test(text, at)) {
                trimmed(text, start, at).ifPresent(parts::add);
                start = at;
            }
        }
        trimmed(text, start, span.end()).ifPresent(parts::add);
        return parts;
    }

    /** Returns the range without blanks at its ends; empty if nothing remains. */
    static Optional<Span> trimmed(String text, int start, int end) {
        int from = start;
        int to = end;
        while (from < to && isBlank(text.charAt(from))) {
            from++;
        }
        while (to > from && isBlank(text.charAt(to - 1))) {
            to--;
        }
        return from < to ? Optional.of(new Span(from, to)) : Optional.empty();
    }

    private static boolean isBlank(char c) {
        return Character.isWhitespace(c) || c == '\u3000' || c == '\u00a0';
    }

    private static boolean opensItem(String text, int at) {
        return text.charAt(at) == '|'
                || Numbering.isItem(text.substring(at, Math.min(text.length(), at + ITEM_LOOK_AHEAD)));
    }

    private static boolean endsWith(String text, int at, String marks) {
        char before = text.charAt(at - 1);
        if (isClosing(before) && at > 1) {
            before = text.charAt(at - 2);
        }
        return marks.indexOf(before) >= 0;
    }

    private static boolean isClosing(char c) {
        return "”’」』）)》】".indexOf(c) >= 0;
    }
}
