package io.lvxiaoshen.knowledge.library;

import io.lvxiaoshen.knowledge.Chunk;
import io.lvxiaoshen.knowledge.DocumentChunks;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Isolation;
import org.springframework.transaction.annotation.Transactional;

/** The chunks for whoever indexes them. */
@Component
class StoredChunks implements DocumentChunks {
    private static final String STORED = "stage in ('INDEXING', 'SEARCHABLE')";

    private final JdbcClient jdbc;

    StoredChunks(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    @Transactional(readOnly = true, isolation = Isolation.REPEATABLE_READ)
    public Optional<ChunkedDocument> find(UUID documentId, int revision) {
        return jdbc.sql("select knowledge_base_id, coalesce(title, name) as title from knowledge.document"
                        + " where id = :id and revision = :revision and " + STORED)
                .param("id", documentId)
                .param("revision", revision)
                .query((row, index) -> new ChunkedDocument(
                        new ChunkedDocumentKey(row.getObject("knowledge_base_id", UUID.class), documentId, revision),
                        row.getString("title"),
                        chunks(documentId)))
                .optional();
    }

    @Override
    public List<ChunkedDocumentKey> all() {
        return jdbc.sql("select knowledge_base_id, id, revision from knowledge.document where " + STORED)
                .query((row, index) -> new ChunkedDocumentKey(
                        row.getObject("knowledge_base_id", UUID.class),
                        row.getObject("id", UUID.class),
                        row.getInt("revision")))
                .list();
    }

    private List<Chunk> chunks(UUID documentId) {
        return jdbc.sql("select * from knowledge.chunk where document_id = :id order by ordinal")
                .param("id", documentId)
                .query(Rows::chunk)
                .list();
    }
}
