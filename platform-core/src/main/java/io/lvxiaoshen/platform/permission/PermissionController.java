package io.lvxiaoshen.platform.permission;

import io.lvxiaoshen.platform.Caller;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** Which permissions there are, which the caller has, and whether everything is as it was left. */
@RestController
class PermissionController {
    private final PermissionCatalogue catalogue;
    private final Permissions permissions;
    private final AccessControlCheck check;

    PermissionController(PermissionCatalogue catalogue, Permissions permissions, AccessControlCheck check) {
        this.catalogue = catalogue;
        this.permissions = permissions;
        this.check = check;
    }

    @Requires("account.manage")
    @GetMapping("/api/permissions")
    Catalogue all() {
        return new Catalogue(catalogue.all().stream()
                .map(declaration -> new Entry(declaration.name(), declaration.label(), declaration.widest()))
                .toList());
    }

    /** The screens leave out what the caller may not do anyway. */
    @SignedIn
    @GetMapping("/api/session/permissions")
    Map<String, DataScope> mine(@AuthenticationPrincipal Caller caller) {
        Map<String, DataScope> mine = new TreeMap<>();
        permissions
                .rightsOf(caller.accountId())
                .scopes()
                .forEach((permission, scope) -> mine.put(permission.name(), scope));
        return mine;
    }

    @Requires("audit.read")
    @GetMapping("/api/access-control/integrity")
    Integrity integrity() {
        List<String> findings = check.findings().stream()
                .map(finding -> String.valueOf(finding.getMessage()))
                .toList();
        return new Integrity(findings.isEmpty(), findings);
    }

    /** The permissions, by name. */
    record Catalogue(List<Entry> items) {}

    record Entry(String name, String label, DataScope widest) {}

    record Integrity(boolean intact, List<String> findings) {}
}
