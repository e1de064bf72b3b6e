package io.lvxiaoshen.rag.index;

import io.lvxiaoshen.knowledge.Chunk;
import io.lvxiaoshen.knowledge.DocumentChunks.ChunkedDocument;
import io.lvxiaoshen.rag.Evidence;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field.Store;
import org.apache.lucene.document.KnnFloatVectorField;
import org.apache.lucene.document.NumericDocValuesField;
import org.apache.lucene.document.SortedDocValuesField;
import org.apache.lucene.document.StoredField;
import org.apache.lucene.document.StringField;
import org.apache.lucene.document.TextField;
import org.apache.lucene.index.VectorSimilarityFunction;
import org.apache.lucene.util.BytesRef;

/** The way of a chunk into a Lucene document and back out as evidence. */
final class Passages {
    private static final int LONGEST_TITLE = 1024;

    private Passages() {}

    /** Returns the marker of the document followed by one Lucene document per chunk. */
    static List<Document> of(ChunkedDocument document, List<float[]> vectors) {
        List<Document> block = new ArrayList<>(document.chunks().size() + 1);
        Document marker = new Document();
        String documentId = document.key().documentId().toString();
        marker.add(new StringField(Fields.DOCUMENT, documentId, Store.YES));
        marker.add(new StoredField(Fields.REVISION, document.key().revision()));
        marker.add(new NumericDocValuesField(Fields.REVISION, document.key().revision()));
        block.add(marker);
        for (int i = 0; i < document.chunks().size(); i++) {
            block.add(of(document, documentId, document.chunks().get(i), vectors.get(i)));
        }
        return block;
    }

    private static Document of(ChunkedDocument document, String documentId, Chunk chunk, float[] vector) {
        Document passage = new Document();
        passage.add(new StringField(Fields.DOCUMENT, documentId, Store.YES));
        passage.add(new StoredField(
                Fields.KNOWLEDGE_BASE, document.key().knowledgeBaseId().toString()));
        passage.add(new StoredField(Fields.CHUNK, chunk.id().toString()));
        passage.add(new NumericDocValuesField(Fields.ORDINAL, chunk.ordinal()));
        passage.add(new StoredField(Fields.TITLE, document.title()));
        passage.add(new SortedDocValuesField(Fields.TITLE, bounded(document.title())));
        for (String heading : chunk.headingPath()) {
            passage.add(new StoredField(Fields.HEADINGS, heading));
        }
        if (chunk.article() != null) {
            passage.add(new StringField(Fields.ARTICLE_KEY, chunk.article().key(), Store.NO));
            passage.add(new StoredField(Fields.ARTICLE_LABEL, chunk.article().label()));
        }
        passage.add(new StoredField(Fields.BODY, chunk.text()));
        passage.add(new TextField(Fields.TEXT, searchedText(document, chunk), Store.NO));
        passage.add(new StoredField(Fields.START, chunk.start()));
        passage.add(new StoredField(Fields.END, chunk.end()));
        passage.add(new KnnFloatVectorField(Fields.VECTOR, vector, VectorSimilarityFunction.DOT_PRODUCT));
        return passage;
    }

    /** One field for all: weighting titles on their own found less and took longer. */
    private static String searchedText(ChunkedDocument document, Chunk chunk) {
        Set<String> titles = new LinkedHashSet<>(List.of(document.title()));
        titles.addAll(chunk.headingPath());
        return String.join("\n", titles) + "\n" + chunk.text();
    }

    private static BytesRef bounded(String title) {
        byte[] bytes =
                title.substring(0, Math.min(title.length(), LONGEST_TITLE)).getBytes(StandardCharsets.UTF_8);
        return new BytesRef(bytes);
    }

    /** Returns the evidence that a stored passage is. */
    static Evidence evidence(Document passage, Evidence.Scores scores) {
        return new Evidence(
                UUID.fromString(passage.get(Fields.CHUNK)),
                UUID.fromString(passage.get(Fields.KNOWLEDGE_BASE)),
                UUID.fromString(passage.get(Fields.DOCUMENT)),
                passage.get(Fields.TITLE),
                List.of(passage.getValues(Fields.HEADINGS)),
                passage.get(Fields.ARTICLE_LABEL),
                passage.get(Fields.BODY),
                passage.getField(Fields.START).numericValue().intValue(),
                passage.getField(Fields.END).numericValue().intValue(),
                scores);
    }
}
