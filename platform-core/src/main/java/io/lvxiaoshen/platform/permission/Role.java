package io.lvxiaoshen.platform.permission;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;

/**
 * A named set of permissions, each with a scope.
 *
 * @param id the role
 * @param name unique and never changed: of built-in roles a name in capitals, of others made of the id
 * @param label what people call it
 * @param builtIn whether it comes with the product; then it cannot be changed
 * @param permissions names of permissions with their scopes
 */
record Role(UUID id, String name, String label, boolean builtIn, Map<String, DataScope> permissions) {
    Role {
        permissions = Map.copyOf(permissions);
    }

    SetKey key() {
        return SetKey.role(id);
    }

    List<List<String>> rows() {
        List<List<String>> rows = new ArrayList<>();
        rows.add(List.of(SetRows.ROLE_ROW, name, label, Boolean.toString(builtIn)));
        new TreeMap<>(permissions)
                .forEach(
                        (permission, scope) -> rows.add(List.of(SetRows.PERMISSION_ROW, permission, scope.name(), "")));
        return rows;
    }

    /** Returns the role whose rows these are, which are those of one. */
    static Role of(UUID id, List<List<String>> rows) {
        String name = "";
        String label = "";
        boolean builtIn = false;
        Map<String, DataScope> permissions = new TreeMap<>();
        for (List<String> row : rows) {
            if (row.get(0).equals(SetRows.ROLE_ROW)) {
                name = row.get(1);
                label = row.get(2);
                builtIn = Boolean.parseBoolean(row.get(3));
            } else {
                permissions.put(row.get(1), DataScope.valueOf(row.get(2)));
            }
        }
        return new Role(id, name, label, builtIn, permissions);
    }
}
