package io.lvxiaoshen.platform.audit;

import io.lvxiaoshen.platform.crypto.CryptoService;
import io.lvxiaoshen.platform.crypto.KeyPurpose;
import io.lvxiaoshen.platform.crypto.SignedBy;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.SqlTypeValue;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.core.JacksonException;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** The tables of the audit log. */
@Repository
class AuditStore {
    private static final TypeReference<TreeMap<String, String>> DETAILS = new TypeReference<>() {};
    static final String ENTRY = "id, at, account_id, actor, address, action, object_type, object_id, result,"
            + " before_digest, after_digest, details";

    private final JdbcTemplate template;
    private final JdbcClient jdbc;
    private final JsonMapper json;
    private final CryptoService crypto;

    AuditStore(JdbcTemplate template, JsonMapper json, CryptoService crypto) {
        this.template = template;
        this.jdbc = JdbcClient.create(template);
        this.json = json;
        this.crypto = crypto;
    }

    /** An entry that gets its place. */
    record Placed(long leaf, AuditEntry entry) {}

    /** An entry without a place; null where what stands there was not written by this application, or was changed. */
    record Waiting(UUID id, @Nullable AuditEntry entry) {}

    /** An entry as it was found; null where what stands there is none. */
    record Found(long leaf, UUID id, @Nullable AuditEntry entry) {}

    /** A perfect subtree. */
    record Subtree(int level, long number, byte[] digest) {}

    /** Writes entries, without a place in the tree, in the caller's transaction if there is one. */
    void add(List<AuditEntry> entries) {
        template.batchUpdate(
                "insert into platform.audit_entry (" + ENTRY + ", mac)"
                        + " values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?::jsonb, ?)",
                entries,
                entries.size(),
                this::bind);
    }

    private void bind(PreparedStatement row, AuditEntry entry) throws SQLException {
        AuditEvent event = entry.event();
        row.setObject(1, entry.id());
        row.setObject(2, entry.at().atOffset(ZoneOffset.UTC));
        row.setObject(3, entry.actor().accountId(), Types.OTHER);
        row.setString(4, entry.actor().name());
        row.setString(5, entry.actor().address());
        row.setString(6, event.action());
        row.setString(7, event.objectType());
        row.setString(8, event.objectId());
        row.setString(9, event.result().name());
        row.setBytes(10, event.before());
        row.setBytes(11, event.after());
        row.setString(12, json.writeValueAsString(event.details()));
        row.setBytes(13, crypto.mac(KeyPurpose.AUDIT_ENTRY, entry.canonical()));
    }

    /** Returns entries that have no place yet, in the order of their ids, which is nearly that of time. */
    List<Waiting> waiting(int limit) {
        return jdbc.sql("select " + ENTRY + ", mac from platform.audit_entry"
                        + " where leaf is null and not forged order by id limit ?")
                .param(limit)
                .query((row, number) -> new Waiting(row.getObject("id", UUID.class), genuine(row)))
                .list();
    }

    private @Nullable AuditEntry genuine(ResultSet row) throws SQLException {
        AuditEntry entry = readable(row);
        byte[] mac = row.getBytes("mac");
        return entry != null && mac != null && crypto.verifyMac(KeyPurpose.AUDIT_ENTRY, entry.canonical(), mac)
                ? entry
                : null;
    }

    /** Leaves an entry without a place for good. */
    void markForged(UUID id) {
        jdbc.sql("update platform.audit_entry set forged = true where id = ?")
                .param(id)
                .update();
    }

    /** Returns the ids of entries that never got a place because they are not genuine. */
    List<UUID> forged(int limit) {
        return jdbc.sql("select id from platform.audit_entry where forged order by id limit ?")
                .param(limit)
                .query(UUID.class)
                .list();
    }

    /** Gives entries their places, in one statement. */
    void place(List<Placed> placed) {
        template.update(
                "update platform.audit_entry e set leaf = v.leaf, mac = null"
                        + " from unnest(?::uuid[], ?::bigint[]) as v (id, leaf) where e.id = v.id",
                array("uuid", placed, one -> one.entry().id()),
                array("bigint", placed, Placed::leaf));
    }

    /** Adds subtrees, in one statement. */
    void addSubtrees(List<Subtree> subtrees) {
        template.update(
                "insert into platform.audit_subtree (level, number, digest)"
                        + " select * from unnest(?::smallint[], ?::bigint[], ?::bytea[])",
                array("smallint", subtrees, Subtree::level),
                array("bigint", subtrees, Subtree::number),
                array("bytea", subtrees.stream().map(Subtree::digest).toArray(byte[][]::new)));
    }

