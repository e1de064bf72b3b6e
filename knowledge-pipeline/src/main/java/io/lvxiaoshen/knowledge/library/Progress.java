package io.lvxiaoshen.knowledge.library;

import io.lvxiaoshen.knowledge.Chunk;
import io.lvxiaoshen.knowledge.FileRefusedException;
import io.lvxiaoshen.knowledge.ParsedDocument;
import io.lvxiaoshen.platform.event.DocumentChunked;
import java.time.Clock;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * The steps of one revision of a document through its stages. Each step does nothing where the document is gone, has
 * moved on to another revision, or has taken the step before.
 */
@Component
public class Progress {
    private static final String AT = " where id = :id and revision = :revision and stage ";

    private final JdbcClient jdbc;
    private final Clock clock;
    private final Contents contents;
    private final Originals originals;
    private final ApplicationEventPublisher events;

    Progress(JdbcClient jdbc, Clock clock, Contents contents, Originals originals, ApplicationEventPublisher events) {
        this.jdbc = jdbc;
        this.clock = clock;
        this.contents = contents;
        this.originals = originals;
        this.events = events;
    }

    /** Counts one more attempt to parse; empty if there is nothing to parse any more. */
    @Transactional
    public Optional<Attempt> beginParsing(Revision revision) {
        return at(
                        revision,
                        "update knowledge.document set stage = 'PARSING', attempts = attempts + 1, updated_at = :now"
                                + AT + "in ('QUEUED', 'PARSING') returning name, sha256, attempts")
                .query((row, index) ->
                        new Attempt(row.getString("name"), row.getString("sha256"), row.getInt("attempts")))
                .optional();
    }

    /** Stores what was read and asks for it to be indexed. */
    @Transactional
    public void chunked(Revision revision, ParsedDocument document, List<Chunk> chunks) {
        Optional<UUID> knowledgeBase = at(
                        revision,
                        "update knowledge.document set stage = 'INDEXING', progress = 0, title = :title,"
                                + " media_type = :mediaType, characters = :characters, articles = :articles,"
                                + " chunks = :chunks, pages = :pages, updated_at = :now" + AT
                                + "= 'PARSING' returning knowledge_base_id")
                .param("title", document.title())
                .param("mediaType", document.mediaType())
                .param("characters", document.text().length())
                .param("articles", articles(chunks))
                .param("chunks", chunks.size())
                .param("pages", document.pages())
                .query(UUID.class)
                .optional();
        knowledgeBase.ifPresent(id -> {
            contents.replace(revision.documentId(), document, chunks);
            events.publishEvent(new DocumentChunked(id, revision.documentId(), revision.number()));
        });
    }

    /** The file itself cannot be used: its reason is kept, its bytes are not. */
    @Transactional
    public void rejected(Revision revision, FileRefusedException refusal) {
        at(
                        revision,
                        "update knowledge.document set stage = 'REJECTED', reason = :reason, hint = :hint, updated_at = :now"
                                + AT + "= 'PARSING' returning sha256")
                .param("reason", refusal.getMessage())
                .param("hint", refusal.hint())
                .query(String.class)
                .optional()
                .ifPresent(originals::release);
    }

    /** We gave up; a person may try again. */
    @Transactional
    public void failed(Revision revision, String reason, String hint) {
        at(
                        revision,
                        "update knowledge.document set stage = 'FAILED', reason = :reason, hint = :hint, updated_at = :now"
                                + AT + "in ('QUEUED', 'PARSING', 'INDEXING')")
                .param("reason", reason)
                .param("hint", hint)
                .update();
    }

    /** Part of the chunks are in the index. */
    @Transactional
    public void indexing(Revision revision, double share) {
        at(
                        revision,
                        "update knowledge.document set progress = greatest(progress, :share), updated_at = :now" + AT
                                + "= 'INDEXING'")
                .param("share", Math.max(0, Math.min(1, share)))
                .update();
    }

    /** Search finds it. */
    @Transactional
    public void searchable(Revision revision) {
        at(
                        revision,
                        "update knowledge.document set stage = 'SEARCHABLE', progress = 1, updated_at = :now" + AT
                                + "= 'INDEXING'")
                .update();
    }

    private JdbcClient.StatementSpec at(Revision revision, String sql) {
        return jdbc.sql(sql)
                .param("id", revision.documentId())
                .param("revision", revision.number())
                .param("now", Rows.time(clock.instant()));
    }

    private static int articles(List<Chunk> chunks) {
        return (int) chunks.stream()
                .map(Chunk::article)
                .filter(Objects::nonNull)
                .map(article -> article.key())
                .distinct()
                .count();
    }

    /**
     * One attempt to parse a document.
     *
     * @param name of the file
     * @param sha256 of the original
     * @param number from 1
     */
    public record Attempt(String name, String sha256, int number) {}
}
