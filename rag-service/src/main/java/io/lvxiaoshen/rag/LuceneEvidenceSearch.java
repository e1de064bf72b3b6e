package io.lvxiaoshen.rag;

import io.lvxiaoshen.models.TextEmbedder;
import io.lvxiaoshen.rag.index.ChunkIndex;
import io.lvxiaoshen.rag.index.ChunkIndexes;
import io.lvxiaoshen.rag.index.HybridSearch;
import io.lvxiaoshen.rag.index.Stage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Collection;
import java.util.List;

/** Finds evidence in the embedded indexes. */
class LuceneEvidenceSearch implements EvidenceSearch {
    private final ChunkIndexes indexes;
    private final HybridSearch hybrid;
    private final TextEmbedder embedder;

    LuceneEvidenceSearch(ChunkIndexes indexes, HybridSearch hybrid, TextEmbedder embedder) {
        this.indexes = indexes;
        this.hybrid = hybrid;
        this.embedder = embedder;
    }

    @Override
    public List<Evidence> search(EvidenceQuery query) {
        Collection<ChunkIndex> chosen = query.knowledgeBaseIds().isEmpty()
                ? indexes.all().values()
                : indexes.existing(query.knowledgeBaseIds());
        if (chosen.isEmpty()) {
            return List.of();
        }
        try {
            float[] vector = embedder.embedQuery(query.text());
            return hybrid.search(chosen, query.text(), vector, query.limit(), Stage.FUSED);
        } catch (IOException e) {
            throw new UncheckedIOException("an index cannot be read", e);
        }
    }
}
