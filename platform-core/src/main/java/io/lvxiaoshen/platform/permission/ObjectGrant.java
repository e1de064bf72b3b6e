package io.lvxiaoshen.platform.permission;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A permission on a single object.
 *
 * @param subjectType what kind of subject has it
 * @param subjectId which one
 * @param permission the permission's name
 */
record ObjectGrant(SubjectType subjectType, UUID subjectId, String permission) {

    List<String> row() {
        return List.of(subjectType.name(), subjectId.toString(), permission);
    }

    static ObjectGrant of(List<String> row) {
        return new ObjectGrant(SubjectType.valueOf(row.get(0)), UUID.fromString(row.get(1)), row.get(2));
    }

    /** Returns its place in the list of an object's grants. */
    String cursor() {
        return String.join("~", row());
    }

    /** Returns whether it stands behind a place; null is before everything. */
    boolean isAfter(@Nullable String cursor) {
        return cursor == null || cursor().compareTo(cursor) > 0;
    }
}
