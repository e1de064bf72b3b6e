package io.lvxiaoshen.platform.permission;

import io.lvxiaoshen.platform.Caller;
import io.lvxiaoshen.platform.ProblemException;
import io.lvxiaoshen.platform.Slice;
import io.lvxiaoshen.platform.audit.AuditLog;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Grants of permissions on single objects. */
@Service
public class ObjectGrants {
    /** All of an object's grants are sealed and verified together. */
    private static final int MOST = 2_000;

    private final SealedSets sets;
    private final ObjectTypes types;
    private final PermissionCatalogue catalogue;
    private final Escalation escalation;
    private final AuditLog audit;

    ObjectGrants(
            SealedSets sets, ObjectTypes types, PermissionCatalogue catalogue, Escalation escalation, AuditLog audit) {
        this.sets = sets;
        this.types = types;
        this.catalogue = catalogue;
        this.escalation = escalation;
        this.audit = audit;
    }

    /** Removes all grants on an object that goes away, within the caller's transaction. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void removeAll(String objectType, UUID objectId) {
        if (!sets.rowsNow(SetKey.object(objectType, objectId)).isEmpty()) {
            write(objectType, objectId, List::clear);
        }
    }

    /** Lists the grants on an object. */
    Slice<ObjectGrant> list(String objectType, UUID objectId, int limit, @Nullable String cursor) {
        object(objectType, objectId);
        List<ObjectGrant> rows = sets.rowsNow(SetKey.object(objectType, objectId)).stream()
                .map(ObjectGrant::of)
                .filter(grant -> grant.isAfter(cursor))
                .sorted(Comparator.comparing(ObjectGrant::cursor))
                .limit(limit + 1L)
                .toList();
        return Slice.of(rows, limit, ObjectGrant::cursor);
    }

    /**
     * Grants.
     *
     * @throws ProblemException if there is no such object or permission, or if the caller does not have it
     */
    @Transactional
    public void add(Caller by, String objectType, UUID objectId, ObjectGrant grant) {
        check(by, objectType, objectId, grant);
        write(objectType, objectId, grants -> {
            if (!grants.contains(grant.row())) {
                grants.add(grant.row());
            }
            if (grants.size() > MOST) {
                throw ProblemException.conflict("too-many-grants", "此对象的授权已达 " + MOST + " 条上限。", "请改为向组织单位或角色授权。");
            }
        });
    }

    /** Takes a grant back; see {@link #add}. */
    @Transactional
    public void remove(Caller by, String objectType, UUID objectId, ObjectGrant grant) {
        check(by, objectType, objectId, grant);
        write(objectType, objectId, grants -> {
            if (!grants.remove(grant.row())) {
                throw ProblemException.notFound("授权");
            }
        });
    }

    private void write(String objectType, UUID objectId, Consumer<List<List<String>>> change) {
        List<List<String>> before = new ArrayList<>();
        List<List<String>> after = new ArrayList<>();
        sets.change(SetKey.object(objectType, objectId), rows -> {
            before.addAll(rows);
            after.addAll(rows);
            change.accept(after);
            return after;
        });
        audit.record(AccessEvents.changed("object.grants", objectType, objectId.toString(), before, after));
    }

    private void check(Caller by, String objectType, UUID objectId, ObjectGrant grant) {
        ObjectRef object = object(objectType, objectId);
        DataScope widest = catalogue
                .find(grant.permission())
                .orElseThrow(() -> ProblemException.invalid(
                        "permission-unknown", "没有名为「" + grant.permission() + "」的权限。", "请从权限列表中选择。"))
                .widest();
        if (widest == DataScope.OWN) {
            throw ProblemException.invalid("permission-not-grantable", "这项权限只限本人，不能授予他人。", "请选择其他权限。");
        }
        escalation.refuse(by, new Permission(grant.permission()), object);
    }

    private ObjectRef object(String objectType, UUID objectId) {
        if (!types.has(objectType)) {
            throw ProblemException.notFound("对象");
        }
        return types.get(objectType)
                .find(objectId)
                .filter(object -> object.type().equals(objectType))
                .orElseThrow(() -> types.missing(objectType));
    }
}
