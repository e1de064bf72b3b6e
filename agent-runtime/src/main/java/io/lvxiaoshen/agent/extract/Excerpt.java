package io.lvxiaoshen.agent.extract;

import io.lvxiaoshen.agent.conversation.Citation;
import io.lvxiaoshen.rag.Evidence;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * An answer of quoted units.
 *
 * @param pieces the text, a unit each; joined they are the answer
 * @param citations one for each stretch of a source that was quoted, numbered in order of appearance
 */
record Excerpt(List<String> pieces, List<Citation> citations) {
    private static final String HARD_BREAK = "  \n";

    Excerpt {
        pieces = List.copyOf(pieces);
        citations = List.copyOf(citations);
    }

    static Excerpt of(Map<Passage, List<Unit>> selection) {
        List<String> pieces = new ArrayList<>();
        List<Citation> citations = new ArrayList<>();
        selection.forEach((passage, units) -> {
            for (Span stretch : passage.stretches()) {
                List<Unit> here = units.stream()
                        .filter(unit -> unit.start() >= stretch.start() && unit.end() <= stretch.end())
                        .toList();
                if (!here.isEmpty()) {
                    citations.add(citation(citations.size() + 1, passage.first(), stretch, here));
                    here.forEach(unit -> pieces.add(piece(unit, citations.size(), pieces.isEmpty())));
                }
            }
        });
        return new Excerpt(pieces, citations);
    }

    String text() {
        return String.join("", pieces);
    }

    private static String piece(Unit unit, int number, boolean first) {
        boolean table = unit.parts().get(0).text().startsWith("|");
        String text = unit.parts().stream().map(Span::text).collect(Collectors.joining(table ? "\n" : HARD_BREAK));
        return (first ? "" : "\n\n") + text + (table ? "\n\n" : "") + "[" + number + "]";
    }

    private static Citation citation(int number, Evidence source, Span stretch, List<Unit> units) {
        int start = units.get(0).start();
        int end = units.get(units.size() - 1).end();
        return new Citation(
                number,
                source.knowledgeBaseId(),
                source.documentId(),
                source.documentTitle(),
                source.headingPath(),
                source.article(),
                start,
                end,
                stretch.text().substring(start - stretch.start(), end - stretch.start()));
    }
}
