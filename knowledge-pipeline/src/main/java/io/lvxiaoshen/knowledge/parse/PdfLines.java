package io.lvxiaoshen.knowledge.parse;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.text.PDFTextStripper;
import org.apache.pdfbox.text.TextPosition;

/** Gathers the lines of a PDF with their places. */
final class PdfLines extends PDFTextStripper {
    /** Between Chinese characters, a gap narrower than this share of the font is only spread setting. */
    private static final float WORD_GAP = 0.6f;

    private final List<PdfLine> lines = new ArrayList<>();
    private final StringBuilder text = new StringBuilder();
    private final PieceCollector target;
    private long pending;
    private float pageHeight;
    private float left;
    private float right;
    private float bottom;
    private float size;

    PdfLines(PieceCollector target) {
        this.target = target;
    }

    List<PdfLine> lines() {
        return lines;
    }

    @Override
    protected void startPage(PDPage page) throws IOException {
        boolean turned = page.getRotation() % 180 != 0;
        pageHeight = turned ? page.getCropBox().getWidth() : page.getCropBox().getHeight();
        super.startPage(page);
    }

    @Override
    protected void processTextPosition(TextPosition position) {
        pending += position.getUnicode() == null ? 0 : position.getUnicode().length();
        if ((pending & 0xFF) == 0) {
            target.expect((int) Math.min(pending, Integer.MAX_VALUE));
        }
        super.processTextPosition(position);
    }

    @Override
    protected void writeString(String word, List<TextPosition> positions) {
        if (word.isEmpty() || positions.isEmpty()) {
            return;
        }
        TextPosition first = positions.get(0);
        if (text.isEmpty()) {
            left = first.getXDirAdj();
            size = 0;
        } else if (isWordGap(first.getXDirAdj() - right, word.charAt(0))) {
            text.append(' ');
        }
        for (TextPosition position : positions) {
            right = Math.max(text.isEmpty() ? 0 : right, position.getXDirAdj() + position.getWidthDirAdj());
            size = Math.max(size, Math.max(position.getFontSizeInPt(), position.getHeightDir()));
            bottom = position.getYDirAdj();
        }
        text.append(word);
    }

    @Override
    protected void writeWordSeparator() {
        // Whether words stand apart is told from the gap, once the next word's place is known.
    }

    @Override
    protected void writeLineSeparator() {
        endLine();
    }

    @Override
    protected void writeParagraphEnd() {
        endLine();
    }

    @Override
    protected void writePageEnd() {
        endLine();
    }

    private boolean isWordGap(float gap, char next) {
        char before = text.charAt(text.length() - 1);
        boolean chinese = LineJoiner.isWide(before) && LineJoiner.isWide(next);
        return before != ' ' && (!chinese || gap > size * WORD_GAP);
    }

    private void endLine() {
        if (!text.toString().isBlank()) {
            lines.add(new PdfLine(getCurrentPageNo(), text.toString(), left, right, bottom, size, pageHeight));
        }
        text.setLength(0);
        right = 0;
    }
}
