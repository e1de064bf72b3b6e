package io.lvxiaoshen.platform.audit;

import io.lvxiaoshen.platform.ProblemException;
import io.lvxiaoshen.platform.Slice;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Isolation;
import org.springframework.transaction.annotation.Transactional;

/** Finds entries, and proves them. */
@Service
public class AuditEntries {
    private final AuditStore store;
    private final JdbcClient jdbc;

    AuditEntries(AuditStore store, JdbcClient jdbc) {
        this.store = store;
        this.jdbc = jdbc;
    }

    /** Lists entries, newest first. */
    Slice<AuditEntry> list(AuditQuery query, int limit, @Nullable UUID cursor) {
        List<AuditEntry> rows = jdbc.sql("select " + AuditStore.ENTRY + """
                         from platform.audit_entry
                        where (:cursor::uuid is null or id < :cursor::uuid)
                          and (:actor::text is null or actor = :actor)
                          and (:account::uuid is null or account_id = :account::uuid)
                          and (:action::text is null or action = :action or starts_with(action, :action || '.'))
                          and (:type::text is null or object_type = :type)
                          and (:object::text is null or object_id = :object)
                          and (:result::text is null or result = :result)
                          and (:from::timestamptz is null or at >= :from::timestamptz)
                          and (:until::timestamptz is null or at < :until::timestamptz)
                        order by id desc limit :rows
                        """)
                .param("cursor", cursor)
                .param("actor", query.actor())
                .param("account", query.accountId())
                .param("action", query.action())
                .param("type", query.objectType())
                .param("object", query.objectId())
                .param("result", query.result() == null ? null : query.result().name())
                .param("from", utc(query.from()))
                .param("until", utc(query.until()))
                .param("rows", limit + 1)
                .query((row, number) -> store.entry(row))
                .list();
        return Slice.of(rows, limit, entry -> entry.id().toString());
    }

    /**
     * Proves that an entry is in the log.
     *
     * @throws ProblemException if there is no such entry, or no head covers it yet
     */
    @Transactional(readOnly = true, isolation = Isolation.REPEATABLE_READ)
    public AuditProof prove(UUID id) {
        AuditEntry entry = store.find(id).orElseThrow(() -> ProblemException.notFound("审计记录"));
        TreeHead head = store.lastHead().orElseThrow(AuditEntries::notYet);
        long leaf = store.leafOf(id).filter(place -> place < head.size()).orElseThrow(AuditEntries::notYet);
        return new AuditProof(entry, leaf, new MerkleTree(store::subtree).inclusion(leaf, head.size()), head);
    }

    private static ProblemException notYet() {
        return new ProblemException(HttpStatus.CONFLICT, "audit-not-signed", "这条审计记录还没有签入树头。", "请过一秒再试。");
    }

    private static @Nullable OffsetDateTime utc(@Nullable Instant time) {
        return time == null ? null : time.atOffset(ZoneOffset.UTC);
    }
}
