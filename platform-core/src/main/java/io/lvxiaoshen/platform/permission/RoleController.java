package io.lvxiaoshen.platform.permission;

import io.lvxiaoshen.platform.Caller;
import io.lvxiaoshen.platform.Slice;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Roles, and who has them. */
@RestController
@RequestMapping("/api")
class RoleController {
    private final Roles roles;
    private final RoleAssignments assignments;

    RoleController(Roles roles, RoleAssignments assignments) {
        this.roles = roles;
        this.assignments = assignments;
    }

    @Requires("account.manage")
    @GetMapping("/roles")
    Slice<Role> list(
            @RequestParam(defaultValue = "50") int limit, @RequestParam(required = false) @Nullable UUID cursor) {
        return roles.list(ListLimit.checked(limit), cursor);
    }

    @Requires("account.manage")
    @PostMapping("/roles")
    @ResponseStatus(HttpStatus.CREATED)
    Role create(@AuthenticationPrincipal Caller caller, @RequestBody Wanted wanted) {
        return roles.create(caller, wanted.label(), wanted.permissions());
    }

    @Requires("account.manage")
    @GetMapping("/roles/{id}")
    Role find(@PathVariable UUID id) {
        return roles.find(id);
    }

    @Requires("account.manage")
    @PatchMapping("/roles/{id}")
    Role change(@AuthenticationPrincipal Caller caller, @PathVariable UUID id, @RequestBody Wanted wanted) {
        return roles.change(caller, id, wanted.label(), wanted.permissions());
    }

    @Requires("account.manage")
    @DeleteMapping("/roles/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void remove(@AuthenticationPrincipal Caller caller, @PathVariable UUID id) {
        roles.remove(caller, id);
    }

    @Requires("account.manage")
    @GetMapping("/accounts/{id}/roles")
    Assigned assigned(@PathVariable UUID id) {
        return new Assigned(assignments.of(id));
    }

    @Requires("account.manage")
    @PutMapping("/accounts/{id}/roles")
    Assigned assign(@AuthenticationPrincipal Caller caller, @PathVariable UUID id, @RequestBody Assignment wanted) {
        return new Assigned(assignments.replace(caller, id, wanted.roleIds()));
    }

    /**
     * What a role should be.
     *
     * @param label its name
     * @param permissions names of permissions with their scopes
     */
    record Wanted(@Nullable String label, @Nullable Map<String, DataScope> permissions) {}

    record Assignment(Set<UUID> roleIds) {
        @SuppressWarnings("NullAway") // a client may leave it out
        Assignment {
            roleIds = roleIds == null ? Set.of() : Set.copyOf(roleIds);
        }
    }

    record Assigned(List<Role> roles) {
        Assigned {
            roles = List.copyOf(roles);
        }
    }
}
