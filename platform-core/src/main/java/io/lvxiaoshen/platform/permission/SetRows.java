package io.lvxiaoshen.platform.permission;

import io.lvxiaoshen.platform.permission.StoredSet.Listed;
import io.lvxiaoshen.platform.permission.StoredSet.Part;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Reads and writes the sealed sets and their list; knows nothing of what a seal is worth. */
@Repository
class SetRows {
    /** First value of the row that is the role itself; its permissions' rows begin otherwise. */
    static final String ROLE_ROW = "role";

    static final String PERMISSION_ROW = "permission";

    /** The rows of each kind as arrays of text, with every column. */
    private static final Map<SetKey.Kind, String> ROWS = Map.of(
            SetKey.Kind.ROLE,
            "select array['role', name, label, built_in::text] from platform.role where id = :id"
                    + " union all select array['permission', permission, scope, '']"
                    + " from platform.role_permission where role_id = :id",
            SetKey.Kind.ACCOUNT,
            "select array[role_id::text] from platform.role_assignment where account_id = :id",
            SetKey.Kind.OBJECT,
            "select array[subject_type, subject_id::text, permission] from platform.object_grant"
                    + " where object_type = :type and object_id = :id",
            SetKey.Kind.PART,
            "select array[''] where false");

    private final JdbcClient jdbc;

    SetRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    StoredSet read(SetKey key) {
        return jdbc.sql("select array(" + ROWS.get(key.kind()) + ") as rows, d.version, d.mac,"
                        + " array(select array[s.kind, s.id, s.version::text, encode(s.mac, 'hex')]"
                        + " from platform.access_set s where s.part = d.part) as sets"
                        + " from (select cast(:part as int) as wanted) w"
                        + " left join platform.access_directory d on d.part = w.wanted")
                .param("part", key.part())
                .param("id", key.kind() == SetKey.Kind.PART ? null : key.uuid())
                .param("type", key.objectType())
                .query(SetRows::stored)
                .single();
    }

    /** Puts these rows in the place of the set's. */
    void write(SetKey key, List<List<String>> rows) {
        switch (key.kind()) {
            case ROLE -> writeRole(key.uuid(), rows);
            case ACCOUNT -> writeAssignments(key.uuid(), rows);
            case OBJECT -> writeGrants(key, rows);
            case PART -> throw new IllegalArgumentException(key + " is no set");
        }
    }

    private void writeRole(UUID id, List<List<String>> rows) {
        jdbc.sql("delete from platform.role_permission where role_id = ?")
                .param(id)
                .update();
        if (rows.isEmpty()) {
            jdbc.sql("delete from platform.role where id = ?").param(id).update();
        }
        for (List<String> row : rows) {
            if (row.get(0).equals(ROLE_ROW)) {
                jdbc.sql("insert into platform.role (id, name, label, built_in) values (:id, :name, :label, :builtIn)"
                                + " on conflict (id) do update set name = :name, label = :label, built_in = :builtIn")
                        .param("id", id)
                        .param("name", row.get(1))
                        .param("label", row.get(2))
                        .param("builtIn", Boolean.parseBoolean(row.get(3)))
                        .update();
            } else {
                jdbc.sql("insert into platform.role_permission (role_id, permission, scope) values (?, ?, ?)")
                        .param(id)
                        .param(row.get(1))
                        .param(row.get(2))
                        .update();
            }
        }
    }

    private void writeAssignments(UUID account, List<List<String>> rows) {
        jdbc.sql("delete from platform.role_assignment where account_id = ?")
                .param(account)
                .update();
        for (List<String> row : rows) {
            jdbc.sql("insert into platform.role_assignment (account_id, role_id) values (?, ?)")
                    .param(account)
                    .param(UUID.fromString(row.get(0)))
                    .update();
        }
    }

