package io.lvxiaoshen.knowledge;

import org.jspecify.annotations.Nullable;

/**
 * A piece of a parsed document, in reading order. The text of a document is its elements' texts joined by one line feed,
 * and offsets count UTF-16 code units of that text.
 *
 * @param ordinal position among the document's elements, from 0
 * @param type what it is
 * @param level of a heading, from 1; 0 for everything else
 * @param text never blank, without a line feed at either end
 * @param start offset of the first character in the document's text
 * @param end offset after the last character; {@code end - start == text.length()}
 * @param page from 1; null where the format has no pages
 */
public record Element(
        int ordinal,
        ElementType type,
        int level,
        String text,
        int start,
        int end,
        @Nullable Integer page) {
    public Element {
        if (text.isBlank() || end - start != text.length() || start < 0 || level < 0) {
            throw new IllegalArgumentException("inconsistent element " + ordinal + " at " + start + "–" + end);
        }
    }
}
