package io.lvxiaoshen.platform.permission;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.lvxiaoshen.platform.Caller;
import io.lvxiaoshen.platform.IdSource;
import io.lvxiaoshen.platform.PlatformProperties;
import io.lvxiaoshen.platform.audit.AuditLog;
import io.lvxiaoshen.platform.crypto.CryptoService;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataAccessException;

/** Roles and grants that somebody changes by plain SQL. */
class TamperTest extends PermissionTest {
    private static final int TAMPERINGS = 1000;

    @Autowired
    BuiltInRoles builtInRoles;

    @Autowired
    SetRows rows;

    @Autowired
    CryptoService crypto;

    @Autowired
    PermissionCatalogue catalogue;

    @Autowired
    Escalation escalation;

    @Autowired
    AuditLog audit;

    @Autowired
    IdSource ids;

    @Autowired
    PlatformProperties properties;

    private final List<Holder> holders = new ArrayList<>();

    /** Somebody whose rights depend on a role of his own and on a grant on one thing. */
    private record Holder(Caller caller, UUID role, ObjectRef owned, ObjectRef granted) {}

    /** What is done, and to which holder. */
    private interface Tampering {
        String statement(Random random, Holder holder);
    }

    @BeforeEach
    void giveRights() {
        cache.forgetAll();
        for (int i = holders.size(); i < 6; i++) {
            UUID role = role(Map.of("thing.write", DataScope.OWN, "diary.own", DataScope.OWN));
            Caller caller = person(role);
            ObjectRef granted = things.ownedBy(UUID.randomUUID());
            grants.add(administrator, Things.TYPE, granted.id(), grantTo(caller, READ));
            holders.add(new Holder(caller, role, things.ownedBy(caller.accountId()), granted));
        }
    }

    @Test
    void refusesEveryOneOfAThousandTamperings() {
        Random random = new Random(20261123);
        List<Map.Entry<String, Tampering>> kinds = List.copyOf(TAMPERING.entrySet());
        Map<String, Integer> found = new TreeMap<>();
        int done = 0;
        while (done < TAMPERINGS) {
            Map.Entry<String, Tampering> kind = kinds.get(random.nextInt(kinds.size()));
            Holder holder = holders.get(random.nextInt(holders.size()));
            cache.forgetAll();
            boolean changed = Boolean.TRUE.equals(transactions.execute(status -> {
                status.setRollbackOnly();
                String what = kind.getValue().statement(random, holder);
                try {
                    if (jdbc.sql(what).update() == 0) {
                        return false;
                    }
                } catch (DataAccessException refusedByTheDatabase) {
                    return false;
                }
                boolean refused = !permissions.allows(holder.caller(), WRITE, holder.owned())
                        || !permissions.allows(holder.caller(), READ, holder.granted());
                assertThat(refused).as("refused: %s", what).isTrue();
                assertThat(isNoticed(holder)).as("noticed: %s", what).isTrue();
                // The check over everything takes much longer than a decision.
                if (!found.containsKey(kind.getKey())) {
                    assertThat(check.findings()).as("found: %s", what).isNotEmpty();
                }
                return true;
            }));
            if (changed) {
                found.merge(kind.getKey(), 1, Integer::sum);
                done++;
            }
        }
        assertThat(found).hasSameSizeAs(TAMPERING);
        cache.forgetAll();
        assertThat(check.findings()).isEmpty();
        for (Holder holder : holders) {
            assertThat(permissions.allows(holder.caller(), WRITE, holder.owned()))
                    .isTrue();
            assertThat(permissions.allows(holder.caller(), READ, holder.granted()))
                    .isTrue();
        }
    }

    @Test
    void raisesTheAlarm() {
        Holder holder = holders.get(0);
        long before = alarms(holder);
        UUID more = builtIn("ADMINISTRATOR");
        transactions.executeWithoutResult(status -> {
            jdbc.sql("insert into platform.role_assignment (account_id, role_id) values (?, ?)")
                    .param(holder.caller().accountId())
                    .param(more)
                    .update();
            assertThat(permissions.allows(holder.caller(), WRITE, things.ownedBy(UUID.randomUUID())))
                    .isFalse();
            status.setRollbackOnly();
        });
        assertThat(alarms(holder)).isEqualTo(before + 1);
    }

