package io.lvxiaoshen.agent.extract;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Splits a passage into units. Sentences end at 。！？ with the closing marks behind them; a paragraph ends a sentence in
 * any case. A line that ends in a colon opens a list, which takes in the numbered lines that follow.
 */
final class UnitSplitter {
    private static final Pattern ITEM =
            Pattern.compile("[（(][一二三四五六七八九十百零〇\\d]{1,4}[）)]|[一二三四五六七八九十]{1,3}、|\\d{1,3}[.．、)）]|[①-⑳]|[-*•·]\\s");
    private static final String ENDS = "。！？!?";
    private static final String CLOSERS = "”’」』）)》\"'";

    private final Passage passage;
    private final List<Unit> units = new ArrayList<>();
    private final List<Span> open = new ArrayList<>();
    private boolean table;

    private UnitSplitter(Passage passage) {
        this.passage = passage;
    }

    /** Returns the passage's units in reading order. */
    static List<Unit> split(Passage passage) {
        UnitSplitter splitter = new UnitSplitter(passage);
        for (Span stretch : passage.stretches()) {
            splitter.lines(stretch);
            splitter.close();
        }
        return splitter.units;
    }

    private void lines(Span stretch) {
        String text = stretch.text();
        for (int from = 0; from < text.length(); ) {
            int to = text.indexOf('\n', from);
            to = to < 0 ? text.length() : to;
            int start = from;
            while (start < to && isBlank(text.charAt(start))) {
                start++;
            }
            int end = to;
            while (end > start && isBlank(text.charAt(end - 1))) {
                end--;
            }
            if (end > start) {
                line(new Span(text.substring(start, end), stretch.start() + start));
            }
            from = to + 1;
        }
    }

    private void line(Span line) {
        if (line.text().charAt(0) == '|') {
            if (!table) {
                close();
            }
            table = true;
            open.add(line);
            return;
        }
        if (!table && !open.isEmpty() && ITEM.matcher(line.text()).lookingAt()) {
            open.add(line);
            return;
        }
        close();
        sentences(line);
    }

    private void sentences(Span line) {
        String text = line.text();
        int from = 0;
        for (int i = 0; i < text.length(); i++) {
            if (ENDS.indexOf(text.charAt(i)) < 0) {
                continue;
            }
            while (i + 1 < text.length() && (CLOSERS + ENDS).indexOf(text.charAt(i + 1)) >= 0) {
                i++;
            }
            add(List.of(part(line, from, i + 1)));
            from = i + 1;
            while (from < text.length() && isBlank(text.charAt(from))) {
                from++;
            }
            i = from - 1;
        }
        if (from >= text.length()) {
            return;
        }
        Span rest = part(line, from, text.length());
        char end = text.charAt(text.length() - 1);
        if (end == '：' || end == ':') {
            open.add(rest);
        } else {
            add(List.of(rest));
        }
    }

    private void close() {
        if (!open.isEmpty()) {
            add(open);
            open.clear();
        }
        table = false;
    }

    private void add(List<Span> parts) {
        units.add(Unit.of(passage, units.size(), parts));
    }

    private static Span part(Span line, int from, int to) {
        return new Span(line.text().substring(from, to), line.start() + from);
    }

    private static boolean isBlank(char c) {
        return Character.isWhitespace(c) || c == '\u00a0' || c == '\u3000' || c == '\ufeff';
    }
}
