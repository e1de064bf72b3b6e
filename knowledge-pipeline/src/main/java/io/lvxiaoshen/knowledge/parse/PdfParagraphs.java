package io.lvxiaoshen.knowledge.parse;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Headings and paragraphs of a PDF, told from the places of its lines: a heading is set larger than the text, a paragraph
 * goes on while lines reach the right margin.
 */
final class PdfParagraphs {
    private static final double HEADING_SCALE = 1.15;
    private static final int LONGEST_HEADING = 80;
    private static final int LEVELS = 6;

    private final List<PdfLine> lines;
    private final PieceCollector target;
    private final Map<Float, Integer> headingLevels;
    private final ColumnMargins margins;

    PdfParagraphs(List<PdfLine> lines, PieceCollector target) {
        this.lines = lines;
        this.target = target;
        this.headingLevels = headingLevels(lines);
        this.margins = new ColumnMargins(lines);
    }

    void write() {
        LineJoiner joiner = new LineJoiner(target);
        PdfLine before = null;
        StringBuilder heading = new StringBuilder();
        for (PdfLine line : lines) {
            boolean sameHeading = !heading.isEmpty() && before != null && isHeading(line) && continues(before, line);
            if (!heading.isEmpty() && !sameHeading) {
                endHeading(heading, before);
            }
            if (isHeading(line)) {
                joiner.flush();
                String text = line.text().strip();
                heading.append(
                                heading.isEmpty()
                                        ? ""
                                        : LineJoiner.glue(heading.charAt(heading.length() - 1), text.charAt(0)))
                        .append(text);
            } else {
                joiner.add(new TextLine(line.text(), margins.isFull(line), begins(line, before), line.page()));
            }
            before = line;
        }
        joiner.flush();
        endHeading(heading, before);
    }

    private void endHeading(StringBuilder heading, @Nullable PdfLine last) {
        if (!heading.isEmpty() && last != null) {
            target.heading(headingLevels.getOrDefault(rounded(last.size()), 1), heading.toString(), last.page());
            heading.setLength(0);
        }
    }

    private boolean isHeading(PdfLine line) {
        String text = line.text().strip();
        return headingLevels.containsKey(rounded(line.size()))
                && text.length() <= LONGEST_HEADING
                && text.codePoints().anyMatch(Character::isLetter)
                && !LineJoiner.endsSentence(text);
    }

    private static boolean continues(PdfLine before, PdfLine line) {
        float step = line.bottom() - before.bottom();
        return before.page() == line.page()
                && rounded(before.size()) == rounded(line.size())
                && step > 0
                && step < before.size() * 2;
    }

    private boolean begins(PdfLine line, @Nullable PdfLine before) {
        boolean apart = before != null
                && before.page() == line.page()
                && line.bottom() - before.bottom() > 2.6f * Math.max(before.size(), line.size());
        return apart || margins.isIndented(line);
    }

    private static Map<Float, Integer> headingLevels(List<PdfLine> lines) {
        Map<Float, Integer> characters = new HashMap<>();
        lines.forEach(line -> characters.merge(rounded(line.size()), line.text().length(), Integer::sum));
        float body = characters.entrySet().stream()
                .max(Map.Entry.comparingByValue())
                .map(Map.Entry::getKey)
                .orElse(0f);
        List<Float> larger = new ArrayList<>(characters.keySet());
        larger.removeIf(size -> size < body * HEADING_SCALE);
        larger.sort(Comparator.reverseOrder());
        Map<Float, Integer> levels = new HashMap<>();
        larger.forEach(size -> levels.put(size, Math.min(LEVELS, levels.size() + 1)));
        return levels;
    }

    private static float rounded(float size) {
        return Math.round(size * 2) / 2f;
    }
}