    @Test
    void sealsNothingOnTopOfWhatWasTamperedWith() {
        Holder holder = holders.get(0);
        UUID more = role(Map.of("thing.read", DataScope.ALL));
        transactions.executeWithoutResult(status -> {
            jdbc.sql("update platform.role_permission set scope = 'ALL' where role_id = ?")
                    .param(holder.role())
                    .update();
            assertThatThrownBy(() -> roles.change(administrator, holder.role(), "新名", null))
                    .isInstanceOf(TamperedException.class);
            jdbc.sql("delete from platform.role_assignment where account_id = ?")
                    .param(holder.caller().accountId())
                    .update();
            assertThatThrownBy(() ->
                            assignments.replace(administrator, holder.caller().accountId(), Set.of(more)))
                    .isInstanceOf(TamperedException.class);
            status.setRollbackOnly();
        });
    }

    @Test
    void noticesRightsThatWereTrueOnceAndAreSetBack() {
        Holder holder = holders.get(0);
        String account = holder.caller().accountId().toString();
        int part = SetKey.account(holder.caller().accountId()).part();
        for (String table : List.of("role_assignment", "access_set", "access_directory")) {
            jdbc.sql("create table platform.old_" + table + " as select * from platform." + table)
                    .update();
        }
        assignments.replace(administrator, holder.caller().accountId(), Set.of());
        assertThat(permissions.allows(holder.caller(), WRITE, holder.owned())).isFalse();
        cache.forgetAll();
        transactions.executeWithoutResult(status -> {
            jdbc.sql("insert into platform.role_assignment select * from platform.old_role_assignment"
                            + " where account_id = cast(? as uuid)")
                    .param(account)
                    .update();
            jdbc.sql("delete from platform.access_set where part = ?")
                    .param(part)
                    .update();
            jdbc.sql("insert into platform.access_set select * from platform.old_access_set where part = ?")
                    .param(part)
                    .update();
            jdbc.sql("update platform.access_directory d set version = o.version, mac = o.mac"
                            + " from platform.old_access_directory o where o.part = d.part and d.part = ?")
                    .param(part)
                    .update();
            assertThat(permissions.allows(holder.caller(), WRITE, holder.owned()))
                    .isFalse();
            assertThat(check.findings())
                    .extracting(Throwable::getMessage)
                    .anyMatch(finding -> finding.contains("set back"));
            status.setRollbackOnly();
        });
        for (String table : List.of("role_assignment", "access_set", "access_directory")) {
            jdbc.sql("drop table platform.old_" + table).update();
        }
    }

    @Test
    void beginsNoNewListWhereThereWasOne() {
        Holder holder = holders.get(1);
        transactions.executeWithoutResult(status -> {
            clear();
            builtInRoles.afterPropertiesSet();
            assertThat(jdbc.sql("select count(*) from platform.role")
                            .query(Integer.class)
                            .single())
                    .isZero();
            assertThat(permissions.allows(holder.caller(), WRITE, holder.owned()))
                    .isFalse();
            assertThat(check.findings()).hasSizeGreaterThanOrEqualTo(SetKey.PARTS);
            status.setRollbackOnly();
        });
    }

