package io.lvxiaoshen.platform.identity;

import io.lvxiaoshen.platform.permission.Membership;
import io.lvxiaoshen.platform.permission.Reach;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Tells from the organisation's tree where an account stands: its unit, its division and its district. */
@Component
class UnitMembership implements Membership {
    private final JdbcClient jdbc;

    UnitMembership(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    private record Above(UUID id, UnitKind kind, String path) {}

    @Override
    public Reach of(UUID accountId) {
        List<Above> upward = jdbc.sql("""
                        select above.id, above.kind, above.path
                        from platform.account a
                        join platform.organisation_unit own on own.id = a.unit_id
                        join platform.organisation_unit above on starts_with(own.path, above.path)
                        where a.id = ? order by length(above.path) desc
                        """)
                .param(accountId)
                .query((row, number) -> new Above(
                        row.getObject("id", UUID.class),
                        UnitKind.valueOf(row.getString("kind")),
                        row.getString("path")))
                .list();
        if (upward.isEmpty()) {
            return Reach.NONE;
        }
        Set<UUID> memberOf = new HashSet<>();
        upward.forEach(unit -> memberOf.add(unit.id()));
        return new Reach(
                memberOf, below(nearest(upward, UnitKind.DIVISION)), below(nearest(upward, UnitKind.DISTRICT)));
    }

    /** Returns the nearest unit of a kind, or the account's own where there is none above. */
    private static Above nearest(List<Above> upward, UnitKind kind) {
        return upward.stream().filter(unit -> unit.kind() == kind).findFirst().orElse(upward.get(0));
    }

    private Set<UUID> below(Above unit) {
        return new HashSet<>(jdbc.sql("select id from platform.organisation_unit where starts_with(path, ?)")
                .param(unit.path())
                .query(UUID.class)
                .list());
    }
}
