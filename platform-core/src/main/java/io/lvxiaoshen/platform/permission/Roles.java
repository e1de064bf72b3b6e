package io.lvxiaoshen.platform.permission;

import io.lvxiaoshen.platform.Caller;
import io.lvxiaoshen.platform.IdSource;
import io.lvxiaoshen.platform.ProblemException;
import io.lvxiaoshen.platform.Slice;
import io.lvxiaoshen.platform.audit.AuditLog;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * The roles. Nobody makes a role that may do more than its maker, nor changes one that does. Methods that take an id throw
 * {@link ProblemException} if there is no such role.
 */
@Service
class Roles {
    private final SealedSets sets;
    private final RoleForm form;
    private final Escalation escalation;
    private final AuditLog audit;
    private final IdSource ids;
    private final JdbcClient jdbc;

    Roles(SealedSets sets, RoleForm form, Escalation escalation, AuditLog audit, IdSource ids, JdbcClient jdbc) {
        this.sets = sets;
        this.form = form;
        this.escalation = escalation;
        this.audit = audit;
        this.ids = ids;
        this.jdbc = jdbc;
    }

    /** Lists the roles, newest first. */
    Slice<Role> list(int limit, @Nullable UUID cursor) {
        List<UUID> found = jdbc.sql("select id from platform.role"
                        + " where cast(:cursor as uuid) is null or id < :cursor order by id desc limit :rows")
                .param("cursor", cursor)
                .param("rows", limit + 1)
                .query(UUID.class)
                .list();
        return Slice.of(
                found.stream()
                        .map(id -> Role.of(id, sets.rows(SetKey.role(id))))
                        .toList(),
                limit,
                role -> role.id().toString());
    }

    Role find(UUID id) {
        List<List<String>> rows = sets.rowsNow(SetKey.role(id));
        if (rows.isEmpty()) {
            throw missing();
        }
        return Role.of(id, rows);
    }

    /** Makes a role. */
    @Transactional
    public Role create(Caller by, @Nullable String label, @Nullable Map<String, DataScope> permissions) {
        UUID id = ids.next();
        return put(by, null, new Role(id, "own-" + id, form.label(label), false, form.permissions(permissions)));
    }

    /** Changes a role that does not come with the product; null leaves a part as it is. */
    @Transactional
    public Role change(Caller by, UUID id, @Nullable String label, @Nullable Map<String, DataScope> permissions) {
        Role before = own(by, id);
        return put(
                by,
                before,
                new Role(
                        id,
                        before.name(),
                        label == null ? before.label() : form.label(label),
                        false,
                        permissions == null ? before.permissions() : form.permissions(permissions)));
    }

    /** Removes a role that does not come with the product and that nobody has. */
    @Transactional
    public void remove(Caller by, UUID id) {
        Role before = own(by, id);
        long holders = jdbc.sql("select (select count(*) from platform.role_assignment where role_id = :id)"
                        + " + (select count(*) from platform.object_grant where subject_id = :id)")
                .param("id", id)
                .query(Long.class)
                .single();
        if (holders > 0) {
            throw ProblemException.conflict(
                    "role-in-use", "角色「" + before.label() + "」仍有 " + holders + " 处使用。", "请先从相关账号和对象授权中移除该角色，再删除。");
        }
        sets.change(before.key(), rows -> List.of());
        audit.record(AccessEvents.changed("role.remove", "role", id.toString(), before.rows(), List.of()));
    }

    private Role put(Caller by, @Nullable Role before, Role after) {
        escalation.refuse(by, after);
        sets.change(after.key(), rows -> after.rows());
        List<List<String>> old = before == null ? List.of() : before.rows();
        audit.record(AccessEvents.changed(
                before == null ? "role.create" : "role.change",
                "role",
                after.id().toString(),
                old,
                after.rows()));
        return after;
    }

    private Role own(Caller by, UUID id) {
        Role role = find(id);
        if (role.builtIn()) {
            throw ProblemException.conflict("role-built-in", "内置角色「" + role.label() + "」不能修改或删除。", "请新建自定义角色。");
        }
        escalation.refuse(by, role);
        return role;
    }

    static ProblemException missing() {
        return ProblemException.notFound("角色");
    }
}
