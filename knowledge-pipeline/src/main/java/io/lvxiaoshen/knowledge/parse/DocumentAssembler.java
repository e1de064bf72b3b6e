package io.lvxiaoshen.knowledge.parse;

import io.lvxiaoshen.knowledge.Element;
import io.lvxiaoshen.knowledge.ElementType;
import io.lvxiaoshen.knowledge.ParsedDocument;
import java.util.ArrayList;
import java.util.List;

/** Gives every piece its place in the document's text. */
final class DocumentAssembler {
    private DocumentAssembler() {}

    /** Puts at least one piece together. */
    static ParsedDocument assemble(Format format, List<Piece> pieces, int pages) {
        StringBuilder text = new StringBuilder();
        List<Element> elements = new ArrayList<>(pieces.size());
        for (Piece piece : pieces) {
            if (!text.isEmpty()) {
                text.append('\n');
            }
            int start = text.length();
            text.append(piece.text());
            elements.add(new Element(
                    elements.size(), piece.type(), piece.level(), piece.text(), start, text.length(), piece.page()));
        }
        return new ParsedDocument(title(format, pieces), format.mediaType(), text.toString(), elements, pages);
    }

    private static String title(Format format, List<Piece> pieces) {
        return pieces.stream()
                .filter(piece -> piece.type() == ElementType.HEADING && piece.level() == 1)
                .map(Piece::text)
                .findFirst()
                .orElseGet(() -> withoutEnding(format.name()));
    }

    private static String withoutEnding(String name) {
        int dot = name.lastIndexOf('.');
        String stem = (dot > 0 ? name.substring(0, dot) : name).strip();
        return stem.isEmpty() ? name : stem;
    }
}
