package io.lvxiaoshen.knowledge.parse;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/** Tells running headers, running footers and page numbers from the text of pages. */
final class PageFurniture {
    /** Share of the page's height at its top and bottom where furniture stands. */
    private static final double MARGIN = 0.12;

    private static final double SHARE_OF_PAGES = 0.4;
    private static final Pattern DIGITS = Pattern.compile("[0-9０-９]+");
    private static final Pattern PAGE_NUMBER = Pattern.compile(
            "^[\\s—–\\-·.~～]*(?:第\\s*)?[0-9０-９]{1,4}(?:\\s*页)?(?:\\s*[/／，,]?\\s*(?:共\\s*)?[0-9０-９]{1,4}(?:\\s*页)?)?[\\s—–\\-·.~～]*$");

    private PageFurniture() {}

    /** Returns the lines that belong to the text. */
    static List<PdfLine> removedFrom(List<PdfLine> lines, int pages) {
        Set<String> repeated = repeated(lines, pages);
        List<PdfLine> kept = new ArrayList<>();
        for (PdfLine line : lines) {
            boolean furniture = inMargin(line)
                    && (repeated.contains(shape(line))
                            || PAGE_NUMBER.matcher(line.text()).matches());
            if (!furniture) {
                kept.add(line);
            }
        }
        return kept;
    }

    private static Set<String> repeated(List<PdfLine> lines, int pages) {
        Map<String, Set<Integer>> seenOn = new HashMap<>();
        for (PdfLine line : lines) {
            if (inMargin(line)) {
                seenOn.computeIfAbsent(shape(line), shape -> new HashSet<>()).add(line.page());
            }
        }
        double least = Math.max(2, pages * SHARE_OF_PAGES);
        seenOn.values().removeIf(on -> on.size() < least);
        return seenOn.keySet();
    }

    private static boolean inMargin(PdfLine line) {
        return line.bottom() < line.height() * MARGIN || line.bottom() > line.height() * (1 - MARGIN);
    }

    /** Lines that differ only in numbers and stand at the same height count as the same. */
    private static String shape(PdfLine line) {
        return Math.round(line.bottom() / 4) + " "
                + DIGITS.matcher(line.text().strip()).replaceAll("#");
    }
}
