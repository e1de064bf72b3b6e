package io.lvxiaoshen.rag;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A passage found, with everything needed to cite it.
 *
 * @param chunkId the chunk
 * @param knowledgeBaseId where it was found
 * @param documentId the document it stands in
 * @param documentTitle the document's title
 * @param headingPath titles above the passage, outermost first
 * @param article label of the article, such as {@code 第二十三条}; null outside of articles
 * @param text the passage
 * @param start offset of the passage in the document's text
 * @param end offset after the passage
 * @param scores why it was found
 */
public record Evidence(
        UUID chunkId,
        UUID knowledgeBaseId,
        UUID documentId,
        String documentTitle,
        List<String> headingPath,
        @Nullable String article,
        String text,
        int start,
        int end,
        Scores scores) {
    public Evidence {
        headingPath = List.copyOf(headingPath);
    }

    /**
     * The scores that placed a passage.
     *
     * @param fused the score that ranks; comparable within one search only
     * @param keywords BM25; 0 if it holds none of the question's terms
     * @param similarity cosine of question and passage, −1 to 1, whether or not it was among the nearest by meaning
     * @param coverage share of the question's terms, weighted by how rare they are, that the passage or the titles above
     *     it hold, 0 to 1: with {@code similarity}, what tells an answer from a mere neighbour
     */
    public record Scores(double fused, double keywords, double similarity, double coverage) {}
}
