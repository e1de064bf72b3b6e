package io.lvxiaoshen.platform.audit;

import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What happened, as the code that did it tells; who did it and from where is added by the log.
 *
 * @param action what was done, such as {@code session.sign-in}: lower case, dots between parts, hyphens between words
 * @param objectType what kind of thing it was done to, such as {@code account}; written like an action
 * @param objectId which of them; null where there is none yet
 * @param result how it ended
 * @param before SM3 digest of the object's state before; null where there was none
 * @param after SM3 digest of the object's state after; null where there is none
 * @param details a few short values that say more; never a secret
 */
public record AuditEvent(
        String action,
        String objectType,
        @Nullable String objectId,
        AuditResult result,
        byte @Nullable [] before,
        byte @Nullable [] after,
        Map<String, String> details) {
    private static final int LONGEST = 1000;
    private static final Pattern NAME = Pattern.compile("[a-z]+(?:[.-][a-z]+)*");

    public AuditEvent {
        if (!NAME.matcher(action).matches() || !NAME.matcher(objectType).matches()) {
            throw new IllegalArgumentException("no name of an action or a kind: " + action + ", " + objectType);
        }
        objectId = objectId == null ? null : plain(objectId);
        details = details.entrySet().stream()
                .collect(Collectors.toUnmodifiableMap(
                        detail -> plain(detail.getKey()), detail -> plain(detail.getValue())));
    }

    /** What people type may hold what no database stores, or be of any length. */
    static String plain(String text) {
        String stored = text.replace("\0", "");
        return stored.length() <= LONGEST ? stored : stored.substring(0, LONGEST);
    }

    /** Something that was done, without digests. */
    public static AuditEvent done(String action, String objectType, @Nullable String objectId) {
        return new AuditEvent(action, objectType, objectId, AuditResult.DONE, null, null, Map.of());
    }

    /** Something that was refused. */
    public static AuditEvent denied(String action, String objectType, @Nullable String objectId) {
        return new AuditEvent(action, objectType, objectId, AuditResult.DENIED, null, null, Map.of());
    }

    /** The same with the object's states before and after. */
    public AuditEvent changing(byte @Nullable [] beforeDigest, byte @Nullable [] afterDigest) {
        return new AuditEvent(action, objectType, objectId, result, beforeDigest, afterDigest, details);
    }

    /** The same with details. */
    public AuditEvent with(Map<String, String> more) {
        return new AuditEvent(action, objectType, objectId, result, before, after, more);
    }
}
