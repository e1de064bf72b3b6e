package io.lvxiaoshen.platform.permission;

import io.lvxiaoshen.platform.audit.AuditEvent;
import io.lvxiaoshen.platform.crypto.Sm3;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** What the audit log is told of changes of roles and grants. */
final class AccessEvents {
    private AccessEvents() {}

    /** A set of rows was changed; the digests are over the rows, the details name those that are new or gone. */
    static AuditEvent changed(
            String action, String objectType, String id, List<List<String>> before, List<List<String>> after) {
        return AuditEvent.done(action, objectType, id)
                .changing(digest(before), digest(after))
                .with(Map.of("added", difference(after, before), "removed", difference(before, after)));
    }

    private static byte[] digest(List<List<String>> rows) {
        return Sm3.digest(SealText.ofRows(rows));
    }

    private static String difference(List<List<String>> rows, List<List<String>> without) {
        List<List<String>> left = new ArrayList<>(rows);
        left.removeAll(without);
        return left.stream().map(row -> String.join(" ", row).strip()).collect(Collectors.joining("; "));
    }
}
