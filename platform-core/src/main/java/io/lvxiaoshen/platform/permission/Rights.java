package io.lvxiaoshen.platform.permission;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What an account may do by its roles, and as whom grants reach it.
 *
 * @param account whose rights
 * @param roles the roles it has
 * @param scopes the widest scope of each permission that it has
 * @param reach its place in the organisation
 */
record Rights(UUID account, Set<UUID> roles, Map<Permission, DataScope> scopes, Reach reach) {
    Rights {
        roles = Set.copyOf(roles);
        scopes = Map.copyOf(scopes);
    }

    @Nullable
    DataScope scope(Permission permission) {
        return scopes.get(permission);
    }

    /** Returns which objects the roles take in, grants aside. */
    Coverage byRoles(Permission permission) {
        DataScope scope = scope(permission);
        if (scope == null) {
            return Coverage.NONE;
        }
        Set<UUID> units = scope == DataScope.UNIT
                ? reach.division()
                : scope == DataScope.DISTRICT ? reach.district() : Set.<UUID>of();
        return new Coverage(scope == DataScope.ALL, account, units, Set.of());
    }

    /** Returns whether a row of grants on an object is for this account. */
    boolean isSubject(String subjectType, UUID subject) {
        return switch (SubjectType.valueOf(subjectType)) {
            case ACCOUNT -> subject.equals(account);
            case ROLE -> roles.contains(subject);
            case UNIT -> reach.memberOf().contains(subject);
        };
    }

    /** Returns the id of everything that a grant to this account may name. */
    List<UUID> subjects() {
        List<UUID> subjects = new ArrayList<>(roles);
        subjects.add(account);
        subjects.addAll(reach.memberOf());
        return subjects;
    }
}
