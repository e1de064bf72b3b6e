package io.lvxiaoshen.knowledge.parse;

import io.lvxiaoshen.knowledge.ElementType;
import io.lvxiaoshen.knowledge.FileRefusedException;
import io.lvxiaoshen.knowledge.RefusalReason;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Takes what a reader finds, cleans it and holds to the limit of text. Used by one thread. */
final class PieceCollector {
    private static final int LONGEST_HEADING = 200;

    private final List<Piece> pieces = new ArrayList<>();
    private final int maxCharacters;
    private final Deadline deadline;
    private long characters;

    PieceCollector(int maxCharacters, Deadline deadline) {
        this.maxCharacters = maxCharacters;
        this.deadline = deadline;
    }

    Deadline deadline() {
        return deadline;
    }

    void heading(int level, String text, @Nullable Integer page) {
        String line = CleanText.oneLine(text);
        if (line.length() > LONGEST_HEADING) {
            lines(ElementType.PARAGRAPH, text, page);
        } else {
            add(new Piece(ElementType.HEADING, level, line, page));
        }
    }

    /** Adds a paragraph, or several where {@code text} has line feeds. */
    void paragraph(String text, @Nullable Integer page) {
        lines(ElementType.PARAGRAPH, text, page);
    }

    /** Adds a list's entry; lines after its first are paragraphs. */
    void listItem(String text, @Nullable Integer page) {
        lines(ElementType.LIST_ITEM, text, page);
    }

    void table(String markdown, @Nullable Integer page) {
        add(new Piece(ElementType.TABLE, 0, CleanText.table(markdown), page));
    }

    List<Piece> pieces() {
        return pieces;
    }

    /** Stops a reader whose text, not yet added, is already too long with {@code pending} more characters. */
    void expect(int pending) {
        deadline.check();
        if (characters + pending > maxCharacters) {
            throw new FileRefusedException(RefusalReason.TEXT_TOO_LONG, String.format("%,d", maxCharacters));
        }
    }

    private void lines(ElementType type, String text, @Nullable Integer page) {
        ElementType next = type;
        for (String line : text.split("\n", -1)) {
            String clean = CleanText.line(line);
            if (!clean.isEmpty()) {
                add(new Piece(next, 0, clean, page));
                next = ElementType.PARAGRAPH;
            }
        }
    }

    private void add(Piece piece) {
        expect(piece.text().length() + 1);
        if (!piece.text().isBlank()) {
            characters += piece.text().length() + 1;
            pieces.add(piece);
        }
    }
}
