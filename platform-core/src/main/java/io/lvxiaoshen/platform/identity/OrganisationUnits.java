package io.lvxiaoshen.platform.identity;

import io.lvxiaoshen.platform.ProblemException;
import io.lvxiaoshen.platform.Slice;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The table of the organisation's units. */
@Repository
class OrganisationUnits {
    private static final String COLUMNS = "id, parent, kind, name, code, ordinal, path";

    private final JdbcClient jdbc;

    OrganisationUnits(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Lets only one change the tree until the end of the transaction: two moves at once could make a circle. */
    void lock() {
        jdbc.sql("lock table platform.organisation_unit in share row exclusive mode")
                .update();
    }

    Optional<OrganisationUnit> find(UUID id) {
        return jdbc.sql("select " + COLUMNS + " from platform.organisation_unit where id = ?")
                .param(id)
                .query(OrganisationUnits::unit)
                .optional();
    }

    /** Lists what stands directly below {@code parent}, or at the top when it is null. */
    Slice<OrganisationUnit> below(@Nullable UUID parent, int limit, @Nullable Place after) {
        List<OrganisationUnit> rows = jdbc.sql("select " + COLUMNS + """
                         from platform.organisation_unit
                        where parent is not distinct from :parent::uuid
                          and (:first or (ordinal, id) > (:ordinal, :id::uuid))
                        order by ordinal, id limit :rows
                        """)
                .param("parent", parent)
                .param("first", after == null)
                .param("ordinal", after == null ? 0 : after.ordinal())
                .param("id", after == null ? null : after.id())
                .param("rows", limit + 1)
                .query(OrganisationUnits::unit)
                .list();
        return Slice.of(rows, limit, unit -> new Place(unit.ordinal(), unit.id()).cursor());
    }

    /** Adds a unit; returns false if the code is taken. */
    boolean add(OrganisationUnit unit, Instant now) {
        return jdbc.sql("""
                        insert into platform.organisation_unit (id, parent, kind, name, code, ordinal, path, created_at)
                        values (?, ?, ?, ?, ?, ?, ?, ?) on conflict (code) do nothing
                        """)
                        .param(unit.id())
                        .param(unit.parent())
                        .param(unit.kind().name())
                        .param(unit.name())
                        .param(unit.code())
                        .param(unit.ordinal())
                        .param(unit.path())
                        .param(now.atOffset(ZoneOffset.UTC))
                        .update()
                == 1;
    }

    boolean codeIsTaken(String code, UUID byOtherThan) {
        return jdbc.sql("select exists (select 1 from platform.organisation_unit where code = ? and id <> ?)")
                .param(code)
                .param(byOtherThan)
                .query(Boolean.class)
                .single();
    }

    /** Changes a unit; if its path changes, so do those of all below it. */
    void change(OrganisationUnit before, OrganisationUnit after) {
        jdbc.sql("""
                update platform.organisation_unit
                set parent = :parent, kind = :kind, name = :name, code = :code, ordinal = :ordinal where id = :id
                """)
                .param("parent", after.parent())
                .param("kind", after.kind().name())
                .param("name", after.name())
                .param("code", after.code())
                .param("ordinal", after.ordinal())
                .param("id", after.id())
                .update();
        if (!before.path().equals(after.path())) {
            jdbc.sql("""
                    update platform.organisation_unit
                    set path = :after || substr(path, length(:before) + 1) where starts_with(path, :before)
                    """)
                    .param("before", before.path())
                    .param("after", after.path())
                    .update();
        }
    }

    List<UnitKind> kindsBelow(UUID id) {
        return jdbc
                .sql("select distinct kind from platform.organisation_unit where parent = ?")
                .param(id)
                .query(String.class)
                .list()
                .stream()
                .map(UnitKind::valueOf)
                .toList();
    }

    boolean isEmpty(UUID id) {
        return jdbc.sql("""
                        select not exists (select 1 from platform.organisation_unit where parent = :id)
                           and not exists (select 1 from platform.account where unit_id = :id)
                        """).param("id", id).query(Boolean.class).single();
    }

    void remove(UUID id) {
        jdbc.sql("delete from platform.organisation_unit where id = ?")
                .param(id)
                .update();
    }

    private static OrganisationUnit unit(ResultSet row, int number) throws SQLException {
        return new OrganisationUnit(
                row.getObject("id", UUID.class),
                row.getObject("parent", UUID.class),
                UnitKind.valueOf(row.getString("kind")),
                row.getString("name"),
                row.getString("code"),
                row.getInt("ordinal"),
                row.getString("path"));
    }

    /** A place among siblings. */
    record Place(int ordinal, UUID id) {
        static @Nullable Place of(@Nullable String cursor) {
            if (cursor == null) {
                return null;
            }
            int separator = cursor.indexOf('_');
            try {
                return new Place(
                        Integer.parseInt(cursor.substring(0, Math.max(0, separator))),
                        UUID.fromString(cursor.substring(separator + 1)));
            } catch (IllegalArgumentException e) {
                throw ProblemException.invalid("cursor-invalid", "翻页位置无效。", "请从第一页重新打开列表。");
            }
        }

        String cursor() {
            return ordinal + "_" + id;
        }
    }
}
