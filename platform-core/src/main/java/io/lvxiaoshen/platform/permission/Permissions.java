package io.lvxiaoshen.platform.permission;

import io.lvxiaoshen.platform.Caller;
import io.lvxiaoshen.platform.ProblemException;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Service;

/**
 * The one place where it is decided who may do what. An answer is at most a second old, on every node. Where the roles or
 * grants that an answer depends on were changed behind the application's back, the answer is no and an alarm is raised.
 * Thread-safe.
 */
@Service
public class Permissions {
    private final SealedSets sets;
    private final SetRows rows;
    private final PermissionCatalogue catalogue;
    private final ObjectTypes types;
    private final ObjectProvider<Membership> membership;
    private final TamperAlarm alarm;

    Permissions(
            SealedSets sets,
            SetRows rows,
            PermissionCatalogue catalogue,
            ObjectTypes types,
            ObjectProvider<Membership> membership,
            TamperAlarm alarm) {
        this.sets = sets;
        this.rows = rows;
        this.catalogue = catalogue;
        this.types = types;
        this.membership = membership;
        this.alarm = alarm;
    }

    /** Returns whether the caller's roles give a permission, in whatever scope. */
    public boolean holds(Caller caller, Permission permission) {
        return unlessTampered(false, () -> rights(caller.accountId()).scope(permission) != null);
    }

    /** Returns whether the caller has a permission on anything at all, by a role or by a grant on some object. */
    public boolean holdsAnywhere(Caller caller, Permission permission) {
        return unlessTampered(false, () -> {
            Rights rights = rights(caller.accountId());
            return rights.scope(permission) != null
                    || rows.grants(permission, rights.subjects()).stream()
                            .anyMatch(key -> granted(rights, permission, key));
        });
    }

    /** Returns whether the caller has a permission on an object, by a role or by a grant on that object. */
    public boolean allows(Caller caller, Permission permission, ObjectRef object) {
        return unlessTampered(false, () -> allows(rights(caller.accountId()), permission, object));
    }

    /**
     * Makes sure that the caller has a permission on an object.
     *
     * @throws ProblemException 403 without the permission on anything of the kind; 404 for an object that the caller must
     *     not know of
     */
    public void require(Caller caller, Permission permission, ObjectRef object) {
        if (!allows(caller, permission, object)) {
            throw types.get(object.type()).secret() && holdsAnywhere(caller, permission)
                    ? types.missing(object.type())
                    : forbidden();
        }
    }

    /** Returns on which objects of a type an account has a permission, for queries that list them. */
    public Coverage coverage(UUID accountId, Permission permission, String objectType) {
        return unlessTampered(Coverage.NONE, () -> coverage(rights(accountId), permission, objectType));
    }

    /**
     * Returns those of some objects on which an account has a permission; of all that there are if {@code among} is empty.
     */
    public Set<UUID> allowed(UUID accountId, Permission permission, String objectType, Set<UUID> among) {
        Coverage coverage = coverage(accountId, permission, objectType);
        if (coverage.isEmpty()) {
            return Set.of();
        }
        Set<UUID> covered = types.get(objectType).covered(coverage);
        if (among.isEmpty()) {
            return covered;
        }
        Set<UUID> both = new HashSet<>(among);
        both.retainAll(covered);
        return both;
    }

    /** Returns what an account may do by its roles. */
    Rights rightsOf(UUID accountId) {
        return unlessTampered(new Rights(accountId, Set.of(), Map.of(), Reach.NONE), () -> rights(accountId));
    }

    static ProblemException forbidden() {
        return new ProblemException(HttpStatus.FORBIDDEN, "forbidden", "您没有进行此操作的权限。", "如有需要，请联系系统管理员。");
    }

    private Rights rights(UUID account) {
        Set<UUID> roles = new HashSet<>();
        Map<Permission, DataScope> scopes = new HashMap<>();
        for (List<String> assignment : sets.rows(SetKey.account(account))) {
            UUID id = UUID.fromString(assignment.get(0));
            roles.add(id);
            Role.of(id, sets.rows(SetKey.role(id))).permissions().forEach((name, scope) -> {
                // A permission that no module declares any more gives nothing.
                catalogue
                        .find(name)
                        .ifPresent(declared -> scopes.merge(
                                declared.permission(),
                                scope.atMost(declared.widest()),
                                (a, b) -> a.includes(b) ? a : b));
            });
        }
        Membership known = membership.getIfAvailable();
        return new Rights(account, roles, scopes, known == null ? Reach.NONE : known.of(account));
    }

    private boolean allows(Rights rights, Permission permission, ObjectRef object) {
        if (rights.byRoles(permission).covers(object)) {
            return true;
        }
        return catalogue.widest(permission) != DataScope.OWN
                && granted(rights, permission, SetKey.object(object.type(), object.id()));
    }

    private boolean granted(Rights rights, Permission permission, SetKey object) {
        return sets.rows(object).stream()
                .anyMatch(grant -> grant.get(2).equals(permission.name())
                        && rights.isSubject(grant.get(0), UUID.fromString(grant.get(1))));
    }

    private Coverage coverage(Rights rights, Permission permission, String type) {
        Coverage byRoles = rights.byRoles(permission);
        if (byRoles.all() || catalogue.widest(permission) == DataScope.OWN) {
            return byRoles;
        }
        Set<UUID> objects = rows.grants(permission, rights.subjects()).stream()
                .filter(key -> key.objectType().equals(type) && granted(rights, permission, key))
                .map(SetKey::uuid)
                .collect(Collectors.toSet());
        return new Coverage(false, byRoles.owner(), byRoles.units(), objects);
    }

    private <T> T unlessTampered(T refusal, Supplier<T> decision) {
        try {
            return decision.get();
        } catch (TamperedException e) {
            alarm.raise(e);
            return refusal;
        }
    }
}
