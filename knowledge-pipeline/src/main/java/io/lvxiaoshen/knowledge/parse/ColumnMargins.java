package io.lvxiaoshen.knowledge.parse;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Where the text of each column of a PDF begins and ends; a document's pages are taken to be alike. */
final class ColumnMargins {
    /** Lines whose left ends are further apart than this, in points, stand in different columns. */
    private static final float COLUMN = 48;

    /** Share of a column's lines that may end left of its margin; titles across columns end to the right of it. */
    private static final double REACH = 0.85;

    private final Map<Integer, Margins> columns = new HashMap<>();

    ColumnMargins(List<PdfLine> lines) {
        Map<Integer, List<PdfLine>> byColumn = new HashMap<>();
        for (PdfLine line : lines) {
            for (int side = -1; side <= 1; side++) {
                byColumn.computeIfAbsent(column(line) + side, column -> new ArrayList<>())
                        .add(line);
            }
        }
        byColumn.forEach((column, inColumn) -> columns.put(column, margins(inColumn)));
    }

    /** Returns whether the line reaches its column's right margin. */
    boolean isFull(PdfLine line) {
        return line.right() >= of(line).right() - 1.6f * line.size();
    }

    /** Returns whether the line begins right of its column's left margin. */
    boolean isIndented(PdfLine line) {
        return line.left() > of(line).left() + 1.2f * line.size();
    }

    private Margins of(PdfLine line) {
        return columns.getOrDefault(column(line), new Margins(line.left(), line.right()));
    }

    private static int column(PdfLine line) {
        return Math.round(line.left() / COLUMN);
    }

    private static Margins margins(List<PdfLine> lines) {
        Map<Integer, Integer> lefts = new HashMap<>();
        lines.forEach(line -> lefts.merge(Math.round(line.left()), 1, Integer::sum));
        int left = Collections.max(
                        lefts.entrySet(),
                        Map.Entry.<Integer, Integer>comparingByValue()
                                .thenComparing(Map.Entry.comparingByKey(Comparator.reverseOrder())))
                .getKey();
        List<Float> rights = lines.stream().map(PdfLine::right).sorted().toList();
        return new Margins(left, rights.get((int) (REACH * (rights.size() - 1))));
    }

    private record Margins(float left, float right) {}
}