    @Test
    void takesOverTheRolesThatAccountsHadBeforeThereWasAList() {
        Caller official = person();
        transactions.executeWithoutResult(status -> {
            clear();
            jdbc.sql("update platform.account set roles = '{OFFICIAL,SOMETHING}' where id = ?")
                    .param(official.accountId())
                    .update();
            VersionWitness nothingSeen = new VersionWitness(
                    new PlatformProperties(Path.of("target/no-data"), properties.database(), null, 1));
            SealedSets fresh = new SealedSets(rows, crypto, nothingSeen, cache);
            new BuiltInRoles(
                            fresh,
                            rows,
                            nothingSeen,
                            catalogue,
                            new RoleAssignments(fresh, escalation, audit, jdbc),
                            audit,
                            ids,
                            jdbc,
                            transactions)
                    .afterPropertiesSet();
            assertThat(jdbc.sql("select r.name from platform.role_assignment a join platform.role r on r.id = a.role_id"
                                    + " where a.account_id = ?")
                            .param(official.accountId())
                            .query(String.class)
                            .list())
                    .containsExactly("OFFICIAL");
            status.setRollbackOnly();
        });
    }

    private void clear() {
        for (String table : List.of(
                "object_grant", "role_assignment", "role_permission", "role", "access_set", "access_directory")) {
            jdbc.sql("delete from platform." + table).update();
        }
    }

    /** A refusal alone might as well come of a right that is gone. */
    private boolean isNoticed(Holder holder) {
        for (SetKey key : List.of(
                SetKey.role(holder.role()),
                SetKey.account(holder.caller().accountId()),
                SetKey.object(Things.TYPE, holder.granted().id()))) {
            try {
                sets.rows(key);
            } catch (TamperedException e) {
                return true;
            }
        }
        return false;
    }

    private long alarms(Holder holder) {
        return jdbc.sql("select count(*) from platform.audit_entry where action = 'access-control.tampered'"
                        + " and object_id = ?")
                .param(holder.caller().accountId().toString())
                .query(Long.class)
                .single();
    }

