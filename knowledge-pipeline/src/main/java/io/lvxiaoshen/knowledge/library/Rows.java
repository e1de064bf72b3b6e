package io.lvxiaoshen.knowledge.library;

import io.lvxiaoshen.knowledge.Article;
import io.lvxiaoshen.knowledge.Chunk;
import io.lvxiaoshen.knowledge.Element;
import io.lvxiaoshen.knowledge.ElementType;
import io.lvxiaoshen.knowledge.library.KnowledgeBase.DocumentCounts;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;

/** What the columns of this module's tables mean. */
final class Rows {
    static final String DOCUMENT =
            "id, knowledge_base_id, name, title, media_type, size, sha256, stage, progress, reason,"
                    + " hint, characters, articles, chunks, pages, uploaded_at, updated_at";

    private Rows() {}

    static OffsetDateTime time(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }

    static String array(Collection<UUID> ids) {
        return ids.stream().map(UUID::toString).collect(Collectors.joining(",", "{", "}"));
    }

    static KnowledgeBase knowledgeBase(ResultSet row, int index) throws SQLException {
        DocumentCounts documents = new DocumentCounts(
                row.getLong("total"), row.getLong("searchable"), row.getLong("in_progress"), row.getLong("refused"));
        return new KnowledgeBase(
                row.getObject("id", UUID.class),
                row.getString("name"),
                row.getString("description"),
                documents,
                row.getLong("chunks"),
                instant(row, "created_at"),
                instant(row, "updated_at"));
    }

    static Document document(ResultSet row, int index) throws SQLException {
        return new Document(
                row.getObject("id", UUID.class),
                row.getObject("knowledge_base_id", UUID.class),
                row.getString("name"),
                row.getString("title"),
                row.getString("media_type"),
                row.getLong("size"),
                row.getString("sha256"),
                Stage.valueOf(row.getString("stage")),
                row.getDouble("progress"),
                row.getString("reason"),
                row.getString("hint"),
                row.getInt("characters"),
                row.getInt("articles"),
                row.getInt("chunks"),
                row.getInt("pages"),
                instant(row, "uploaded_at"),
                instant(row, "updated_at"));
    }

    static Element element(ResultSet row, int index) throws SQLException {
        return new Element(
                row.getInt("ordinal"),
                ElementType.valueOf(row.getString("type")),
                row.getInt("level"),
                row.getString("text"),
                row.getInt("start_offset"),
                row.getInt("end_offset"),
                row.getObject("page", Integer.class));
    }

    static Chunk chunk(ResultSet row, int index) throws SQLException {
        String label = row.getString("article_label");
        Article article = label == null
                ? null
                : new Article(label, row.getInt("article_number"), row.getInt("article_insertion"));
        return new Chunk(
                row.getObject("id", UUID.class),
                row.getInt("ordinal"),
                List.of((String[]) row.getArray("heading_path").getArray()),
                article,
                row.getString("text"),
                row.getInt("start_offset"),
                row.getInt("end_offset"));
    }

    private static Instant instant(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }
}
