package io.lvxiaoshen.knowledge.library;

import io.lvxiaoshen.knowledge.Chunk;
import io.lvxiaoshen.knowledge.Element;
import io.lvxiaoshen.knowledge.ParsedDocument;
import io.lvxiaoshen.platform.Slice;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What was read from documents: their elements and chunks. */
@Component
public class Contents {
    private static final int BATCH = 500;

    private final JdbcClient jdbc;
    private final JdbcTemplate template;
    private final Documents documents;

    Contents(JdbcClient jdbc, JdbcTemplate template, Documents documents) {
        this.jdbc = jdbc;
        this.template = template;
        this.documents = documents;
    }

    /** Lists a document's elements in reading order, from the one behind {@code cursor}. */
    public Slice<Element> elements(UUID documentId, int limit, @Nullable Integer cursor) {
        documents.find(documentId);
        List<Element> rows = jdbc.sql("select * from knowledge.element where document_id = :id and ordinal > :cursor"
                        + " order by ordinal limit :rows")
                .param("id", documentId)
                .param("cursor", cursor == null ? -1 : cursor)
                .param("rows", limit + 1)
                .query(Rows::element)
                .list();
        return Slice.of(rows, limit, row -> Integer.toString(row.ordinal()));
    }

    /** Lists a document's chunks in reading order, from the one behind {@code cursor}. */
    public Slice<Chunk> chunks(UUID documentId, int limit, @Nullable Integer cursor) {
        documents.find(documentId);
        List<Chunk> rows = jdbc.sql("select * from knowledge.chunk where document_id = :id and ordinal > :cursor"
                        + " order by ordinal limit :rows")
                .param("id", documentId)
                .param("cursor", cursor == null ? -1 : cursor)
                .param("rows", limit + 1)
                .query(Rows::chunk)
                .list();
        return Slice.of(rows, limit, row -> Integer.toString(row.ordinal()));
    }

    /** Within a transaction: puts these in the place of whatever was stored for the document. */
    void replace(UUID documentId, ParsedDocument document, List<Chunk> chunks) {
        jdbc.sql("delete from knowledge.element where document_id = :id")
                .param("id", documentId)
                .update();
        jdbc.sql("delete from knowledge.chunk where document_id = :id")
                .param("id", documentId)
                .update();
        template.batchUpdate(
                "insert into knowledge.element (document_id, ordinal, type, level, text, start_offset, end_offset, page)"
                        + " values (?, ?, ?, ?, ?, ?, ?, ?)",
                document.elements(),
                BATCH,
                (row, element) -> {
                    row.setObject(1, documentId);
                    row.setInt(2, element.ordinal());
                    row.setString(3, element.type().name());
                    row.setInt(4, element.level());
                    row.setString(5, element.text());
                    row.setInt(6, element.start());
                    row.setInt(7, element.end());
                    row.setObject(8, element.page());
                });
        template.batchUpdate(
                "insert into knowledge.chunk (document_id, ordinal, id, heading_path, article_label, article_number,"
                        + " article_insertion, text, start_offset, end_offset) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                chunks,
                BATCH,
                (row, chunk) -> {
                    row.setObject(1, documentId);
                    row.setInt(2, chunk.ordinal());
                    row.setObject(3, chunk.id());
                    row.setArray(
                            4,
                            row.getConnection()
                                    .createArrayOf("text", chunk.headingPath().toArray()));
                    row.setString(
                            5, chunk.article() == null ? null : chunk.article().label());
                    row.setObject(
                            6, chunk.article() == null ? null : chunk.article().number());
                    row.setObject(
                            7, chunk.article() == null ? null : chunk.article().insertion());
                    row.setString(8, chunk.text());
                    row.setInt(9, chunk.start());
                    row.setInt(10, chunk.end());
                });
    }
}
