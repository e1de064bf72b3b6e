package io.lvxiaoshen.bench.retrieval;

import io.lvxiaoshen.bench.JsonLines;
import io.lvxiaoshen.bench.Problems;
import io.lvxiaoshen.knowledge.Chunk;
import io.lvxiaoshen.knowledge.DocumentChunks.ChunkedDocument;
import io.lvxiaoshen.knowledge.DocumentChunks.ChunkedDocumentKey;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * The documents to search, each a product document of one passage.
 *
 * @param documents in the file's order
 * @param ids the file's id by the product's
 */
record Corpus(List<ChunkedDocument> documents, Map<UUID, String> ids) {
    private static final UUID BASE = new UUID(0, 0);

    /** Reads {@code {"id","title","text"}} lines. */
    static Corpus read(Path file, Problems problems) throws IOException {
        Corpus corpus = new Corpus(new ArrayList<>(), new HashMap<>());
        JsonLines.read(
                file,
                problems,
                (node, line) -> corpus.add(
                        JsonLines.text(node, "id"),
                        JsonLines.text(node, "title"),
                        JsonLines.text(node, "text"),
                        line,
                        problems));
        return corpus;
    }

    private void add(String id, String title, String text, String line, Problems problems) {
        UUID product = UUID.nameUUIDFromBytes(id.getBytes(StandardCharsets.UTF_8));
        String passage = text.isBlank() ? title : text;
        if (id.isEmpty()) {
            problems.failed(line, "缺少 id");
        } else if (passage.isBlank()) {
            problems.refused(line, "标题与正文皆为空");
        } else if (ids.putIfAbsent(product, id) != null) {
            problems.failed(line, "id 重复：" + id);
        } else {
            List<String> headings = title.isBlank() ? List.of() : List.of(title);
            Chunk chunk = new Chunk(product, 0, headings, null, passage, 0, passage.length());
            documents.add(new ChunkedDocument(new ChunkedDocumentKey(BASE, product, 1), title, List.of(chunk)));
        }
    }
}
