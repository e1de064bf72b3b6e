package io.lvxiaoshen.knowledge.library;

import io.lvxiaoshen.platform.ProblemException;
import io.lvxiaoshen.platform.Slice;
import io.lvxiaoshen.platform.event.DocumentRemoved;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The documents of knowledge bases. Every method that takes an id throws {@link ProblemException} if there is none. */
@Component
public class Documents {
    private final JdbcClient jdbc;
    private final Clock clock;
    private final KnowledgeBases knowledgeBases;
    private final Originals originals;
    private final Jobs jobs;
    private final ApplicationEventPublisher events;

    Documents(
            JdbcClient jdbc,
            Clock clock,
            KnowledgeBases knowledgeBases,
            Originals originals,
            Jobs jobs,
            ApplicationEventPublisher events) {
        this.jdbc = jdbc;
        this.clock = clock;
        this.knowledgeBases = knowledgeBases;
        this.originals = originals;
        this.jobs = jobs;
        this.events = events;
    }

    /**
     * Lists a knowledge base's documents, newest first.
     *
     * @param stage only these; null for all
     * @param name only those whose name or title contains this; null for all
     */
    public Slice<Document> list(
            UUID knowledgeBaseId, @Nullable Stage stage, @Nullable String name, int limit, @Nullable UUID cursor) {
        knowledgeBases.find(knowledgeBaseId);
        List<Document> rows = jdbc.sql("select " + Rows.DOCUMENT + " from knowledge.document"
                        + " where knowledge_base_id = :base and (cast(:cursor as uuid) is null or id < :cursor)"
                        + " and (cast(:stage as text) is null or stage = :stage)"
                        + " and (cast(:name as text) is null or strpos(lower(name), lower(:name)) > 0"
                        + " or strpos(lower(coalesce(title, '')), lower(:name)) > 0)"
                        + " order by id desc limit :rows")
                .param("base", knowledgeBaseId)
                .param("cursor", cursor)
                .param("stage", stage == null ? null : stage.name())
                .param(
                        "name",
                        name == null || name.isBlank()
                                ? null
                                : name.replace("\0", "").strip())
                .param("rows", limit + 1)
                .query(Rows::document)
                .list();
        return Slice.of(rows, limit, row -> row.id().toString());
    }

    /** Returns one. */
    public Document find(UUID id) {
        return jdbc.sql("select " + Rows.DOCUMENT + " from knowledge.document where id = :id")
                .param("id", id)
                .query(Rows::document)
                .optional()
                .orElseThrow(Documents::missing);
    }

    /** Removes one, whatever stage it is at. */
    @Transactional
    public void remove(UUID id) {
        Document removed = jdbc.sql("delete from knowledge.document where id = :id returning " + Rows.DOCUMENT)
                .param("id", id)
                .query(Rows::document)
                .optional()
                .orElseThrow(Documents::missing);
        originals.release(removed.sha256());
        events.publishEvent(new DocumentRemoved(removed.knowledgeBaseId(), id));
    }

    /**
     * Has a failed document parsed and indexed once more.
     *
     * @throws ProblemException if it has not failed
     */
    @Transactional
    public void retry(UUID id) {
        int revision = jdbc.sql("update knowledge.document set stage = 'QUEUED', revision = revision + 1, attempts = 0,"
                        + " progress = 0, reason = null, hint = null, updated_at = :now"
                        + " where id = :id and stage = 'FAILED' returning revision")
                .param("id", id)
                .param("now", Rows.time(clock.instant()))
                .query(Integer.class)
                .optional()
                .orElseThrow(() -> notFailed(find(id)));
        jobs.ingest(new Revision(id, revision));
    }

    private static ProblemException notFailed(Document document) {
        return document.stage() == Stage.REJECTED
                ? ProblemException.conflict(
                        "document-rejected", "文件「" + document.name() + "」本身无法使用，重试不会有不同的结果。", "请按提示处理后重新上传。")
                : ProblemException.conflict(
                        "document-not-failed", "文件「" + document.name() + "」没有失败，不需要重试。", "请刷新列表查看最新状态。");
    }

    static ProblemException missing() {
        return ProblemException.notFound("文件");
    }
}
