package io.lvxiaoshen.knowledge.parse;

import java.nio.file.Path;
import java.util.Arrays;

/** Plain text: a line is a paragraph, unless the file is wrapped at a fixed width. */
final class PlainTextReader implements FormatReader {
    /** In columns; a file with longer lines than the widest is not wrapped, one with shorter ones is a list. */
    private static final int WIDEST_WRAP = 140;

    private static final int NARROWEST_WRAP = 56;

    @Override
    public int read(Path file, Format format, PieceCollector target) {
        String[] lines = TextFile.read(file, target.deadline()).split("\r\n|[\n\r\f\u0085\u2028\u2029]", -1);
        int wrap = wrapWidth(lines);
        LineJoiner joiner = new LineJoiner(target);
        for (String line : lines) {
            boolean full = wrap > 0 && columns(line) >= wrap * (endsWide(line) ? 0.92 : 0.8);
            boolean begins = line.startsWith(" ") || line.startsWith("\u3000") || line.startsWith("\t");
            joiner.add(new TextLine(line, full, begins, null));
        }
        joiner.flush();
        return 0;
    }

    /** Returns the width that lines were wrapped at; 0 if they were not. */
    private static int wrapWidth(String[] lines) {
        int[] widths = Arrays.stream(lines)
                .filter(line -> !line.isBlank())
                .mapToInt(PlainTextReader::columns)
                .sorted()
                .toArray();
        if (widths.length < 4) {
            return 0;
        }
        int longest = widths[widths.length - 1];
        int common = widths[widths.length * 3 / 4];
        boolean wrapped = longest <= WIDEST_WRAP && common >= NARROWEST_WRAP && common >= longest * 0.85;
        return wrapped ? longest : 0;
    }

    private static boolean endsWide(String line) {
        String text = line.stripTrailing();
        return !text.isEmpty() && LineJoiner.isWide(text.charAt(text.length() - 1));
    }

    private static int columns(String line) {
        return line.stripTrailing()
                .chars()
                .map(c -> LineJoiner.isWide((char) c) ? 2 : 1)
                .sum();
    }
}