    private void writeGrants(SetKey key, List<List<String>> rows) {
        jdbc.sql("delete from platform.object_grant where object_type = ? and object_id = ?")
                .param(key.objectType())
                .param(key.uuid())
                .update();
        for (List<String> row : rows) {
            jdbc.sql("insert into platform.object_grant (object_type, object_id, subject_type, subject_id, permission)"
                            + " values (?, ?, ?, ?, ?)")
                    .param(key.objectType())
                    .param(key.uuid())
                    .param(row.get(0))
                    .param(UUID.fromString(row.get(1)))
                    .param(row.get(2))
                    .update();
        }
    }

    /** Keeps others from changing a part of the list until the transaction ends. */
    void lock(int part) {
        jdbc.sql("select part from platform.access_directory where part = ? for update")
                .param(part)
                .query(Integer.class)
                .optional();
    }

    void put(SetKey key, long version, byte[] mac) {
        jdbc.sql("insert into platform.access_set (kind, id, part, version, mac)"
                        + " values (:kind, :id, :part, :version, :mac)"
                        + " on conflict (kind, id) do update set version = :version, mac = :mac")
                .param("kind", key.kind().name())
                .param("id", key.id())
                .param("part", key.part())
                .param("version", version)
                .param("mac", mac)
                .update();
    }

    void remove(SetKey key) {
        jdbc.sql("delete from platform.access_set where kind = ? and id = ?")
                .param(key.kind().name())
                .param(key.id())
                .update();
    }

    void putPart(int part, long version, byte[] mac) {
        jdbc.sql("insert into platform.access_directory (part, version, mac) values (:part, :version, :mac)"
                        + " on conflict (part) do update set version = :version, mac = :mac")
                .param("part", part)
                .param("version", version)
                .param("mac", mac)
                .update();
    }

    /** Returns whether nothing was ever stored here. */
    boolean untouched() {
        return jdbc.sql("select not exists (select 1 from platform.access_directory)"
                        + " and not exists (select 1 from platform.access_set)"
                        + " and not exists (select 1 from platform.role)"
                        + " and not exists (select 1 from platform.object_grant)")
                .query(Boolean.class)
                .single();
    }

    /** Returns every set that the list or the rows themselves name. */
    List<SetKey> everySet() {
        return jdbc.sql("select kind, id from platform.access_set where kind in ('ROLE', 'ACCOUNT', 'OBJECT')"
                        + " union select 'ROLE', id::text from platform.role"
                        + " union select 'ROLE', role_id::text from platform.role_permission"
                        + " union select 'ACCOUNT', account_id::text from platform.role_assignment"
                        + " union select 'OBJECT', object_type || '/' || object_id from platform.object_grant")
                .query((row, number) ->
                        new SetKey(SetKey.Kind.valueOf(row.getString("kind")), String.valueOf(row.getString("id"))))
                .list();
    }

    /** Returns the objects on which a permission is granted to any of the subjects. */
    List<SetKey> grants(Permission permission, List<UUID> subjects) {
        return jdbc.sql("select distinct object_type, object_id from platform.object_grant"
                        + " where subject_id = any (cast(:subjects as uuid[])) and permission = :permission")
                .param("subjects", subjects.stream().map(UUID::toString).collect(Collectors.joining(",", "{", "}")))
                .param("permission", permission.name())
                .query((row, number) -> SetKey.object(
                        String.valueOf(row.getString("object_type")), row.getObject("object_id", UUID.class)))
                .list();
    }

    private static StoredSet stored(ResultSet row, int number) throws SQLException {
        List<List<String>> rows = lists(row, "rows");
        byte[] mac = row.getBytes("mac");
        if (mac == null) {
            return new StoredSet(rows, null);
        }
        List<Listed> sets = lists(row, "sets").stream()
                .map(set -> new Listed(
                        set.get(0),
                        set.get(1),
                        Long.parseLong(set.get(2)),
                        HexFormat.of().parseHex(set.get(3))))
                .toList();
        return new StoredSet(rows, new Part(row.getLong("version"), mac, sets));
    }

    /** An array without elements comes without its second dimension. */
    private static List<List<String>> lists(ResultSet row, String column) throws SQLException {
        return row.getArray(column).getArray() instanceof String[][] arrays
                ? Arrays.stream(arrays).map(List::of).toList()
                : List.of();
    }
}
