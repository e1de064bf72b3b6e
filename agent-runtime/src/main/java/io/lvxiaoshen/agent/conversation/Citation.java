package io.lvxiaoshen.agent.conversation;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A passage that an answer refers to by number.
 *
 * @param number as written in the answer, such as {@code [1]}; from 1
 * @param knowledgeBaseId where the document was found
 * @param documentId the document
 * @param documentTitle its title
 * @param headingPath titles above the passage, outermost first
 * @param article label of the article; null outside of articles
 * @param start offset of the passage in the document's text
 * @param end offset after the passage
 * @param quote the passage, word for word
 */
public record Citation(
        int number,
        UUID knowledgeBaseId,
        UUID documentId,
        String documentTitle,
        List<String> headingPath,
        @Nullable String article,
        int start,
        int end,
        String quote) {
    public Citation {
        headingPath = List.copyOf(headingPath);
        if (number < 1 || start < 0 || end < start) {
            throw new IllegalArgumentException("inconsistent citation " + number + " at " + start + "–" + end);
        }
    }
}
