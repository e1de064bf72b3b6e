package io.lvxiaoshen.knowledge;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A passage of a document that is found and cited as one. Never crosses an article of a statute.
 *
 * @param id the chunk's id
 * @param ordinal position among the document's chunks, from 0
 * @param headingPath titles above the passage, outermost first, beginning with the document's title
 * @param article the article that the passage belongs to; null outside of articles
 * @param text the passage: exactly the document's text from {@code start} to {@code end}
 * @param start offset of the first character in the document's text
 * @param end offset after the last character
 */
public record Chunk(
        UUID id,
        int ordinal,
        List<String> headingPath,
        @Nullable Article article,
        String text,
        int start,
        int end) {
    public Chunk {
        headingPath = List.copyOf(headingPath);
        if (text.isBlank() || end - start != text.length() || start < 0) {
            throw new IllegalArgumentException("inconsistent chunk " + ordinal + " at " + start + "–" + end);
        }
    }
}
