package io.lvxiaoshen.platform.permission;

import io.lvxiaoshen.platform.Caller;
import io.lvxiaoshen.platform.ProblemException;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;

/** Keeps those who manage rights from managing more than they have themselves. */
@Component
class Escalation {
    private final Permissions permissions;

    Escalation(Permissions permissions) {
        this.permissions = permissions;
    }

    /**
     * Refuses to deal with a role that may do more than the caller.
     *
     * @throws ProblemException 403
     */
    void refuse(Caller by, Role role) {
        Rights own = permissions.rightsOf(by.accountId());
        role.permissions().forEach((name, scope) -> {
            @Nullable DataScope held = own.scope(new Permission(name));
            if (held == null || !held.includes(scope)) {
                throw exceeded();
            }
        });
    }

    /**
     * Refuses to deal with a permission on an object that the caller does not have.
     *
     * @throws ProblemException 403
     */
    void refuse(Caller by, Permission permission, ObjectRef object) {
        if (!permissions.allows(by, permission, object)) {
            throw exceeded();
        }
    }

    private static ProblemException exceeded() {
        return new ProblemException(HttpStatus.FORBIDDEN, "exceeds-own-rights", "不能管理超出您本人权限的角色或授权。", "请联系权限更高的管理员。");
    }
}
