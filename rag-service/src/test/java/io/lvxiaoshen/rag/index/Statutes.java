package io.lvxiaoshen.rag.index;

import io.lvxiaoshen.knowledge.Article;
import io.lvxiaoshen.knowledge.Chunk;
import io.lvxiaoshen.knowledge.DocumentChunks.ChunkedDocument;
import io.lvxiaoshen.knowledge.DocumentChunks.ChunkedDocumentKey;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** Made-up statutes, each text one article from the first on. */
public final class Statutes {
    private Statutes() {}

    /** Returns a document of articles. */
    public static ChunkedDocument of(UUID knowledgeBase, UUID id, int revision, String title, String... articles) {
        List<Chunk> chunks = new ArrayList<>();
        int at = 0;
        for (int i = 0; i < articles.length; i++) {
            Article article = new Article("第" + "一二三四五六七八九".charAt(i) + "条", i + 1, 0);
            UUID chunk = new UUID(id.getMostSignificantBits() + revision, i);
            chunks.add(
                    new Chunk(chunk, i, List.of(title, "第一章　总则"), article, articles[i], at, at + articles[i].length()));
            at += articles[i].length() + 1;
        }
        return new ChunkedDocument(new ChunkedDocumentKey(knowledgeBase, id, revision), title, chunks);
    }
}
