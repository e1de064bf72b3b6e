package io.lvxiaoshen.agent.extract;

import java.util.List;

/**
 * The smallest piece that an answer quotes: a sentence, or a lead-in such as 「有下列情形之一的：」 with the items that
 * complete it, or a table.
 *
 * @param passage where it stands
 * @param position among the passage's units, from 0
 * @param parts a single sentence; or the lead-in and its items; or a table's head and its rows
 * @param folded the text for matching, see {@link Folding}
 */
record Unit(Passage passage, int position, List<Span> parts, String folded) {
    Unit {
        parts = List.copyOf(parts);
    }

    static Unit of(Passage passage, int position, List<Span> parts) {
        StringBuilder text = new StringBuilder();
        parts.forEach(part -> text.append(part.text()).append('\n'));
        return new Unit(passage, position, parts, Folding.fold(text));
    }

    int start() {
        return parts.get(0).start();
    }

    int end() {
        return parts.get(parts.size() - 1).end();
    }

    int length() {
        return parts.stream().mapToInt(part -> part.text().length()).sum();
    }

    boolean isList() {
        return parts.size() > 1;
    }

    /** Whether this is a whole statement rather than a heading or a label. */
    boolean isStatement() {
        Span last = parts.get(parts.size() - 1);
        char end = last.text().charAt(last.text().length() - 1);
        return "。！？；!?;”」』）)|".indexOf(end) >= 0;
    }
}
