package io.lvxiaoshen.platform.permission;

import io.lvxiaoshen.platform.IdSource;
import io.lvxiaoshen.platform.audit.AuditLog;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.InitializingBean;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Brings the built-in roles to what the product's files say, and the very first time begins the list of sealed sets and
 * takes over the roles that accounts had before there was one.
 */
@Component
public class BuiltInRoles implements InitializingBean {
    private static final Logger log = LoggerFactory.getLogger(BuiltInRoles.class);

    /** Any number that nothing else locks. */
    private static final long LOCK = 0x6c7873726f6c6573L;

    private final SealedSets sets;
    private final SetRows rows;
    private final VersionWitness witness;
    private final PermissionCatalogue catalogue;
    private final RoleAssignments assignments;
    private final AuditLog audit;
    private final IdSource ids;
    private final JdbcClient jdbc;
    private final TransactionTemplate transactions;

    BuiltInRoles(
            SealedSets sets,
            SetRows rows,
            VersionWitness witness,
            PermissionCatalogue catalogue,
            RoleAssignments assignments,
            AuditLog audit,
            IdSource ids,
            JdbcClient jdbc,
            TransactionTemplate transactions) {
        this.sets = sets;
        this.rows = rows;
        this.witness = witness;
        this.catalogue = catalogue;
        this.assignments = assignments;
        this.audit = audit;
        this.ids = ids;
        this.jdbc = jdbc;
        this.transactions = transactions;
    }

    /** Gives an account a built-in role on the application's own account, within the caller's transaction. */
    public void give(UUID accountId, String role) {
        assignments.give(accountId, role);
    }

    /** Goes on with a log entry where something was tampered with: what depends on it is refused when it is asked for. */
    @Override
    public void afterPropertiesSet() {
        try {
            transactions.executeWithoutResult(status -> {
                jdbc.sql("select pg_advisory_xact_lock(?)")
                        .param(LOCK)
                        .query((row, number) -> number)
                        .single();
                boolean first = !witness.sawAny() && rows.untouched();
                if (first) {
                    sets.begin();
                }
                catalogue.builtInRoles().forEach(this::put);
                if (first) {
                    takeOver();
                }
            });
        } catch (TamperedException e) {
            log.error(
                    "ALARM: the built-in roles were not brought up to date, because roles or grants were changed behind"
                            + " the application's back: {}. Restore them from a backup. If the whole database was"
                            + " replaced on purpose, remove the file access-control/versions in the data folder.",
                    e.getMessage());
        }
    }

    private void put(BuiltInRole declared) {
        Optional<UUID> known = jdbc.sql("select id from platform.role where name = ?")
                .param(declared.name())
                .query(UUID.class)
                .optional();
        Role role = new Role(
                known.orElseGet(ids::next), declared.name(), declared.label(), true, catalogue.permissionsOf(declared));
        List<List<String>> before = sets.rowsNow(role.key());
        if (before.isEmpty() || !Role.of(role.id(), before).equals(role)) {
            sets.change(role.key(), old -> role.rows());
            audit.record(AccessEvents.changed("role.built-in", "role", role.id().toString(), before, role.rows()));
        }
    }

    /** Names that are no built-in role gave nothing before and give nothing now. */
    private void takeOver() {
        List<String> names =
                catalogue.builtInRoles().stream().map(BuiltInRole::name).toList();
        List<Map.Entry<UUID, String>> held = jdbc.sql("select id, unnest(roles) as role from platform.account")
                .query((row, number) -> Map.entry(row.getObject("id", UUID.class), row.getString("role")))
                .list();
        held.stream()
                .filter(entry -> names.contains(entry.getValue()))
                .forEach(entry -> assignments.give(entry.getKey(), entry.getValue()));
    }
}
