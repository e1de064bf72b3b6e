package io.lvxiaoshen.knowledge.parse;

import io.lvxiaoshen.knowledge.ElementType;
import org.jspecify.annotations.Nullable;

/** An element before it has its place in the document's text. Only a table's text may hold line feeds. */
record Piece(
        ElementType type, int level, String text, @Nullable Integer page) {

    Piece as(ElementType newType, int newLevel) {
        return new Piece(newType, newLevel, text, page);
    }

    Piece withText(String newText) {
        return new Piece(type, level, newText, page);
    }
}