    private static <T> SqlTypeValue array(String type, List<T> items, Function<T, Object> part) {
        return array(type, items.stream().map(part).toArray());
    }

    private static SqlTypeValue array(String type, Object[] values) {
        return (statement, index, sqlType, typeName) ->
                statement.setArray(index, statement.getConnection().createArrayOf(type, values));
    }

    /**
     * Returns the digest of a perfect subtree.
     *
     * @throws IllegalStateException if it is not there although it should be
     */
    byte[] subtree(int level, long number) {
        return jdbc.sql("select digest from platform.audit_subtree where level = ? and number = ?")
                .param(level)
                .param(number)
                .query((row, n) -> row.getBytes(1))
                .optional()
                .orElseThrow(
                        () -> new IllegalStateException("the tree lacks subtree " + number + " of level " + level));
    }

    /** Returns the digests of subtrees of one height, in their order. */
    List<Subtree> subtrees(int level, long from, int limit) {
        return jdbc.sql("select level, number, digest from platform.audit_subtree"
                        + " where level = ? and number >= ? order by number limit ?")
                .param(level)
                .param(from)
                .param(limit)
                .query((row, n) -> new Subtree(row.getInt(1), row.getLong(2), row.getBytes(3)))
                .list();
    }

    /** Returns how many subtrees are recorded that a tree of this size does not have. */
    long surplusSubtrees(long size) {
        return jdbc.sql("select count(*) from platform.audit_subtree where number >= (? >> level)")
                .param(size)
                .query(Long.class)
                .single();
    }

    void addHead(TreeHead head) {
        jdbc.sql("insert into platform.audit_head (size, previous, root, signed_at, key, signature)"
                        + " values (?, ?, ?, ?, ?, ?)")
                .param(head.size())
                .param(head.previous())
                .param(head.root())
                .param(head.signedAt().atOffset(ZoneOffset.UTC))
                .param(head.signature().key())
                .param(head.signature().der())
                .update();
    }

    Optional<TreeHead> lastHead() {
        return jdbc.sql("select * from platform.audit_head order by size desc limit 1")
                .query(AuditStore::head)
                .optional();
    }

    /** Returns heads in the order of their sizes. */
    List<TreeHead> heads(long above, int limit) {
        return jdbc.sql("select * from platform.audit_head where size > ? order by size limit ?")
                .param(above)
                .param(limit)
                .query(AuditStore::head)
                .list();
    }

    Optional<AuditEntry> find(UUID id) {
        return jdbc.sql("select " + ENTRY + " from platform.audit_entry where id = ?")
                .param(id)
                .query((row, number) -> entry(row))
                .optional();
    }

    /** Returns an entry's place; empty while it has none. */
    Optional<Long> leafOf(UUID id) {
        return jdbc.sql("select leaf from platform.audit_entry where id = ? and leaf is not null")
                .param(id)
                .query(Long.class)
                .optional();
    }

    /** Returns entries in the order of their places. */
    List<Found> placed(long from, int limit) {
        return jdbc.sql("select leaf, mac is null and not forged as placed, " + ENTRY
                        + " from platform.audit_entry where leaf >= ? order by leaf limit ?")
                .param(from)
                .param(limit)
                .query((row, number) -> new Found(
                        row.getLong("leaf"),
                        row.getObject("id", UUID.class),
                        row.getBoolean("placed") ? readable(row) : null))
                .list();
    }

    /** Whoever changes a row behind our back may leave something that is no entry at all. */
    private @Nullable AuditEntry readable(ResultSet row) throws SQLException {
        try {
            return entry(row);
        } catch (IllegalArgumentException | JacksonException e) {
            return null;
        }
    }

    AuditEntry entry(ResultSet row) throws SQLException {
        Map<String, String> details = json.readValue(row.getString("details"), DETAILS);
        return new AuditEntry(
                row.getObject("id", UUID.class),
                row.getObject("at", OffsetDateTime.class).toInstant(),
                new Actor(row.getObject("account_id", UUID.class), row.getString("actor"), row.getString("address")),
                new AuditEvent(
                        row.getString("action"),
                        row.getString("object_type"),
                        row.getString("object_id"),
                        AuditResult.valueOf(row.getString("result")),
                        row.getBytes("before_digest"),
                        row.getBytes("after_digest"),
                        details));
    }

    private static TreeHead head(ResultSet row, int number) throws SQLException {
        return new TreeHead(
                row.getLong("size"),
                row.getLong("previous"),
                row.getBytes("root"),
                row.getObject("signed_at", OffsetDateTime.class).toInstant(),
                new SignedBy(row.getInt("key"), row.getBytes("signature")));
    }
}
