package io.lvxiaoshen.platform.permission;

import io.lvxiaoshen.platform.Caller;
import io.lvxiaoshen.platform.ProblemException;
import io.lvxiaoshen.platform.audit.AuditLog;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Which roles an account has. */
@Service
public class RoleAssignments {
    /** The role that must not be without anybody who has it. */
    static final String ADMINISTRATOR = "ADMINISTRATOR";

    private final SealedSets sets;
    private final Escalation escalation;
    private final AuditLog audit;
    private final JdbcClient jdbc;

    RoleAssignments(SealedSets sets, Escalation escalation, AuditLog audit, JdbcClient jdbc) {
        this.sets = sets;
        this.escalation = escalation;
        this.audit = audit;
        this.jdbc = jdbc;
    }

    /** Gives a built-in role on the application's own account, within the caller's transaction. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void give(UUID accountId, String builtInRole) {
        UUID role = jdbc.sql("select id from platform.role where name = ? and built_in")
                .param(builtInRole)
                .query(UUID.class)
                .single();
        Set<UUID> roles = new HashSet<>(rolesNow(accountId));
        if (roles.add(role)) {
            write(accountId, roles);
        }
    }

    /** Takes every role from an account that goes away, within the caller's transaction. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void takeAll(UUID accountId) {
        if (!rolesNow(accountId).isEmpty()) {
            write(accountId, Set.of());
        }
    }

    /** Returns the roles of an account. */
    List<Role> of(UUID accountId) {
        requireAccount(accountId);
        return rolesNow(accountId).stream().map(this::role).toList();
    }

    /**
     * Gives an account these roles and no others.
     *
     * @throws ProblemException if there is no such account or role, if the caller has less than a role that is given or
     *     taken, or if nobody would remain administrator
     */
    @Transactional
    public List<Role> replace(Caller by, UUID accountId, Set<UUID> roles) {
        requireAccount(accountId);
        Set<UUID> before = new HashSet<>(rolesNow(accountId));
        for (UUID id : roles) {
            if (!before.contains(id)) {
                escalation.refuse(by, role(id));
            }
        }
        for (UUID id : before) {
            if (!roles.contains(id)) {
                Role taken = role(id);
                escalation.refuse(by, taken);
                refuseLastAdministrator(accountId, taken);
            }
        }
        write(accountId, roles);
        return roles.stream().sorted().map(this::role).toList();
    }

    private void write(UUID accountId, Set<UUID> roles) {
        List<List<String>> before = new ArrayList<>();
        List<List<String>> after =
                roles.stream().sorted().map(id -> List.of(id.toString())).toList();
        sets.change(SetKey.account(accountId), rows -> {
            before.addAll(rows);
            return after;
        });
        audit.record(AccessEvents.changed("account.roles", "account", accountId.toString(), before, after));
    }

    private void refuseLastAdministrator(UUID accountId, Role taken) {
        if (!taken.builtIn() || !taken.name().equals(ADMINISTRATOR)) {
            return;
        }
        // Holds the role's row, so that two administrators cannot take it from each other at the same time.
        jdbc.sql("select id from platform.role where id = ? for update")
                .param(taken.id())
                .query(UUID.class)
                .single();
        boolean others = jdbc.sql("select exists (select 1 from platform.role_assignment"
                        + " where role_id = :role and account_id <> :account)")
                .param("role", taken.id())
                .param("account", accountId)
                .query(Boolean.class)
                .single();
        if (!others) {
            throw ProblemException.conflict("last-administrator", "这是最后一个系统管理员。", "请先将系统管理员角色授予其他账号。");
        }
    }

    private void requireAccount(UUID id) {
        boolean there = jdbc.sql("select exists (select 1 from platform.account where id = ?)")
                .param(id)
                .query(Boolean.class)
                .single();
        if (!there) {
            throw ProblemException.notFound("账号");
        }
    }

    private List<UUID> rolesNow(UUID accountId) {
        return sets.rowsNow(SetKey.account(accountId)).stream()
                .map(row -> UUID.fromString(row.get(0)))
                .toList();
    }

    private Role role(UUID id) {
        List<List<String>> rows = sets.rowsNow(SetKey.role(id));
        if (rows.isEmpty()) {
            throw Roles.missing();
        }
        return Role.of(id, rows);
    }
}