    private static final Map<String, Tampering> TAMPERING = new TreeMap<>(Map.ofEntries(
            Map.entry(
                    "role widened",
                    (random, holder) -> "update platform.role_permission set scope = '"
                            + pick(random, "UNIT", "DISTRICT", "ALL") + "' where role_id = '" + holder.role() + "'"),
            Map.entry(
                    "permission swapped",
                    (random, holder) -> "update platform.role_permission set permission = '"
                            + pick(random, "account.manage", "thing.read", "audit.read")
                            + "' where permission = 'diary.own' and role_id = '" + holder.role() + "'"),
            Map.entry(
                    "letter of a permission",
                    (random, holder) -> "update platform.role_permission"
                            + " set permission = overlay(permission placing '" + pick(random, "x", "Y", "0") + "' from "
                            + (1 + random.nextInt(9)) + ") where permission = 'diary.own' and role_id = '"
                            + holder.role()
                            + "'"),
            Map.entry(
                    "permission added",
                    (random, holder) -> "insert into platform.role_permission values ('" + holder.role()
                            + "', 'account.manage', 'ALL')"),
            Map.entry(
                    "permission removed",
                    (random, holder) -> "delete from platform.role_permission where"
                            + " permission = '" + pick(random, "diary.own", "thing.write") + "' and role_id = '"
                            + holder.role() + "'"),
            Map.entry(
                    "role renamed",
                    (random, holder) -> "update platform.role set "
                            + pick(random, "label = label || 'x'", "name = name || 'x'", "built_in = not built_in")
                            + " where id = '" + holder.role() + "'"),
            Map.entry(
                    "role given",
                    (random, holder) -> "insert into platform.role_assignment select '"
                            + holder.caller().accountId() + "', id from platform.role where name = '"
                            + pick(random, "ADMINISTRATOR", "AUDITOR", "OFFICIAL") + "'"),
            Map.entry(
                    "role taken",
                    (random, holder) -> "delete from platform.role_assignment where account_id = '"
                            + holder.caller().accountId() + "'"),
            Map.entry(
                    "role swapped",
                    (random, holder) -> "update platform.role_assignment set role_id ="
                            + " (select id from platform.role where name = 'ADMINISTRATOR') where account_id = '"
                            + holder.caller().accountId() + "'"),
            Map.entry(
                    "roles and their seal removed",
                    (random, holder) -> "with gone as (delete from"
                            + " platform.access_set where id = '"
                            + holder.caller().accountId() + "')"
                            + " delete from platform.role_assignment where account_id = '"
                            + holder.caller().accountId()
                            + "'"),
            Map.entry(
                    "grant widened",
                    (random, holder) -> "insert into platform.object_grant values ('thing', '"
                            + holder.granted().id() + "', 'ACCOUNT', '"
                            + holder.caller().accountId() + "', 'thing.write')"),
            Map.entry(
                    "grant to somebody else",
                    (random, holder) ->
                            "update platform.object_grant set subject_id =" + " gen_random_uuid() where object_id = '"
                                    + holder.granted().id() + "'"),
            Map.entry(
                    "grant on something else",
                    (random, holder) ->
                            "update platform.object_grant set object_id =" + " gen_random_uuid() where object_id = '"
                                    + holder.granted().id() + "'"),
            Map.entry(
                    "grant to another kind",
                    (random, holder) -> "update platform.object_grant set subject_type ="
                            + " 'UNIT' where object_id = '" + holder.granted().id() + "'"),
            Map.entry(
                    "grant removed",
                    (random, holder) -> "delete from platform.object_grant where object_id = '"
                            + holder.granted().id() + "'"),
            Map.entry(
                    "grants and their seal removed",
                    (random, holder) -> "with gone as (delete from"
                            + " platform.access_set where id = 'thing/"
                            + holder.granted().id() + "') delete from"
                            + " platform.object_grant where object_id = '"
                            + holder.granted().id() + "'"),
            Map.entry(
                    "bit of a seal",
                    (random, holder) -> "update platform.access_set set " + flip(random, "mac") + " where id = '"
                            + someSet(random, holder) + "'"),
            Map.entry(
                    "version of a seal",
                    (random, holder) -> "update platform.access_set set version = version + "
                            + pick(random, "1", "-1", "64") + " where id = '" + someSet(random, holder) + "'"),
            Map.entry(
                    "seal removed",
                    (random, holder) -> "delete from platform.access_set where id = '" + someSet(random, holder) + "'"),
            Map.entry(
                    "seal moved",
                    (random, holder) -> "update platform.access_set set part = (part + 1) % 256" + " where id = '"
                            + someSet(random, holder) + "'"),
            Map.entry(
                    "bit of the list's seal",
                    (random, holder) -> "update platform.access_directory set " + flip(random, "mac") + " where part = "
                            + somePart(random, holder)),
            Map.entry(
                    "version of the list",
                    (random, holder) -> "update platform.access_directory set version =" + " version + "
                            + pick(random, "1", "-1", "64") + " where part = " + somePart(random, holder)),
            Map.entry(
                    "part of the list removed",
                    (random, holder) ->
                            "delete from platform.access_directory" + " where part = " + somePart(random, holder)),
            Map.entry(
                    "entry of the list added",
                    (random, holder) -> "insert into platform.access_set select kind,"
                            + " gen_random_uuid(), part, version, mac from platform.access_set where id = '"
                            + someSet(random, holder) + "'")));

    private static String pick(Random random, String... of) {
        return of[random.nextInt(of.length)];
    }

    /** A seal is 4 bytes for the number of the key and 32 of HMAC-SM3. */
    private static String flip(Random random, String column) {
        int bit = random.nextInt(36 * 8);
        return column + " = set_bit(" + column + ", " + bit + ", 1 - get_bit(" + column + ", " + bit + "))";
    }

    private static String someSet(Random random, Holder holder) {
        return pick(
                random,
                holder.role().toString(),
                holder.caller().accountId().toString(),
                Things.TYPE + "/" + holder.granted().id());
    }

    private static int somePart(Random random, Holder holder) {
        return switch (random.nextInt(3)) {
            case 0 -> SetKey.role(holder.role()).part();
            case 1 -> SetKey.account(holder.caller().accountId()).part();
            default -> SetKey.object(Things.TYPE, holder.granted().id()).part();
        };
    }
}
