package io.lvxiaoshen.knowledge.library;

import io.lvxiaoshen.platform.IdSource;
import io.lvxiaoshen.platform.ProblemException;
import io.lvxiaoshen.platform.Slice;
import io.lvxiaoshen.platform.event.KnowledgeBaseRemoved;
import io.lvxiaoshen.platform.permission.Coverage;
import io.lvxiaoshen.platform.permission.ObjectGrants;
import io.lvxiaoshen.platform.permission.Permission;
import java.time.Clock;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The knowledge bases. Every method that takes an id throws {@link ProblemException} if there is none of that id. */
@Component
public class KnowledgeBases {
    /** Their name among the types of objects that permissions are about. */
    public static final String TYPE = "knowledge-base";

    /** What it takes to see one with its documents. */
    public static final Permission READ = new Permission("knowledge-base.read");

    private static final String SELECT = """
            select b.id, b.name, b.description, b.created_at, b.updated_at, d.total, d.searchable, d.in_progress,
                   d.refused, d.chunks
            from knowledge.knowledge_base b cross join lateral (
                select count(*) as total,
                       count(*) filter (where stage = 'SEARCHABLE') as searchable,
                       count(*) filter (where stage in ('QUEUED', 'PARSING', 'INDEXING')) as in_progress,
                       count(*) filter (where stage in ('REJECTED', 'FAILED')) as refused,
                       coalesce(sum(chunks) filter (where stage = 'SEARCHABLE'), 0) as chunks
                from knowledge.document where knowledge_base_id = b.id) d
            """;

    /** A knowledge base belongs to whoever created it and to no unit. */
    private static final String COVERED =
            "(:all or b.owner = cast(:owner as uuid) or b.id = any (cast(:objects as uuid[])))";

    private final JdbcClient jdbc;
    private final IdSource ids;
    private final Clock clock;
    private final Originals originals;
    private final ObjectGrants grants;
    private final ApplicationEventPublisher events;

    KnowledgeBases(
            JdbcClient jdbc,
            IdSource ids,
            Clock clock,
            Originals originals,
            ObjectGrants grants,
            ApplicationEventPublisher events) {
        this.jdbc = jdbc;
        this.ids = ids;
        this.clock = clock;
        this.originals = originals;
        this.grants = grants;
        this.events = events;
    }

    /** Lists those that are covered, newest first. */
    public Slice<KnowledgeBase> list(Coverage coverage, int limit, @Nullable UUID cursor) {
        List<KnowledgeBase> rows = jdbc.sql(SELECT + " where " + COVERED
                        + " and (cast(:cursor as uuid) is null or b.id < :cursor) order by b.id desc limit :rows")
                .param("all", coverage.all())
                .param("owner", coverage.owner())
                .param("objects", Rows.array(coverage.objects()))
                .param("cursor", cursor)
                .param("rows", limit + 1)
                .query(Rows::knowledgeBase)
                .list();
        return Slice.of(rows, limit, row -> row.id().toString());
    }

    /** Returns the ids of those that are covered. */
    Set<UUID> covered(Coverage coverage) {
        return jdbc.sql("select b.id from knowledge.knowledge_base b where " + COVERED)
                .param("all", coverage.all())
                .param("owner", coverage.owner())
                .param("objects", Rows.array(coverage.objects()))
                .query(UUID.class)
                .set();
    }

    /** Creates one without documents, which belongs to the account {@code owner}. */
    @Transactional
    public KnowledgeBase create(UUID owner, @Nullable String name, @Nullable String description) {
        UUID id = ids.next();
        jdbc.sql("insert into knowledge.knowledge_base (id, owner, name, description, created_at, updated_at)"
                        + " values (:id, :owner, :name, :description, :now, :now)")
                .param("owner", owner)
                .param("id", id)
                .param("name", Labels.name(name))
                .param("description", Labels.description(description))
                .param("now", Rows.time(clock.instant()))
                .update();
        return find(id);
    }

    /** Returns one. */
    public KnowledgeBase find(UUID id) {
        return jdbc.sql(SELECT + " where b.id = :id")
                .param("id", id)
                .query(Rows::knowledgeBase)
                .optional()
                .orElseThrow(KnowledgeBases::missing);
    }

    /** Changes name or description; null leaves either as it is. */
    @Transactional
    public KnowledgeBase change(UUID id, @Nullable String name, @Nullable String description) {
        int rows = jdbc.sql("update knowledge.knowledge_base set name = coalesce(:name, name),"
                        + " description = coalesce(:description, description), updated_at = :now where id = :id")
                .param("name", name == null ? null : Labels.name(name))
                .param("description", description == null ? null : Labels.description(description))
                .param("now", Rows.time(clock.instant()))
                .param("id", id)
                .update();
        if (rows == 0) {
            throw missing();
        }
        return find(id);
    }

    /** Removes one with all its documents, whatever stage they are at. */
    @Transactional
    public void remove(UUID id) {
        lock(id, "update");
        jdbc.sql("select distinct sha256 from knowledge.document where knowledge_base_id = :id")
                .param("id", id)
                .query(String.class)
                .list()
                .forEach(originals::release);
        jdbc.sql("delete from knowledge.knowledge_base where id = :id")
                .param("id", id)
                .update();
        grants.removeAll(TYPE, id);
        events.publishEvent(new KnowledgeBaseRemoved(id));
    }

    /** Within a transaction: makes sure that the knowledge base stays until the end of it. */
    void hold(UUID id) {
        lock(id, "key share");
    }

    private void lock(UUID id, String strength) {
        boolean there = jdbc.sql("select id from knowledge.knowledge_base where id = :id for " + strength)
                .param("id", id)
                .query(UUID.class)
                .optional()
                .isPresent();
        if (!there) {
            throw missing();
        }
    }

    private static ProblemException missing() {
        return ProblemException.notFound("知识库");
    }
}
