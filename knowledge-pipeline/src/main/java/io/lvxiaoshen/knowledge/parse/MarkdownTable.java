package io.lvxiaoshen.knowledge.parse;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * Writes a table as GitHub Flavored Markdown. Its first row is the header and as wide as the widest row; other rows end
 * with their last cell that has text, which Markdown fills up by itself.
 */
final class MarkdownTable {
    private final List<List<String>> rows = new ArrayList<>();
    private int characters;

    void row() {
        rows.add(new ArrayList<>());
    }

    void cell(String text) {
        if (rows.isEmpty()) {
            row();
        }
        String cell = CleanText.oneLine(text).replace("|", "\\|");
        characters += cell.length() + 3;
        rows.get(rows.size() - 1).add(cell);
    }

    /** Characters in it so far, about. */
    int characters() {
        return characters;
    }

    /** Returns the Markdown; empty if no cell has text. */
    @Override
    public String toString() {
        rows.removeIf(row -> row.stream().allMatch(String::isEmpty));
        int width = rows.stream().mapToInt(MarkdownTable::used).max().orElse(0);
        if (width == 0) {
            return "";
        }
        List<String> lines = new ArrayList<>();
        lines.add(line(padded(rows.get(0), width)));
        lines.add("|" + " --- |".repeat(width));
        rows.stream().skip(1).forEach(row -> lines.add(line(row.subList(0, Math.max(1, used(row))))));
        return String.join("\n", lines);
    }

    private static int used(List<String> row) {
        int width = row.size();
        while (width > 0 && row.get(width - 1).isEmpty()) {
            width--;
        }
        return width;
    }

    private static List<String> padded(List<String> row, int width) {
        List<String> cells = new ArrayList<>(row.subList(0, Math.min(row.size(), width)));
        cells.addAll(Collections.nCopies(width - cells.size(), ""));
        return cells;
    }

    private static String line(List<String> cells) {
        return "| " + String.join(" | ", cells) + " |";
    }
}
