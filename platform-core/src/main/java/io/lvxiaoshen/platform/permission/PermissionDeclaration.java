package io.lvxiaoshen.platform.permission;

import java.util.Map;

/**
 * A permission as its module declares it.
 *
 * @param name see {@link Permission}
 * @param label what people call it, in Chinese
 * @param widest the widest scope in which it can be given; {@link DataScope#OWN}: never beyond one's own things, by
 *     nobody
 * @param roles the built-in roles that have it, each with its scope
 */
record PermissionDeclaration(String name, String label, DataScope widest, Map<String, DataScope> roles) {
    PermissionDeclaration {
        if (label.isBlank()) {
            throw new IllegalArgumentException("permission " + name + " has no label");
        }
        roles = Map.copyOf(roles);
    }

    Permission permission() {
        return new Permission(name);
    }
}
